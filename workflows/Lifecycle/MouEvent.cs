using System.Text.Json.Serialization;
using LocalDiplomacy.Workflows.Deadlines;

namespace LocalDiplomacy.Workflows.Lifecycle;

/// <summary>
/// Everything that can have happened to an MOU. Discriminators are stored for decades: never edited, only added. What an
/// event gained later may be null in one that was recorded before. Deadlines stand in the events: a replay computes none.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(DraftCreated), "mou.draft-created.v1")]
[JsonDerivedType(typeof(DraftReplaced), "mou.draft-replaced.v1")]
[JsonDerivedType(typeof(ApprovalRequested), "mou.approval-requested.v1")]
[JsonDerivedType(typeof(ApprovedInternally), "mou.approved-internally.v1")]
[JsonDerivedType(typeof(ReturnedToDrafter), "mou.returned-to-drafter.v1")]
[JsonDerivedType(typeof(CouncilAsked), "mou.council-asked.v1")]
[JsonDerivedType(typeof(CouncilDecided), "mou.council-decided.v1")]
[JsonDerivedType(typeof(CouncilSkipped), "mou.council-skipped.v1")]
[JsonDerivedType(typeof(CentralReviewRequested), "mou.central-review-requested.v1")]
[JsonDerivedType(typeof(CentralReviewAnswered), "mou.central-review-answered.v1")]
[JsonDerivedType(typeof(CentralReviewLapsed), "mou.central-review-lapsed.v1")]
[JsonDerivedType(typeof(DraftSubmitted), "mou.draft-submitted.v1")]
[JsonDerivedType(typeof(TextReopened), "mou.text-reopened.v1")]
[JsonDerivedType(typeof(ReviewAcknowledged), "mou.review-acknowledged.v1")]
[JsonDerivedType(typeof(EmbassyAccepted), "mou.embassy-accepted.v1")]
[JsonDerivedType(typeof(TextAccepted), "mou.text-accepted.v1")]
[JsonDerivedType(typeof(ChangesRequested), "mou.changes-requested.v1")]
[JsonDerivedType(typeof(EmbassyDeclined), "mou.embassy-declined.v1")]
[JsonDerivedType(typeof(ReviewDeclined), "mou.review-declined.v1")]
[JsonDerivedType(typeof(ReferredToCapital), "mou.referred-to-capital.v1")]
[JsonDerivedType(typeof(CapitalExtended), "mou.capital-extended.v1")]
[JsonDerivedType(typeof(ReturnedFromCapital), "mou.returned-from-capital.v1")]
[JsonDerivedType(typeof(ReviewHandedOver), "mou.review-handed-over.v1")]
[JsonDerivedType(typeof(ResendRequested), "mou.resend-requested.v1")]
[JsonDerivedType(typeof(DocumentResent), "mou.document-resent.v1")]
[JsonDerivedType(typeof(DocumentArrived), "mou.document-arrived.v1")]
[JsonDerivedType(typeof(DeadlineMoved), "mou.deadline-moved.v1")]
[JsonDerivedType(typeof(SigningOpened), "mou.signing-opened.v1")]
[JsonDerivedType(typeof(CeremonySet), "mou.ceremony-set.v1")]
[JsonDerivedType(typeof(SignerReplaced), "mou.signer-replaced.v1")]
[JsonDerivedType(typeof(TextSigned), "mou.text-signed.v1")]
[JsonDerivedType(typeof(FullySigned), "mou.fully-signed.v1")]
[JsonDerivedType(typeof(NotificationRecorded), "mou.notification-recorded.v1")]
[JsonDerivedType(typeof(TookEffect), "mou.took-effect.v1")]
[JsonDerivedType(typeof(Renewed), "mou.renewed.v1")]
[JsonDerivedType(typeof(RenewedAutomatically), "mou.renewed-automatically.v1")]
[JsonDerivedType(typeof(RenewalRefused), "mou.renewal-refused.v1")]
[JsonDerivedType(typeof(Suspended), "mou.suspended.v1")]
[JsonDerivedType(typeof(Resumed), "mou.resumed.v1")]
[JsonDerivedType(typeof(NoticeGiven), "mou.notice-given.v1")]
[JsonDerivedType(typeof(Terminated), "mou.terminated.v1")]
[JsonDerivedType(typeof(Expired), "mou.expired.v1")]
[JsonDerivedType(typeof(Superseded), "mou.superseded.v1")]
[JsonDerivedType(typeof(LinkedMouStarted), "mou.linked-mou-started.v1")]
[JsonDerivedType(typeof(Varied), "mou.varied.v1")]
[JsonDerivedType(typeof(HeldUp), "mou.held-up.v1")]
[JsonDerivedType(typeof(Released), "mou.released.v1")]
[JsonDerivedType(typeof(SuccessorConfirmed), "mou.successor-confirmed.v1")]
[JsonDerivedType(typeof(Withdrawn), "mou.withdrawn.v1")]
[JsonDerivedType(typeof(Corrected), "mou.corrected.v1")]
[JsonDerivedType(typeof(LinkReissued), "mou.link-reissued.v1")]
[JsonDerivedType(typeof(RecipientProposed), "mou.recipient-proposed.v1")]
[JsonDerivedType(typeof(RecipientChanged), "mou.recipient-changed.v1")]
[JsonDerivedType(typeof(RecipientProposalDropped), "mou.recipient-proposal-dropped.v1")]
[JsonDerivedType(typeof(ReminderFellDue), "mou.reminder-fell-due.v1")]
[JsonDerivedType(typeof(FellOverdue), "mou.fell-overdue.v1")]
[JsonDerivedType(typeof(MailUndelivered), "mou.mail-undelivered.v1")]
[JsonDerivedType(typeof(DeadlineStopped), "mou.deadline-stopped.v1")]
[JsonDerivedType(typeof(ClauseCommented), "mou.clause-commented.v1")]
[JsonDerivedType(typeof(CommentAnswered), "mou.comment-answered.v1")]
[JsonDerivedType(typeof(CentralReviewResent), "mou.central-review-resent.v1")]
[JsonDerivedType(typeof(ScanKept), "mou.scan-kept.v1")]
[JsonDerivedType(typeof(TextReleased), "mou.text-released.v1")]
[JsonDerivedType(typeof(TextWithheld), "mou.text-withheld.v1")]
[JsonDerivedType(typeof(CommentTakenBack), "mou.comment-taken-back.v1")]
[JsonDerivedType(typeof(OrchestrationIntervened), "mou.orchestration-intervened.v1")]
[JsonDerivedType(typeof(OrchestrationEndProposed), "mou.orchestration-end-proposed.v1")]
[JsonDerivedType(typeof(OrchestrationEndDropped), "mou.orchestration-end-dropped.v1")]
[JsonDerivedType(typeof(Reminded), "mou.reminded.v1")]
public abstract record MouEvent
{
    private MouEvent() { }

