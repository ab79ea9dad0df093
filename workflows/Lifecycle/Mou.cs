using System.Text.Json.Serialization;

namespace LocalDiplomacy.Workflows.Lifecycle;

/// <summary>An MOU as its events leave it. Only <see cref="MouLifecycle.Evolve"/> makes one.</summary>
/// <param name="Version">The number of the last event: what an ETag names.</param>
/// <param name="Text">The text as the office has it now; in rounds, what was sent.</param>
/// <param name="StageSince">When the present stage began.</param>
/// <param name="Settings">That it was started with; null for a case older than settings: no steps.</param>
/// <param name="Clearance">What was decided at home on the present text; null as long as nothing was.</param>
/// <param name="CouncilRejections">A rejected text cannot come back in the same session.</param>
/// <param name="Comments">Of the embassies and the ministry, at clauses: that they are there, and how each was answered.</param>
/// <param name="Variations">Those in effect, oldest first: what was signed reads as they say.</param>
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
    DateTimeOffset ChangedAt,
    AssociationSettings? Settings,
    Clearance? Clearance,
    IReadOnlyList<CouncilDecision> CouncilRejections,
    IReadOnlyList<MouLink> Links,
    IReadOnlyList<VariationTaken> Variations,
    IReadOnlyList<CommentMark> Comments)
{
    /// <summary>An address that waits for a second administrator, or waited in vain.</summary>
    public RecipientProposal? Proposal { get; init; }

    /// <summary>Set while an administrator has stopped the case's orchestration.</summary>
    public OrchestrationStop? Stop { get; init; }

    /// <summary>That it is to be terminated, waiting for a second administrator, or having waited in vain.</summary>
    public OrchestrationEndProposal? EndProposal { get; init; }

    /// <summary>Who was reminded, and when last.</summary>
    public IReadOnlyList<RemindedMark> Reminded { get; init; } = [];

    /// <summary>Of what was signed on paper, oldest first.</summary>
    public IReadOnlyList<Scan> Scans { get; init; } = [];

    /// <summary>The office lets the register show the text that was signed.</summary>
    public bool IsTextReleased { get; init; }

    /// <summary>Who brought the present stage about; null before the first event.</summary>
    public Actor? StageBy { get; init; }

    /// <summary>The day on which the office reported the signing; null: it has not, or nobody is to be told.</summary>
    public DateOnly? ReportedOn { get; init; }

    /// <summary>The original that this side keeps was signed on paper, and no scan of it is kept yet.</summary>
    public bool NeedsScan(Side of) => Stage.Given is { LocalGovernment.OnPaper: true } && Scans.All(scan => scan.Of != of);

    /// <summary>The state before the first event.</summary>
    public static Mou NotBegun(MouId id) =>
        new(id, 0, new(""), null!, new(""), [], new Stage.NotBegun(), default, default, default, null, null, [], [], [], []);

    /// <summary>What holds for this case's kind and office.</summary>
    [JsonIgnore]
    public KindSettings Rules => (Settings ?? AssociationSettings.StepsOff).Of(Particulars.Kind, Office);

    /// <summary>It changes another MOU, and from its first day on has that one's term and no other.</summary>
    [JsonIgnore]
    public bool IsVariation => Links.Any(link => link.Kind == MouLinkKind.Varied);

    /// <summary>Comments that the office has not answered.</summary>
    [JsonIgnore]
    public IEnumerable<CommentMark> Unanswered => Comments.Where(mark => mark is { Verdict: null, IsTakenBack: false });

    public Round? RoundNumbered(int number) => Rounds.FirstOrDefault(r => r.Number == number);

    /// <summary>The embassies that were asked last, the one that leads first; none before the first round.</summary>
    [JsonIgnore]
    public IReadOnlyList<EmbassyReview> Embassies =>
        Stage.Live is Stage.UnderReview review ? review.Embassies : (Rounds is [.., var last] ? last.Embassies : []);
}

/// <summary>One round of review: the text that was sent, and how it ended.</summary>
/// <param name="Embassies">As each embassy stood when the round ended; empty while it is under way.</param>
/// <param name="Central">The ministry's desk that this submission named, as it was asked last.</param>
public sealed record Round(
    int Number, TextHash Text, DateTimeOffset SubmittedAt, RoundOutcome? Outcome, IReadOnlyList<EmbassyReview> Embassies, CentralDesk? Central);

/// <summary>How a round ended.</summary>
/// <param name="Choice">What the embassy chose, or that the office withdrew.</param>
/// <param name="Mission">The embassy whose answer ended it; null where the office did, or the leading one before others could be asked.</param>
public sealed record RoundOutcome(
    ReviewChoice Choice, string OfficerName, string? Reason, bool ReasonIsPublic, DateTimeOffset At, MissionId? Mission = null);

/// <summary>An embassy's choices, and the office's own end of a round.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReviewChoice>))]
public enum ReviewChoice { Accepted, ChangesRequested, Declined, WithdrawnByOffice }
