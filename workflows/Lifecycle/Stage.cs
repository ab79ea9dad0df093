using System.Text.Json.Serialization;
using LocalDiplomacy.Workflows.Deadlines;

namespace LocalDiplomacy.Workflows.Lifecycle;

/// <summary>Where an MOU stands. A stage holds what that stage needs and nothing else; "not yet" is another stage.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "stage")]
[JsonDerivedType(typeof(NotBegun), "not-begun")]
[JsonDerivedType(typeof(Drafting), "draft")]
[JsonDerivedType(typeof(InternalApproval), "internal-approval")]
[JsonDerivedType(typeof(CouncilDecision), "council-decision")]
[JsonDerivedType(typeof(CentralReview), "central-review")]
[JsonDerivedType(typeof(UnderReview), "under-review")]
[JsonDerivedType(typeof(Agreed), "agreed")]
[JsonDerivedType(typeof(Signing), "signing")]
[JsonDerivedType(typeof(Signed), "signed")]
[JsonDerivedType(typeof(InEffect), "in-effect")]
[JsonDerivedType(typeof(Suspended), "suspended")]
[JsonDerivedType(typeof(NoticeGiven), "notice-given")]
[JsonDerivedType(typeof(Expired), "expired")]
[JsonDerivedType(typeof(Terminated), "terminated")]
[JsonDerivedType(typeof(Superseded), "superseded")]
[JsonDerivedType(typeof(Declined), "declined")]
[JsonDerivedType(typeof(Blocked), "blocked")]
[JsonDerivedType(typeof(Withdrawn), "withdrawn")]
[JsonDerivedType(typeof(OnHold), "on-hold")]
public abstract record Stage
{
    private Stage() { }

    /// <summary>Before the first event.</summary>
    public sealed record NotBegun : Stage;

    /// <param name="Round">The round that the next submission opens, from 1.</param>
    /// <param name="IdleReminderAt">When a draft that nobody touched reminds its office, or on the next working morning.</param>
    /// <param name="SentBack">Who sent it back and why; null for a draft that has not been anywhere.</param>
    public sealed record Drafting(int Round, DateTimeOffset IdleReminderAt, SentBack? SentBack) : Stage;

    /// <summary>결재: the head of the office approves or returns.</summary>
    public sealed record InternalApproval(int Round, TextHash Text, Submission Submission, Countdown Answer) : Stage;

    /// <summary>의회 의결: bound to the council's sessions, so without a date.</summary>
    public sealed record CouncilDecision(int Round, TextHash Text, Submission Submission) : Stage;

    /// <summary>중앙 협의, by link.</summary>
    /// <param name="UndeliveredAt">When it was known that the request had come back: its deadline stands since then.</param>
    public sealed record CentralReview(
        int Round, TextHash Text, Submission Submission, CentralReviewMode Mode, CentralDesk Desk, Countdown Answer, DateTimeOffset? LinkReissuedAt,
        DateTimeOffset? UndeliveredAt = null) : Stage;

    /// <param name="Embassies">The one that leads first.</param>
    public sealed record UnderReview(int Round, TextHash Text, IReadOnlyList<EmbassyReview> Embassies) : Stage
    {
        [JsonIgnore]
        public EmbassyReview Lead => Embassies[0];

        /// <summary>The next answer that is waited for.</summary>
        [JsonIgnore]
        public Deadline AnswerBy =>
            Embassies.Where(embassy => embassy.IsOpen).OrderBy(embassy => embassy.UndeliveredAt is not null).ThenBy(embassy => embassy.Answer.By.EndsAt).FirstOrDefault()?.Answer.By
            ?? Lead.Answer.By;

        /// <summary>Somebody who is asked does not have the request.</summary>
        [JsonIgnore]
        public bool CameBack => Embassies.Any(embassy => embassy is { IsOpen: true, UndeliveredAt: not null });

        [JsonIgnore]
        public bool Overdue => Embassies.Any(embassy => embassy.IsOpen && embassy.Answer.Overdue);

        public EmbassyReview? Of(MissionId mission) => Embassies.FirstOrDefault(embassy => embassy.Mission == mission);
    }

    /// <param name="Text">Frozen: this text and no other is signed.</param>
    public sealed record Agreed(int Round, TextHash Text, Deadline SetSigningBy, bool Overdue) : Stage;

    /// <param name="OneSidedAlertAt">When a signature that is missing is brought to the office's attention, or on the next working morning.</param>
    public sealed record Signing(
        int Round, TextHash Text, SigningSide LocalGovernment, SigningSide Counterparty,
        SigningMode Mode, DateTimeOffset OneSidedAlertAt, bool Alerted) : Stage
    {
        public SigningSide On(Side side) => side == Side.LocalGovernment ? LocalGovernment : Counterparty;
    }