    public sealed record DraftCreated(
        LocalGovernmentId Office, Particulars Particulars, TextHash Text, AssociationSettings? Settings = null, MouLink? Origin = null) : MouEvent;

    public sealed record DraftReplaced(Particulars Particulars, TextHash Text) : MouEvent;

    public sealed record ApprovalRequested(int Round, TextHash Text, Submission Submission, Deadline AnswerBy) : MouEvent;

    public sealed record ApprovedInternally(int Round, TextHash Text, string Name) : MouEvent;

    public sealed record ReturnedToDrafter(int Round, TextHash Text, string Name, string Reason) : MouEvent;

    public sealed record CouncilAsked(int Round, TextHash Text, Submission Submission) : MouEvent;

    public sealed record CouncilDecided(int Round, CouncilDecision Decision) : MouEvent;

    /// <param name="LegalBasis">Why the council need not decide.</param>
    public sealed record CouncilSkipped(int Round, TextHash Text, string LegalBasis) : MouEvent;

    public sealed record CentralReviewRequested(
        int Round, TextHash Text, Submission Submission, CentralReviewMode Mode, CentralDesk Desk, Deadline AnswerBy) : MouEvent;

    public sealed record CentralReviewAnswered(int Round, TextHash Text, CentralAnswer Answer, string Name, string? Words) : MouEvent;

    /// <summary>No answer in time. Never an approval.</summary>
    public sealed record CentralReviewLapsed(int Round, TextHash Text) : MouEvent;

    /// <summary>The round went to the embassies.</summary>
    /// <param name="Reviewer">Of the mission that leads.</param>
    /// <param name="AcknowledgeBy">Null: no acknowledgement is waited for by a date.</param>
    public sealed record DraftSubmitted(
        int Round, TextHash Text, Reviewer Reviewer, Deadline AnswerBy, EmbassyRole Role = EmbassyRole.Facilitator,
        IReadOnlyList<EmbassyAsked>? Others = null, Deadline? AcknowledgeBy = null, CentralDesk? Central = null,
        AcceptedWarnings? Screened = null) : MouEvent;

    public sealed record TextReopened(TextHash Text, string Reason) : MouEvent;

    public sealed record ReviewAcknowledged(int Round, MissionId Mission, string OfficerName) : MouEvent;

