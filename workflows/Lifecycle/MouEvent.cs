using System.Text.Json.Serialization;

namespace LocalDiplomacy.Workflows.Lifecycle;

/// <summary>Everything that can have happened to an MOU. Discriminators are stored for decades: never edited, only added.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(DraftCreated), "mou.draft-created.v1")]
[JsonDerivedType(typeof(DraftReplaced), "mou.draft-replaced.v1")]
[JsonDerivedType(typeof(DraftSubmitted), "mou.draft-submitted.v1")]
[JsonDerivedType(typeof(TextAccepted), "mou.text-accepted.v1")]
[JsonDerivedType(typeof(ChangesRequested), "mou.changes-requested.v1")]
[JsonDerivedType(typeof(ReviewDeclined), "mou.review-declined.v1")]
[JsonDerivedType(typeof(SigningOpened), "mou.signing-opened.v1")]
[JsonDerivedType(typeof(SignerReplaced), "mou.signer-replaced.v1")]
[JsonDerivedType(typeof(TextSigned), "mou.text-signed.v1")]
[JsonDerivedType(typeof(TookEffect), "mou.took-effect.v1")]
[JsonDerivedType(typeof(Withdrawn), "mou.withdrawn.v1")]
[JsonDerivedType(typeof(LinkReissued), "mou.link-reissued.v1")]
[JsonDerivedType(typeof(ReminderFellDue), "mou.reminder-fell-due.v1")]
[JsonDerivedType(typeof(FellOverdue), "mou.fell-overdue.v1")]
[JsonDerivedType(typeof(MailUndelivered), "mou.mail-undelivered.v1")]
public abstract record MouEvent
{
    private MouEvent() { }

    public sealed record DraftCreated(LocalGovernmentId Office, Particulars Particulars, TextHash Text) : MouEvent;

    public sealed record DraftReplaced(Particulars Particulars, TextHash Text) : MouEvent;

    public sealed record DraftSubmitted(int Round, TextHash Text, Reviewer Reviewer, Deadlines.Deadline AnswerBy) : MouEvent;

    public sealed record TextAccepted(int Round, TextHash Text, string OfficerName, Deadlines.Deadline SetSigningBy) : MouEvent;

    public sealed record ChangesRequested(int Round, TextHash Text, string OfficerName, string Reason, bool ReasonIsPublic) : MouEvent;

    public sealed record ReviewDeclined(int Round, TextHash Text, string OfficerName, string? Reason, bool ReasonIsPublic) : MouEvent;

    public sealed record SigningOpened(TextHash Text, Signer LocalGovernment, Signer Counterparty, ElectronicSigningAgreement Agreement) : MouEvent;

    public sealed record SignerReplaced(Signer Signer) : MouEvent;

    public sealed record TextSigned(Signature Signature) : MouEvent;

    /// <param name="On">The day in Seoul from which the MOU has effect.</param>
    public sealed record TookEffect(DateOnly On) : MouEvent;

    public sealed record Withdrawn(string Reason) : MouEvent;

    public sealed record LinkReissued(LinkHolder Holder) : MouEvent;

    /// <param name="WorkingDaysLeft">Until the deadline; 0 for a reminder that has none.</param>
    public sealed record ReminderFellDue(Reminder Reminder, int WorkingDaysLeft) : MouEvent;

    public sealed record FellOverdue(Reminder Matter) : MouEvent;

    public sealed record MailUndelivered(string MailId, LinkHolder? Holder, string Why) : MouEvent;
}

/// <summary>What a reminder or an overdue notice is about. Stored by name: never rename, only add.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Reminder>))]
public enum Reminder { IdleDraft, Review, SetSigning, Signature }

/// <summary>An event as it stands in the partition.</summary>
/// <param name="Number">Dense, from 1.</param>
public sealed record RecordedEvent(int Number, DateTimeOffset At, Actor By, MouEvent Event);