    /// <summary>Both signed; it waits for its first day, or for the office to notify.</summary>
    /// <param name="Notify">Null: notified, or nobody is to be.</param>
    public sealed record Signed(Instrument Instrument, Countdown? Notify) : Stage;

    /// <param name="Notices">The numbers of days before the end for which notice was given.</param>
    /// <param name="WillNotRenew">A side said in time that it is not to be renewed.</param>
    public sealed record InEffect(Instrument Instrument, IReadOnlyList<int> Notices, bool WillNotRenew) : Stage
    {
        [JsonIgnore]
        public DateOnly Since => Instrument.Since;
    }

    /// <summary>Its term runs on; it is not renewed by itself.</summary>
    public sealed record Suspended(Instrument Instrument, IReadOnlyList<int> Notices, bool WillNotRenew, string Reason) : Stage;

    /// <param name="EndsOn">The last day on which it has effect.</param>
    public sealed record NoticeGiven(Instrument Instrument, DateOnly EndsOn, Side By, string Reason) : Stage;

    public sealed record Expired(Instrument Instrument, DateOnly On) : Stage;

    public sealed record Terminated(Instrument Instrument, DateOnly On, string Reason) : Stage;

    public sealed record Superseded(Instrument Instrument, DateOnly On, MouId By) : Stage;

    public sealed record Declined(int Round, TextHash Text, string OfficerName, string? Reason, bool ReasonIsPublic) : Stage;

    /// <summary>A binding central review objected.</summary>
    public sealed record Blocked(int Round, TextHash Text, string ReviewerName, string Reason) : Stage;

    public sealed record Withdrawn(string Reason) : Stage;

    /// <summary>A party merged or was abolished: nothing moves until the association releases it.</summary>
    /// <param name="Before">Where it goes on.</param>
    public sealed record OnHold(Stage Before, string Reason, DateTimeOffset Since) : Stage;

    /// <summary>The stage's stored name, also its name in the API: "under-review".</summary>
    [JsonIgnore]
    public StageName Name => this switch
    {
        NotBegun => StageName.NotBegun,
        Drafting => StageName.Draft,
        InternalApproval => StageName.InternalApproval,
        CouncilDecision => StageName.CouncilDecision,
        CentralReview => StageName.CentralReview,
        UnderReview => StageName.UnderReview,
        Agreed => StageName.Agreed,
        Signing => StageName.Signing,
        Signed => StageName.Signed,
        InEffect => StageName.InEffect,
        Suspended => StageName.Suspended,
        NoticeGiven => StageName.NoticeGiven,
        Expired => StageName.Expired,
        Terminated => StageName.Terminated,
        Superseded => StageName.Superseded,
        Declined => StageName.Declined,
        Blocked => StageName.Blocked,
        Withdrawn => StageName.Withdrawn,
        OnHold => StageName.OnHold,
        _ => throw new InvalidOperationException($"{GetType().Name} has no name."),
    };

    /// <summary>Nothing leads out of it, but the record stays.</summary>
    [JsonIgnore]
    public bool IsEnd => this is Expired or Terminated or Superseded or Declined or Blocked or Withdrawn;

    /// <summary>The stage itself; on hold, the one that waits behind it.</summary>
    [JsonIgnore]
    public Stage Live => this is OnHold hold ? hold.Before : this;

    /// <summary>What was signed; null before both did.</summary>
    [JsonIgnore]
    public Instrument? Given => this switch
    {
        Signed stage => stage.Instrument,
        InEffect stage => stage.Instrument,
        Suspended stage => stage.Instrument,
        NoticeGiven stage => stage.Instrument,
        Expired stage => stage.Instrument,
        Terminated stage => stage.Instrument,
        Superseded stage => stage.Instrument,
        OnHold stage => stage.Before.Given,
        _ => null,
    };
}

/// <summary>One side of a signing: who is asked, and what they gave.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "side")]
[JsonDerivedType(typeof(Asked), "asked")]
[JsonDerivedType(typeof(AtCeremony), "at-ceremony")]
[JsonDerivedType(typeof(Signed), "signed")]
public abstract record SigningSide(Signer Signer)
{
    public sealed record Asked(Signer Signer, DateTimeOffset? LinkReissuedAt) : SigningSide(Signer);

    /// <summary>Signs on paper: holds no link.</summary>
    public sealed record AtCeremony(Signer Signer) : SigningSide(Signer);

    public sealed record Signed(Signer Signer, Signature Signature) : SigningSide(Signer);
}

/// <summary>The stages' names, as lists, the API and the pages' words use them. Stored by name: never rename, only add.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StageName>))]
public enum StageName
{
    NotBegun, Draft, InternalApproval, CouncilDecision, CentralReview, UnderReview, Agreed, Signing, Signed, InEffect, Suspended, NoticeGiven,
    Expired, Terminated, Superseded, Declined, Blocked, Withdrawn, OnHold,
}
