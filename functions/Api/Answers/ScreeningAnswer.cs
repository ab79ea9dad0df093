using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Screening;

namespace LocalDiplomacy.Functions.Api.Answers;

/// <summary>What screening found in a draft: errors first.</summary>
public sealed record ScreeningAnswer(IReadOnlyList<FindingAnswer> Items);

/// <param name="Gravity">"Error" stops a submission, "Warning" does not.</param>
/// <param name="Clause">From 1; null where it concerns the whole.</param>
/// <param name="Version">The language version; null where it concerns all.</param>
/// <param name="Words">As they stand in the text; null where something is missing.</param>
public sealed record FindingAnswer(ScreeningRule Rule, Gravity Gravity, int? Clause, Language? Version, string? Words)
{
    public static FindingAnswer Of(Finding finding) => new(finding.Rule, finding.Gravity, finding.Clause, finding.Version, finding.Words);
}
