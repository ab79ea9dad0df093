using System.Text.Json.Serialization;

namespace LocalDiplomacy.Workflows.Lifecycle;

/// <summary>
/// What was decided at home on one text before it went to an embassy. It holds for that text alone: an edit voids it,
/// and the same text submitted again goes on where it stood.
/// </summary>
public sealed record Clearance(TextHash Text, ApprovalGiven? Approval, CouncilOutcome? Council, CentralOutcome? Central)
{
    public static Clearance Of(TextHash text) => new(text, null, null, null);
}

/// <summary>The head of the office approved.</summary>
public sealed record ApprovalGiven(string Name, DateTimeOffset At);

/// <summary>What came of asking the council.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "outcome")]
[JsonDerivedType(typeof(Passed), "passed")]
[JsonDerivedType(typeof(Skipped), "skipped")]
public abstract record CouncilOutcome
{
    private CouncilOutcome() { }

    public sealed record Passed(CouncilDecision Decision) : CouncilOutcome;

    /// <param name="LegalBasis">Why the council need not decide.</param>
    public sealed record Skipped(string LegalBasis) : CouncilOutcome;
}

/// <summary>A council's decision as its clerk records it.</summary>
/// <param name="Session">As the council names it: "제352회 임시회".</param>
/// <param name="Reference">The number under which it can be found.</param>
public sealed record CouncilDecision(TextHash Text, string Session, DateOnly On, CouncilResult Result, string Reference);

/// <summary>Stored by name: never rename, only add.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CouncilResult>))]
public enum CouncilResult { Passed, Rejected }

/// <summary>What the central review said.</summary>
/// <param name="Name">Who answered; null where nobody did in time.</param>
/// <param name="Words">Comments or objections; null where there are none.</param>
public sealed record CentralOutcome(CentralAnswer Answer, string? Name, string? Words, DateTimeOffset At);

/// <summary>Stored by name: never rename, only add.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CentralAnswer>))]
public enum CentralAnswer
{
    NoObjection,
    Comments,
    Objection,
    /// <summary>No answer in time. Never an approval.</summary>
    Lapsed,
}

/// <summary>The ministry's desk, by link.</summary>
public sealed record CentralDesk(string Name, EmailAddress Address, Language Language);

/// <summary>Why a draft is back at the office.</summary>
/// <param name="From">The stage that sent it back.</param>
/// <param name="Reason">Null from the embassy review: the last round's outcome has it.</param>
public sealed record SentBack(StageName From, TextHash Text, string Name, string? Reason, DateTimeOffset At);
