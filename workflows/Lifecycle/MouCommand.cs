using System.Text.Json.Serialization;

namespace LocalDiplomacy.Workflows.Lifecycle;

/// <summary>Everything that anyone can ask of an MOU. <see cref="WhoMayDo"/> says who may ask it.</summary>
public abstract record MouCommand
{
    private MouCommand() { }

    // Drafting.

    /// <param name="Settings">The association's, for the case to keep; null: no steps before the embassy.</param>
    /// <param name="Origin">The ended, varied or framework MOU that this one is linked to.</param>
    public sealed record CreateDraft(
        LocalGovernmentId Office, Particulars Particulars, TextHash Text, AssociationSettings? Settings = null, MouLink? Origin = null) : MouCommand;

    /// <summary>Replaces particulars and text as a whole. Same content again: accepted, and changes nothing.</summary>
    public sealed record ReplaceDraft(Particulars Particulars, TextHash Text) : MouCommand;

    /// <summary>Sends the draft as it stands on its way: through the steps that the case's settings switch on, then to the embassies.</summary>
    /// <param name="Reviewer">Of the mission that leads.</param>
    /// <param name="Others">One for each further mission of the particulars.</param>
    /// <param name="Central">Needed where a central review is held.</param>
    /// <param name="Screened">What screening warned of; kept in the record.</param>
    public sealed record SubmitDraft(
        TextHash Text, Reviewer Reviewer, IReadOnlyList<Reviewer>? Others = null, CentralDesk? Central = null, AcceptedWarnings? Screened = null) : MouCommand;

    /// <summary>Takes a text that was submitted or agreed back to the office: every approval and signature on it is void.</summary>
    public sealed record ReopenText(string Reason) : MouCommand;

    public sealed record Withdraw(string Reason) : MouCommand;

    // Before the embassy.

    public sealed record ApproveInternally(TextHash Text, string Name) : MouCommand;

    public sealed record ReturnToDrafter(TextHash Text, string Name, string Reason) : MouCommand;

    /// <summary>What the council decided. A text that it rejected cannot come back in the same session.</summary>
    public sealed record RecordCouncilDecision(TextHash Text, string Session, DateOnly On, CouncilResult Result, string Reference) : MouCommand;

    /// <summary>Passes the council over, where the law does not ask it.</summary>
    public sealed record SkipCouncil(TextHash Text, string LegalBasis) : MouCommand;

    /// <param name="Words">Needed for comments and objections.</param>
    public sealed record AnswerCentralReview(TextHash Text, CentralAnswer Answer, string Name, string? Words) : MouCommand;

    // At the embassies. Where no mission is named, the one that leads is meant.

    public sealed record Acknowledge(int Round, string OfficerName, MissionId? Mission = null) : MouCommand;

    /// <summary>The embassy agrees to the text of the round.</summary>
    public sealed record AcceptText(int Round, TextHash Text, string OfficerName, MissionId? Mission = null) : MouCommand;

    /// <summary>The embassy asks for changes; the office drafts the next round.</summary>
    /// <param name="Reason">Required.</param>
    /// <param name="ReasonIsPublic">False where the embassy marked it "not public".</param>
    public sealed record RequestChanges(
        int Round, TextHash Text, string OfficerName, string Reason, bool ReasonIsPublic, MissionId? Mission = null) : MouCommand;

    /// <summary>The embassy declines. An embassy may do so without a reason.</summary>
    public sealed record DeclineReview(
        int Round, TextHash Text, string OfficerName, string? Reason, bool ReasonIsPublic, MissionId? Mission = null) : MouCommand;

    /// <summary>The embassy asks its capital, and has until then to answer.</summary>
    public sealed record ReferToCapital(int Round, string OfficerName, MissionId? Mission = null) : MouCommand;

    /// <summary>The capital needs longer.</summary>
    public sealed record ExtendCapital(int Round, string OfficerName, MissionId? Mission = null) : MouCommand;

    /// <summary>The capital has answered: the embassy goes on. Its time is not shortened by that.</summary>
    public sealed record ReturnFromCapital(int Round, string OfficerName, MissionId? Mission = null) : MouCommand;

    /// <summary>A colleague takes over: the old link is dead, a new one goes to the new address.</summary>
    public sealed record HandOver(int Round, string OfficerName, Reviewer To) : MouCommand;

    /// <summary>The embassy cannot read what it was sent.</summary>
    public sealed record AskForResend(int Round, string OfficerName, string What, MissionId? Mission = null) : MouCommand;

    /// <summary>The embassy says something at a clause of the text, or proposes a wording for it.</summary>
    /// <param name="Clause">Its number in the text, from 1.</param>
    /// <param name="Version">The language version meant; needed for a wording.</param>
    public sealed record CommentOnClause(
        int Round, TextHash Text, string OfficerName, int Clause, Language? Version, string? Words, string? Proposed, MissionId? Mission = null) : MouCommand;