    /// <summary>One of several embassies accepted; others are waited for.</summary>
    public sealed record EmbassyAccepted(int Round, TextHash Text, MissionId Mission, string OfficerName) : MouEvent;

    /// <summary>The last embassy that was waited for accepted.</summary>
    /// <param name="Mission">Null: the one that leads.</param>
    public sealed record TextAccepted(int Round, TextHash Text, string OfficerName, Deadline SetSigningBy, MissionId? Mission = null) : MouEvent;

    public sealed record ChangesRequested(
        int Round, TextHash Text, string OfficerName, string Reason, bool ReasonIsPublic, MissionId? Mission = null) : MouEvent;

    /// <summary>One of several embassies left; the others go on.</summary>
    public sealed record EmbassyDeclined(int Round, TextHash Text, MissionId Mission, string OfficerName, string? Reason, bool ReasonIsPublic) : MouEvent;

    public sealed record ReviewDeclined(
        int Round, TextHash Text, string OfficerName, string? Reason, bool ReasonIsPublic, MissionId? Mission = null) : MouEvent;

    /// <param name="Mission">Null: the ministry, in its review.</param>
    public sealed record ClauseCommented(
        int Round, TextHash Text, MissionId? Mission, string OfficerName, int Number, int Clause, Language? Version, string? Words, string? Proposed) : MouEvent;

    /// <summary>By its author, before it was answered. What was said stays in the record.</summary>
    public sealed record CommentTakenBack(int Number, TextHash Text, MissionId? Mission, string OfficerName) : MouEvent;

    /// <param name="Text">The text that the comment was made on.</param>
    public sealed record CommentAnswered(int Number, TextHash Text, CommentVerdict Verdict, string? Words) : MouEvent;

    public sealed record ReferredToCapital(int Round, MissionId Mission, string OfficerName, Deadline AnswerBy) : MouEvent;

    public sealed record CapitalExtended(int Round, MissionId Mission, string OfficerName, int Extension, Deadline AnswerBy) : MouEvent;

    public sealed record ReturnedFromCapital(int Round, MissionId Mission, string OfficerName) : MouEvent;

    public sealed record ReviewHandedOver(int Round, MissionId Mission, string OfficerName, Reviewer To) : MouEvent;

    public sealed record ResendRequested(int Round, MissionId Mission, string OfficerName, string What) : MouEvent;

    /// <param name="To">Where it went, after it had come back; null: where it had gone before.</param>
    public sealed record DocumentResent(int Round, MissionId Mission, Deadline AnswerBy, Deadline? AcknowledgeBy, Reviewer? To = null) : MouEvent;

    /// <summary>The request for the central review, which had come back, was sent again.</summary>
    public sealed record CentralReviewResent(int Round, CentralDesk Desk, Deadline AnswerBy) : MouEvent;

    /// <summary>By the office; what the clock reminds of has an event of its own.</summary>
    public sealed record Reminded(Recipient To, MissionId? Mission = null) : MouEvent;

    public sealed record DocumentArrived(
        LinkHolder Holder, MissionId? Mission, DateTimeOffset ArrivedAt, Deadline AnswerBy, Deadline? AcknowledgeBy, string? Reason = null) : MouEvent;

    public sealed record DeadlineMoved(Reminder Matter, MissionId? Mission, Deadline To, DeadlineCause Cause, string? Reason) : MouEvent;

    public sealed record SigningOpened(TextHash Text, Signer LocalGovernment, Signer Counterparty, ElectronicSigningAgreement Agreement) : MouEvent;

    /// <param name="Closed">What screening warned of: who does not work on that day. Null in events of before it was screened.</param>
    public sealed record CeremonySet(
        TextHash Text, Signer LocalGovernment, Signer Counterparty, Ceremony Ceremony, IReadOnlyList<CeremonyClosure>? Closed = null) : MouEvent;

    public sealed record SignerReplaced(Signer Signer) : MouEvent;

    public sealed record TextSigned(Signature Signature) : MouEvent;

    /// <param name="EffectFrom">Its first day in effect.</param>
    /// <param name="NotifyBy">Null: nobody is to be notified.</param>
    public sealed record FullySigned(DateOnly SignedOn, DateOnly EffectFrom, DateOnly? EndsOn, Deadline? NotifyBy) : MouEvent;

    public sealed record ScanKept(Scan Scan) : MouEvent;

    public sealed record TextReleased(TextHash Text) : MouEvent;

    public sealed record TextWithheld(TextHash Text, string Reason) : MouEvent;

