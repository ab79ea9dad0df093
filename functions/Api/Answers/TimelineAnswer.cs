using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Pages.Administration.Cases;

namespace LocalDiplomacy.Functions.Api.Answers;

/// <summary>Everything that happened to an MOU and in the machine, oldest first.</summary>
public sealed record TimelineAnswer(IReadOnlyList<TimelineEntryAnswer> Items)
{
    public static TimelineAnswer Of(CaseTimeline timeline) => new([.. timeline.Entries.Select(entry => TimelineEntryAnswer.Of(entry, timeline))]);
}

/// <param name="Kind">"event", "effect", "mail", "look", "orchestration" or "timer".</param>
/// <param name="Name">The effect's name, the mail's id, the event's number, the version that was looked at.</param>
/// <param name="Until">When it was done; null for a moment, and for what is not done.</param>
/// <param name="Failures">How often it failed.</param>
/// <param name="Error">The type of the error that it failed with last; null where it was done in the end.</param>
/// <param name="State">A mail's or an orchestration's.</param>
/// <param name="TraceAddress">Where a viewer of traces is set.</param>
public sealed record TimelineEntryAnswer(
    string Kind, string Name, DateTimeOffset At, DateTimeOffset? Until, int Failures, string? Error, string? State, string? Trace, string? TraceAddress)
{
    public static TimelineEntryAnswer Of(TimelineEntry entry, CaseTimeline timeline) => new(
        KebabCase.Of(entry.Kind.ToString()), entry.Name, entry.At, entry.Until, entry.Failures, entry.Error, entry.State is { } state ? KebabCase.Of(state) : null,
        entry.Trace, entry.Trace is { } trace ? timeline.AddressOf(trace) : null);
}