    /// <summary>The same by the ministry, of the text that it reviews.</summary>
    public sealed record CommentInCentralReview(
        TextHash Text, string Name, int Clause, Language? Version, string? Words, string? Proposed) : MouCommand;

    /// <summary>An embassy takes back what it said at a clause, as long as that is unanswered. Again: accepted, and changes nothing.</summary>
    public sealed record TakeBackComment(int Number, string OfficerName, MissionId? Mission = null) : MouCommand;

    /// <summary>The same by the ministry.</summary>
    public sealed record TakeBackCentralComment(int Number, string Name) : MouCommand;

    /// <summary>The office answers a comment; again, anew, until the next round is opened.</summary>
    /// <param name="Words">The other wording, or the reason of a refusal.</param>
    public sealed record AnswerComment(int Number, CommentVerdict Verdict, string? Words) : MouCommand;

    /// <summary>The office sends again what could not be read, or what came back: the clock starts anew.</summary>
    /// <param name="To">For what came back: the address on file by now.</param>
    public sealed record Resend(MissionId? Mission = null, Reviewer? To = null) : MouCommand;

    /// <summary>The office sends the request for the central review again, after it came back.</summary>
    public sealed record ResendToCentral(CentralDesk Desk) : MouCommand;

    /// <summary>The office reminds everybody that it waits for, each once on a working day.</summary>
    public sealed record Remind : MouCommand;

    // Deadlines.

    /// <summary>More calendar days from the end that stands, by the office or the desk.</summary>
    /// <param name="By">Follows from the actor who gives it.</param>
    public sealed record ExtendDeadline(
        Reminder Matter, int Days, string Reason, MissionId? Mission = null, Deadlines.ExtendedBy By = Deadlines.ExtendedBy.Office) : MouCommand;

    /// <summary>The delivery report: a request counts from when it came into its reader's system.</summary>
    public sealed record RecordArrival(LinkHolder Holder, DateTimeOffset At, MissionId? Mission = null, string? Reason = null) : MouCommand;

    /// <summary>The reader's system was down: a period that would have ended by then ends on the day after its repair.</summary>
    public sealed record RecordOutage(
        LinkHolder Holder, DateTimeOffset From, DateTimeOffset RepairedAt, string Reason, MissionId? Mission = null) : MouCommand;

    // Signing.

    /// <summary>
    /// Asks both signers to sign electronically. Asked again while nobody on a side has signed, it replaces that side's signer;
    /// the former signer's link is dead then.
    /// </summary>
    public sealed record OpenSigning(TextHash Text, Signer LocalGovernment, Signer Counterparty, ElectronicSigningAgreement Agreement) : MouCommand;

    /// <summary>Sets the ceremony at which both sign on paper; again, sets it anew.</summary>
    public sealed record SetCeremony(TextHash Text, Signer LocalGovernment, Signer Counterparty, Ceremony Ceremony) : MouCommand;

    public sealed record SignText(Side Side, TextHash Text, string Name, string Office, string Intent) : MouCommand;

    /// <summary>The office records that both signed on paper.</summary>
    public sealed record RecordPaperSignatures(TextHash Text, DateOnly SignedOn) : MouCommand;

    /// <summary>Keeps a scan of a signed original; the content is stored already. The same scan again: accepted, and changes nothing.</summary>
    public sealed record KeepScan(Scan Scan) : MouCommand;

    /// <summary>The office has reported the signing, with scans of both originals.</summary>
    public sealed record RecordNotification(string Reference, DateOnly On) : MouCommand;

    // After the signature.

    /// <summary>The office lets the register show the text that was signed, and print it. Again: accepted, and changes nothing.</summary>
    public sealed record ReleaseText(TextHash Text) : MouCommand;

    /// <summary>Corrects a release: the register shows the text no more. That it did stays in both records.</summary>
    public sealed record WithholdText(string Reason) : MouCommand;

    /// <summary>Both sides agreed to go on until then.</summary>
    public sealed record Renew(DateOnly Until, string Reference) : MouCommand;

    /// <summary>A side says in time that it is not to be renewed by itself.</summary>
    public sealed record RefuseRenewal(Side By, DateOnly NotifiedOn) : MouCommand;

    public sealed record Suspend(string Reason) : MouCommand;

    public sealed record Resume(string Reason) : MouCommand;

    /// <summary>A side gives notice: it ends with that day.</summary>
    public sealed record GiveNotice(Side By, DateOnly EndsOn, string Reason) : MouCommand;

    /// <summary>Both sides end it at once.</summary>
    public sealed record Terminate(string Reason) : MouCommand;

    /// <summary>Another MOU took its place.</summary>
    public sealed record Supersede(MouId By) : MouCommand;

    public sealed record StartVariation(MouId Variation) : MouCommand;

    public sealed record StartSubsidiary(MouId Subsidiary) : MouCommand;