    public sealed record NotificationRecorded(string Reference, DateOnly On) : MouEvent;

    /// <param name="On">The day in Seoul from which the MOU has effect.</param>
    /// <param name="EndsOn">The last day; null: without an end.</param>
    public sealed record TookEffect(DateOnly On, DateOnly? EndsOn = null) : MouEvent;

    public sealed record Renewed(DateOnly Until, string Reference) : MouEvent;

    public sealed record RenewedAutomatically(DateOnly Until) : MouEvent;

    public sealed record RenewalRefused(Side By, DateOnly NotifiedOn) : MouEvent;

    public sealed record Suspended(string Reason) : MouEvent;

    public sealed record Resumed(string Reason) : MouEvent;

    public sealed record NoticeGiven(Side By, DateOnly EndsOn, string Reason) : MouEvent;

    public sealed record Terminated(DateOnly On, string Reason) : MouEvent;

    public sealed record Expired(DateOnly On) : MouEvent;

    public sealed record Superseded(DateOnly On, MouId By) : MouEvent;

    public sealed record LinkedMouStarted(MouLinkKind Kind, MouId Other) : MouEvent;

    /// <summary>A variation took effect: what was signed reads as it says from that day on.</summary>
    /// <param name="Term">Null: the term stays.</param>
    public sealed record Varied(MouId By, TextHash Text, DateOnly On, VariedTerm? Term) : MouEvent;

    public sealed record HeldUp(string Reason) : MouEvent;

    public sealed record Released(string? Reason = null) : MouEvent;

    public sealed record SuccessorConfirmed(LocalGovernmentId Former, LocalGovernmentId Successor, string? Reason = null) : MouEvent;

    public sealed record Withdrawn(string Reason) : MouEvent;

    public sealed record Corrected(int EventNumber, string Words) : MouEvent;

    public sealed record LinkReissued(LinkHolder Holder, MissionId? Mission = null, string? Reason = null) : MouEvent;

    public sealed record RecipientProposed(LinkHolder Holder, MissionId? Mission, EmailAddress Address, string? Name, string Reason) : MouEvent;

    /// <param name="Former">Where the dead link went.</param>
    /// <param name="Proposal">The number of the event that proposed it.</param>
    /// <param name="Reason">How the second administrator made sure of the address.</param>
    public sealed record RecipientChanged(
        LinkHolder Holder, MissionId? Mission, EmailAddress Former, EmailAddress Address, string? Name, int Proposal, string Reason) : MouEvent;

    public sealed record RecipientProposalDropped(int Proposal, string Reason) : MouEvent;

    /// <param name="WorkingDaysLeft">Until the deadline; calendar days for the end of a term; 0 for a reminder that has none.</param>
    public sealed record ReminderFellDue(Reminder Reminder, int WorkingDaysLeft, MissionId? Mission = null) : MouEvent;

    public sealed record FellOverdue(Reminder Matter, MissionId? Mission = null) : MouEvent;

    public sealed record MailUndelivered(string MailId, LinkHolder? Holder, string Why, MissionId? Mission = null) : MouEvent;

    /// <summary>The request itself came back: no time runs until it is sent again, or its reader turns out to have it.</summary>
    /// <param name="Mission">Whose; null: of the central review.</param>
    public sealed record DeadlineStopped(int Round, MissionId? Mission) : MouEvent;

    /// <summary>An administrator stepped in. It changes nothing of the matter itself.</summary>
    /// <param name="Found">How the orchestration was just before.</param>
    /// <param name="Effect">The one that was tried again.</param>
    /// <param name="Proposal">Of a termination: the number of the event that proposed it.</param>
    public sealed record OrchestrationIntervened(Intervention Deed, string Reason, OrchestrationFound Found, string? Effect = null, int? Proposal = null) : MouEvent;

    public sealed record OrchestrationEndProposed(string Reason, OrchestrationFound Found) : MouEvent;

    public sealed record OrchestrationEndDropped(int Proposal, string Reason) : MouEvent;
}

/// <summary>What a deadline, a reminder or an overdue notice is about. Stored by name: never rename, only add.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Reminder>))]
public enum Reminder { IdleDraft, Review, SetSigning, Signature, Approval, CentralReview, Acknowledgement, Notification, TermEnd }

/// <summary>Why a deadline moved. Stored by name: never rename, only add.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DeadlineCause>))]
public enum DeadlineCause { Extension, Outage, Hold }

/// <summary>An event as it stands in the partition.</summary>
/// <param name="Number">Dense, from 1.</param>
public sealed record RecordedEvent(int Number, DateTimeOffset At, Actor By, MouEvent Event);
