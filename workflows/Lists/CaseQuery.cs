using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Register;

namespace LocalDiplomacy.Workflows.Lists;

/// <summary>What the desk looks for. Every member that is set narrows.</summary>
/// <param name="Mission">The one that leads, or another one of the case.</param>
/// <param name="Country">Of the counterparty, ISO 3166-1 alpha-2.</param>
/// <param name="DueFrom">Something is due on this day in Seoul or later.</param>
/// <param name="DueUntil">Something is due on this day in Seoul or earlier.</param>
/// <param name="Orchestration">What its orchestration is known to be.</param>
/// <param name="Words">In any language: each must be found, as part of a word, in the title, the counterparty's name or the id.</param>
public sealed record CaseQuery(
    StageName? Stage = null, WaitedOn? WaitedOn = null, LocalGovernmentId? Office = null, MissionId? Mission = null, string? Country = null, MouKind? Kind = null,
    DateOnly? DueFrom = null, DateOnly? DueUntil = null, OrchestrationStanding? Orchestration = null, bool? Overdue = null, bool? CameBack = null, string? Words = null)
{
    public bool IsEmpty => this with { Words = string.IsNullOrWhiteSpace(Words) ? null : Words } == new CaseQuery();

    /// <summary>Who is waited on comes with whoever waits longest; what is due with the next; all else with the newest.</summary>
    internal CaseOrder Order =>
        DueFrom is not null || DueUntil is not null ? CaseOrder.NextDue
        : WaitedOn is not null || Overdue is true || CameBack is true ? CaseOrder.LongestWaiting
        : CaseOrder.Newest;

    /// <summary>The same, made ready to look at many cases.</summary>
    internal Predicate<IndexedCase> Prepared(Func<IndexedCase, OrchestrationStanding> standingOf)
    {
        var words = FoldedWords.Of(Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var from = DueFrom is { } first ? SeoulTime.On(first, TimeOnly.MinValue).UtcTicks : (long?)null;
        var until = DueUntil is { } last ? SeoulTime.EndOf(last).UtcTicks : (long?)null;
        return one => Fits(one)
            && (from is null || one.Due >= from) && (until is null || one.Due < until)
            && (Orchestration is not { } standing || standingOf(one) == standing)
            && Array.TrueForAll(words, word => one.Words.Contains(word, StringComparison.Ordinal));
    }

    private bool Fits(IndexedCase one) =>
        (Stage is not { } stage || one.Stage == stage)
        && (WaitedOn is not { } whom || one.WaitedOn == whom)
        && (Kind is not { } kind || one.Kind == kind)
        && (Overdue is not { } overdue || one.Overdue == overdue)
        && (CameBack is not { } cameBack || one.CameBack == cameBack)
        && (Country is null || one.Country == Country)
        && (Office is not { } office || one.Office == office)
        && (Mission is not { } mission || Array.IndexOf(one.Missions, mission) >= 0);
}

internal enum CaseOrder { Newest, LongestWaiting, NextDue }