    /// <summary>A variation of this MOU took effect.</summary>
    /// <param name="Term">Null: it names no last day, and the term stays.</param>
    public sealed record TakeUpVariation(MouId Variation, TextHash Text, DateOnly On, VariedTerm? Term) : MouCommand;

    /// <summary>The MOU that this one varies has ended, and this one with it.</summary>
    /// <param name="End">How: what the other one recorded.</param>
    public sealed record EndWithVaried(MouId Varied, MouEvent End) : MouCommand;

    // The association.

    public sealed record Hold(string Reason) : MouCommand;

    public sealed record Release(string? Reason = null) : MouCommand;

    /// <summary>While on hold: the local government that takes the party's place.</summary>
    public sealed record ConfirmSuccessor(LocalGovernmentId Successor, string? Reason = null) : MouCommand;

    /// <summary>Another address for whoever holds a link; it counts once another administrator confirms it.</summary>
    /// <param name="Name">Of the person who reads there; null: as before. A signer's name stays.</param>
    public sealed record ProposeRecipient(LinkHolder Holder, EmailAddress Address, string? Name, string Reason, MissionId? Mission = null) : MouCommand;

    /// <param name="Proposal">The number of the event that proposed it.</param>
    /// <param name="Reason">How this administrator made sure of the address.</param>
    /// <param name="PersonId">Who confirms; set from the actor.</param>
    public sealed record ConfirmRecipient(int Proposal, string Reason, string? PersonId = null) : MouCommand;

    /// <summary>Takes a proposal back, or turns another administrator's down.</summary>
    public sealed record DropRecipient(int Proposal, string Reason) : MouCommand;

    // The case's orchestration, by administrators. Each says how the engine said it was when it was asked.

    /// <summary>Tells the orchestration to look at the case; starts it where it is gone.</summary>
    public sealed record NudgeOrchestration(string Reason, OrchestrationFound Found) : MouCommand;

    /// <summary>Tries one effect again at once.</summary>
    /// <param name="Effect">Its name.</param>
    /// <param name="IsLeft">It stands among what is left to do.</param>
    public sealed record RetryEffect(string Effect, bool IsLeft, string Reason, OrchestrationFound Found) : MouCommand;

    /// <param name="Mail">The mail's id.</param>
    /// <param name="WasGivenUp">It stands as given up.</param>
    public sealed record RetryMail(string Mail, bool WasGivenUp, string Reason, OrchestrationFound Found) : MouCommand;

    /// <summary>Nothing is sent and nothing falls due until it is resumed. What people decide is recorded all the same.</summary>
    public sealed record SuspendOrchestration(string Reason, OrchestrationFound Found) : MouCommand;

    public sealed record ResumeOrchestration(string Reason, OrchestrationFound Found) : MouCommand;

    /// <summary>Starts one anew that is gone, failed or was terminated: what is to be done stands in the case.</summary>
    public sealed record RestartOrchestration(string Reason, OrchestrationFound Found) : MouCommand;

    /// <summary>Lets a failed one go on from its failure.</summary>
    public sealed record RewindOrchestration(string Reason, OrchestrationFound Found) : MouCommand;

    /// <summary>It is terminated once another administrator confirms it.</summary>
    public sealed record ProposeOrchestrationEnd(string Reason, OrchestrationFound Found) : MouCommand;

    /// <param name="Proposal">The number of the event that proposed it.</param>
    /// <param name="PersonId">Who confirms; set from the actor.</param>
    public sealed record ConfirmOrchestrationEnd(int Proposal, string Reason, OrchestrationFound Found, string? PersonId = null) : MouCommand;

    public sealed record DropOrchestrationEnd(int Proposal, string Reason) : MouCommand;

    // At any time.

    /// <summary>Says what is right where an event says something wrong. The event itself stays.</summary>
    public sealed record Correct(int EventNumber, string Words) : MouCommand;

    /// <summary>A fresh link to the address on file, for whoever lost theirs. At most one each ten minutes and holder.</summary>
    public sealed record ReissueLink(LinkHolder Holder, MissionId? Mission = null, string? Reason = null) : MouCommand;

    /// <summary>Asks the clock: what has fallen due by now is recorded. Nothing due: accepted, and changes nothing.</summary>
    public sealed record PassTime : MouCommand;

    /// <summary>A mail that could not be brought to its reader.</summary>
    /// <param name="Request">Set where it was the request itself, which its reader then does not have.</param>
    public sealed record ReportUndeliveredMail(
        string MailId, LinkHolder? Holder, string Why, MissionId? Mission = null, UndeliveredRequest? Request = null) : MouCommand;
}

/// <summary>A request that did not reach its reader.</summary>
/// <param name="HadArrived">The same mail was reported as delivered before: that was not so.</param>
public sealed record UndeliveredRequest(int Round, EmailAddress To, bool HadArrived);

/// <summary>Who holds a link into a case. Stored by name: never rename, only add.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LinkHolder>))]
public enum LinkHolder { Reviewer, LocalGovernmentSigner, CounterpartySigner, CentralReviewer }
