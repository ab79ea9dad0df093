namespace LocalDiplomacy.Workflows.Lifecycle;

/// <summary>An MOU as its events leave it. Only <see cref="MouLifecycle.Evolve"/> makes one.</summary>
/// <param name="Version">The number of the last event: what an ETag names.</param>
/// <param name="Text">The text as the office has it now; in rounds, what was sent.</param>
/// <param name="StageSince">When the present stage began.</param>
public sealed record Mou(
    MouId Id,
    int Version,
    LocalGovernmentId Office,
    Particulars Particulars,
    TextHash Text,
    IReadOnlyList<Round> Rounds,
    Stage Stage,
    DateTimeOffset CreatedAt,
    DateTimeOffset StageSince,
    DateTimeOffset ChangedAt)
{
    /// <summary>The state before the first event.</summary>
    public static Mou NotBegun(MouId id) =>
        new(id, 0, new(""), null!, new(""), [], new Stage.NotBegun(), default, default, default);

    public Round? RoundNumbered(int number) => Rounds.FirstOrDefault(r => r.Number == number);
}

/// <summary>One round of review: the text that was sent, and how it ended.</summary>
public sealed record Round(int Number, TextHash Text, DateTimeOffset SubmittedAt, RoundOutcome? Outcome);

/// <summary>How a round ended.</summary>
/// <param name="Choice">What the embassy chose, or that the office withdrew.</param>
public sealed record RoundOutcome(ReviewChoice Choice, string OfficerName, string? Reason, bool ReasonIsPublic, DateTimeOffset At);

/// <summary>An embassy's choices, and the office's own end of a round.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(System.Text.Json.Serialization.JsonStringEnumConverter<ReviewChoice>))]
public enum ReviewChoice { Accepted, ChangesRequested, Declined, WithdrawnByOffice }
