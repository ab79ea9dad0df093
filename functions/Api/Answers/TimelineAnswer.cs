using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Pages.Administration.Cases;

namespace LocalDiplomacy.Functions.Api.Answers;

/// <summary>Everything that happened to an MOU and in the machine, oldest first.</summary>
/// <param name="EarlierSteps">How many earlier steps of the orchestration's present execution are left out; all=true in the address brings them.</param>
/// <param name="HasHistory">False: this host does not tell an orchestration's history.</param>
public sealed record TimelineAnswer(IReadOnlyList<TimelineEntryAnswer> Items, int EarlierSteps, bool HasHistory)
{
    public static TimelineAnswer Of(CaseTimeline timeline) => new([.. timeline.Entries.Select(entry => TimelineEntryAnswer.Of(entry, timeline))], timeline.EarlierSteps, timeline.HasHistory);
}

/// <param name="Kind">"event", "effect", "mail", "look", "orchestration" or "timer"; of the engine's history "turn", "activity", "child", "signal" or "wait".</param>
/// <param name="Name">The effect's name, the mail's id, the event's number, the version that was looked at.</param>
/// <param name="Until">When it was done; null for a moment, and for what is not done.</param>
/// <param name="Failures">How often it failed.</param>
/// <param name="Error">The type of the error that it failed with last; null where it was done in the end.</param>
/// <param name="State">A mail's or an orchestration's.</param>
/// <param name="TraceAddress">Where a viewer of traces is set.</param>
/// <param name="Input">What an activity, a child or a signal was given: JSON with everything personal masked.</param>
/// <param name="Output">What came of it, likewise.</param>
public sealed record TimelineEntryAnswer(
    string Kind, string Name, DateTimeOffset At, DateTimeOffset? Until, int Failures, string? Error, string? State, string? Trace, string? TraceAddress, string? Input, string? Output)
{
    public static TimelineEntryAnswer Of(TimelineEntry entry, CaseTimeline timeline) => new(
        KebabCase.Of(entry.Kind.ToString()), entry.Name, entry.At, entry.Until, entry.Failures, entry.Error, entry.State is { } state ? KebabCase.Of(state) : null,
        entry.Trace, entry.Trace is { } trace ? timeline.AddressOf(trace) : null, entry.Input, entry.Output);
}
