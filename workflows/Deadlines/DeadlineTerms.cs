using System.Text.Json.Serialization;

namespace LocalDiplomacy.Workflows.Deadlines;

/// <summary>All that a deadline is counted from, so that it can be explained day by day long after.</summary>
/// <param name="Start">What started the clock.</param>
/// <param name="Length">How long the period is.</param>
/// <param name="Changes">What moved its end since, in the order in which it was recorded.</param>
public sealed record DeadlineTerms(PeriodStart Start, PeriodLength Length, IReadOnlyList<DeadlineChange> Changes)
{
    public bool Equals(DeadlineTerms? other) =>
        other is not null && Start == other.Start && Length == other.Length && Changes.SequenceEqual(other.Changes);

    public override int GetHashCode() => HashCode.Combine(Start, Length, Changes.Count);
}

/// <param name="At">In UTC; the period's first day, which is not counted, is the day of it in Seoul.</param>
public sealed record PeriodStart(DateTimeOffset At, StartCause Cause);

/// <summary>What starts the clock. Arrival does; the sending stands in for it until the arrival is known.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StartCause>))]
public enum StartCause
{
    /// <summary>A deed recorded here: a decision, a submission.</summary>
    Recorded,

    /// <summary>Sent, and not known to have arrived.</summary>
    Sent,

    /// <summary>Entered in the recipient's system.</summary>
    Arrived,

    /// <summary>Sent again, because what came could not be read.</summary>
    Resent,

    /// <summary>Sent again, because it had come back undelivered.</summary>
    SentAnew,
}

/// <summary>What moved the end of a period.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "change")]
[JsonDerivedType(typeof(Extended), "extended.v1")]
[JsonDerivedType(typeof(Interrupted), "interrupted.v1")]
[JsonDerivedType(typeof(Restarted), "restarted.v1")]
public abstract record DeadlineChange
{
    private DeadlineChange() { }

    /// <summary>More time, counted from the end that stood.</summary>
    public sealed record Extended(DateTimeOffset At, PeriodLength By, ExtendedBy Who, string Reason) : DeadlineChange;

    /// <summary>The system was away. Moves the end only where the last day fell into it.</summary>
    /// <param name="RepairedAt">The first moment at which it worked again.</param>
    public sealed record Interrupted(DateTimeOffset From, DateTimeOffset RepairedAt) : DeadlineChange;

    /// <summary>The whole period begins anew; extensions that were granted stay granted.</summary>
    public sealed record Restarted(DateTimeOffset At, StartCause Cause) : DeadlineChange;
}

/// <summary>Who gave more time.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ExtendedBy>))]
public enum ExtendedBy
{
    Office,
    Desk,

    /// <summary>Who has the deadline took the extension that the rules give: an embassy that refers to its capital.</summary>
    Reader,

    /// <summary>The matter was held up, and gets the days back.</summary>
    Hold,
}
