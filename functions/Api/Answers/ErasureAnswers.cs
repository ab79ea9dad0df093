using LocalDiplomacy.Workflows.Disposal;
using LocalDiplomacy.Workflows.Lists;

namespace LocalDiplomacy.Functions.Api.Answers;

/// <summary>A page of the record of what went.</summary>
/// <param name="Next">The cursor of the next page; null on the last one.</param>
public sealed record ErasureListAnswer(IReadOnlyList<ErasureAnswer> Items, string? Next)
{
    public static ErasureListAnswer Of(Page<Erasure> page) => new([.. page.Items.Select(one => new ErasureAnswer(one.At, one.What, one.Count, one.Rule, one.Id, one.ChainHead))], page.Next);
}

/// <param name="What">"case", "histories", "alerts" and so on.</param>
/// <param name="Count">How many; of a case, its events.</param>
/// <param name="Rule">Why it was to go.</param>
/// <param name="Id">Of a case.</param>
/// <param name="ChainHead">Of a case: evidence that somebody kept can be shown to be the case's.</param>
public sealed record ErasureAnswer(DateTimeOffset At, string What, int Count, string Rule, string? Id, string? ChainHead);
