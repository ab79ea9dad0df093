using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Pages.Administration.Cases;

/// <summary>What stands on a case's timeline.</summary>
public enum TimelineKind
{
    /// <summary>Something that was recorded: the matter itself.</summary>
    Event,
    /// <summary>What followed from an event, carried out by the orchestration.</summary>
    Effect,
    /// <summary>A mail's way to the mail service, in an orchestration of its own.</summary>
    Mail,
    /// <summary>The orchestration looked, found nothing to do, and slept.</summary>
    Look,
    /// <summary>The orchestration's own beginning and end.</summary>
    Orchestration,
    /// <summary>When time brings the next thing about.</summary>
    Timer,
    /// <summary>The engine ran the orchestration a step further.</summary>
    Turn,
    /// <summary>A call of the orchestration with all its tries.</summary>
    Activity,
    /// <summary>An orchestration that this one began.</summary>
    Child,
    /// <summary>Somebody told the orchestration something.</summary>
    Signal,
    /// <summary>A timer of the orchestration, by the time for which it was set.</summary>
    Wait,
}

/// <summary>One entry.</summary>
/// <param name="Name">What it is called in the machine: the effect's name, the mail's id, the event's number.</param>
/// <param name="Until">When it was done; null: it is a moment, or is not done.</param>
/// <param name="Failures">How often it failed before, or up to now.</param>
/// <param name="Error">The type of error that it last failed with; null: none, or it was done in the end.</param>
/// <param name="State">Of a mail or an orchestration: its state by name.</param>
/// <param name="Trace">A trace id.</param>
public sealed record TimelineEntry(
    TimelineKind Kind, string Name, DateTimeOffset At, DateTimeOffset? Until = null, int Failures = 0, string? Error = null, string? State = null, string? Trace = null)
{
    /// <summary>Of an event: itself.</summary>
    public RecordedEvent? Recorded { get; init; }

    /// <summary>What it was given, as JSON; masked unless it was opened.</summary>
    public string? Input { get; init; }

    /// <summary>What came of it.</summary>
    public string? Output { get; init; }

    public TimeSpan? Took => Until - At;
}

/// <summary>All of it, oldest first.</summary>
/// <param name="TraceViewer">Where a trace is looked at, with {trace} for its id.</param>
public sealed record CaseTimeline(IReadOnlyList<TimelineEntry> Entries, string? TraceViewer)
{
    /// <summary>How many earlier steps of the orchestration's own history are left out.</summary>
    public int EarlierSteps { get; init; }

    /// <summary>False: this host does not tell an orchestration's history, and there is none of it here.</summary>
    public bool HasHistory { get; init; } = true;

    /// <summary>Null where no viewer is set.</summary>
    public string? AddressOf(string trace) => TraceViewer?.Replace("{trace}", Uri.EscapeDataString(trace), StringComparison.Ordinal);
}

/// <summary>
/// Puts moments of a case on one axis. A case waits for weeks and works for milliseconds: on an even axis nothing of the work
/// would be seen. So each stretch between two moments is as wide as the logarithm of its length.
/// </summary>
public sealed class CompressedAxis
{
    private readonly List<DateTimeOffset> _moments;
    private readonly List<double> _places = [0];

    public CompressedAxis(IEnumerable<DateTimeOffset> moments)
    {
        _moments = [.. moments.Distinct().Order()];
        for (var next = 1; next < _moments.Count; next++)
            _places.Add(_places[^1] + Math.Log2(2 + (_moments[next] - _moments[next - 1]).TotalMilliseconds));
    }

    /// <summary>Between 0 and 1000; only for the moments that it was made of.</summary>
    public double PlaceOf(DateTimeOffset moment) =>
        _moments.BinarySearch(moment) is var found and >= 0 && _places[^1] > 0 ? 1000 * _places[found] / _places[^1] : 0;
}
