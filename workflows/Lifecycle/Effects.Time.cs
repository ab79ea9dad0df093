using LocalDiplomacy.Workflows.Mail;
using static LocalDiplomacy.Workflows.Lifecycle.MouEvent;

namespace LocalDiplomacy.Workflows.Lifecycle;

// What time brings about, and who is told.
public static partial class Effects
{
    private static IEnumerable<Mail> Reminders(ReminderFellDue due, Mou before) => due.Reminder switch
    {
        Reminder.Review => [new(MailKind.ReviewReminder, Recipient.Reviewer, Beside(due.Mission, before))],
        Reminder.Signature => [.. MissingSigners(before.Stage).Select(to => new Mail(MailKind.SigningReminder, to)), new(MailKind.OfficeReminder, Recipient.Office)],
        Reminder.Approval => [new(MailKind.ApprovalReminder, Recipient.HeadOfOffice)],
        Reminder.CentralReview => [new(MailKind.CentralReviewReminder, Recipient.CentralReviewer)],
        _ => [new(MailKind.OfficeReminder, Recipient.Office)],
    };

    /// <summary>The office's own reminder says what the clock's would say now.</summary>
    private static Mail Again(Reminded reminded, Mou before) => new(
        reminded.To switch
        {
            Recipient.HeadOfOffice => MailKind.ApprovalReminder,
            Recipient.CouncilClerk => MailKind.CouncilRequested,
            Recipient.CentralReviewer => MailKind.CentralReviewReminder,
            Recipient.LocalGovernmentSigner or Recipient.CounterpartySigner => MailKind.SigningReminder,
            _ => before.Stage is Stage.UnderReview review && review.Of(reminded.Mission ?? before.Particulars.Mission) is { Answer.Overdue: true }
                ? MailKind.ReviewOverdue : MailKind.ReviewReminder,
        },
        reminded.To, Beside(reminded.Mission, before));

    private static IEnumerable<Mail> Overdue(FellOverdue overdue, Mou before) => overdue.Matter switch
    {
        Reminder.Review =>
        [
            new(MailKind.ReviewOverdue, Recipient.Reviewer, Beside(overdue.Mission, before)), new(MailKind.OfficeReminder, Recipient.Office),
            new(MailKind.DeskEscalation, Recipient.Desk),
        ],
        Reminder.Acknowledgement =>
            [new(MailKind.AcknowledgementReminder, Recipient.Reviewer, Beside(overdue.Mission, before)), new(MailKind.OfficeReminder, Recipient.Office)],
        Reminder.Approval => [new(MailKind.ApprovalReminder, Recipient.HeadOfOffice), new(MailKind.OfficeReminder, Recipient.Office)],
        Reminder.CentralReview =>
        [
            new(MailKind.CentralReviewReminder, Recipient.CentralReviewer), new(MailKind.OfficeReminder, Recipient.Office),
            new(MailKind.DeskToldOfEvent, Recipient.Desk),
        ],
        Reminder.Notification => [new(MailKind.OfficeReminder, Recipient.Office), new(MailKind.DeskToldOfEvent, Recipient.Desk)],
        _ => [new(MailKind.OfficeReminder, Recipient.Office)],
    };

    /// <summary>Whose deadline it is hears of it; so does the office, unless it moved it. A hold tells of itself.</summary>
    private static IEnumerable<Mail> Moved(DeadlineMoved moved, RecordedEvent recorded, Mou before)
    {
        if (moved.Cause == DeadlineCause.Hold) return [];
        IEnumerable<Mail> whose = moved.Matter switch
        {
            Reminder.Review => [new(MailKind.PartyToldOfEvent, Recipient.Reviewer, Beside(moved.Mission, before))],
            Reminder.CentralReview => [new(MailKind.PartyToldOfEvent, Recipient.CentralReviewer)],
            Reminder.Approval => [new(MailKind.PartyToldOfEvent, Recipient.HeadOfOffice)],
            _ => [],
        };
        return [.. whose, .. ToldUnlessBy(recorded)];
    }

    /// <summary>
    /// What a person did is told at once. What time brought about waits until its reader works: it may happen at midnight, or on a
    /// day on which this reader alone is closed.
    /// </summary>
    private static DateTimeOffset? NotBefore(Mail mail, RecordedEvent recorded, Mou before)
    {
        if (recorded.By is not Actor.Clock) return null;
        var works = Deadlines.Notices.AtWork(recorded.At, CalendarOf(mail, recorded.Event, before));
        return works == recorded.At ? null : works;
    }

    /// <summary>Only of an embassy is it known when it is closed beside the public holidays.</summary>
    private static Deadlines.WorkingCalendar CalendarOf(Mail mail, MouEvent happened, Mou before)
    {
        if (mail.To != Recipient.Reviewer) return Deadlines.WorkingCalendar.Korea;
        var mission = mail.Mission ?? before.Particulars.Mission;
        var asked = happened is DraftSubmitted sent
            ? (sent.Others ?? []).Select(other => other.Reviewer).Prepend(sent.Reviewer) : before.Embassies.Select(embassy => embassy.Reviewer);
        return asked.FirstOrDefault(reviewer => reviewer.Mission == mission)?.Calendar ?? Deadlines.WorkingCalendar.Korea;
    }

    private static IEnumerable<Recipient> MissingSigners(Stage stage) => stage is Stage.Signing signing
        ? new[] { signing.LocalGovernment, signing.Counterparty }.OfType<SigningSide.Asked>().Select(asked => SignerOn(asked.Signer.Side))
        : [];

    private static Recipient SignerOn(Side side) => side == Side.LocalGovernment ? Recipient.LocalGovernmentSigner : Recipient.CounterpartySigner;

    internal static MailKind AskAgain(LinkHolder holder) => holder switch
    {
        LinkHolder.Reviewer => MailKind.ReviewRequested,
        LinkHolder.CentralReviewer => MailKind.CentralReviewRequested,
        _ => MailKind.SigningRequested,
    };

    internal static Recipient HolderAsRecipient(LinkHolder holder) => holder switch
    {
        LinkHolder.Reviewer => Recipient.Reviewer,
        LinkHolder.CentralReviewer => Recipient.CentralReviewer,
        LinkHolder.LocalGovernmentSigner => Recipient.LocalGovernmentSigner,
        LinkHolder.CounterpartySigner => Recipient.CounterpartySigner,
        _ => throw new ArgumentOutOfRangeException(nameof(holder), holder, null),
    };
}
