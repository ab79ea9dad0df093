using System.Globalization;
using LocalDiplomacy.Workflows.Mail;
using static LocalDiplomacy.Workflows.Lifecycle.MouEvent;

namespace LocalDiplomacy.Workflows.Lifecycle;

/// <summary>Which effects follow on an event: one mail for each thing that a person must know or do, to that person only.</summary>
public static class Effects
{
    /// <param name="before">The state before the event, where the event itself does not say who was concerned.</param>
    public static IReadOnlyList<Effect> Of(RecordedEvent recorded, Mou before) =>
    [
        new(Name(recorded.Number, "lists"), recorded.Number, EffectKind.Lists, null, null),
        .. Mails(recorded.Event, before).Select(mail => new Effect(
            Name(recorded.Number, $"mail-{mail.Kind}-{mail.To}"), recorded.Number, EffectKind.Mail, mail.Kind, mail.To)),
    ];

    private static string Name(int eventNumber, string what) => string.Create(CultureInfo.InvariantCulture, $"{eventNumber:D10}-{what}");

    private static IEnumerable<(MailKind Kind, Recipient To)> Mails(MouEvent happened, Mou before) => happened switch
    {
        DraftSubmitted => [(MailKind.ReviewRequested, Recipient.Reviewer)],
        TextAccepted or ChangesRequested or ReviewDeclined =>
            [(MailKind.OfficeToldOfDecision, Recipient.Office), (MailKind.DecisionCopy, Recipient.Reviewer)],
        SigningOpened =>
            [(MailKind.SigningRequested, Recipient.LocalGovernmentSigner), (MailKind.SigningRequested, Recipient.CounterpartySigner)],
        SignerReplaced replaced => [(MailKind.SigningRequested, SignerOn(replaced.Signer.Side))],
        TextSigned signed => [(MailKind.SignatureCopy, SignerOn(signed.Signature.Side)), (MailKind.OfficeToldOfSignature, Recipient.Office)],
        TookEffect =>
        [
            (MailKind.InEffect, Recipient.Office), (MailKind.InEffect, Recipient.Reviewer),
            (MailKind.InEffect, Recipient.LocalGovernmentSigner), (MailKind.InEffect, Recipient.CounterpartySigner),
        ],
        Withdrawn => WhoWaited(before.Stage).Select(to => (MailKind.WithdrawnNotice, to)),
        LinkReissued { Holder: LinkHolder.Reviewer } => [(MailKind.ReviewRequested, Recipient.Reviewer)],
        LinkReissued reissued => [(MailKind.SigningRequested, HolderAsRecipient(reissued.Holder))],
        ReminderFellDue { Reminder: Reminder.Review } => [(MailKind.ReviewReminder, Recipient.Reviewer)],
        ReminderFellDue { Reminder: Reminder.Signature } =>
            [.. MissingSigners(before.Stage).Select(to => (MailKind.SigningReminder, to)), (MailKind.OfficeReminder, Recipient.Office)],
        ReminderFellDue => [(MailKind.OfficeReminder, Recipient.Office)],
        FellOverdue { Matter: Reminder.Review } =>
            [(MailKind.ReviewOverdue, Recipient.Reviewer), (MailKind.OfficeReminder, Recipient.Office), (MailKind.DeskEscalation, Recipient.Desk)],
        FellOverdue => [(MailKind.OfficeReminder, Recipient.Office)],
        MailUndelivered => [(MailKind.OfficeToldOfUndeliveredMail, Recipient.Office)],
        _ => [],
    };

    private static IEnumerable<Recipient> WhoWaited(Stage stage) => stage switch
    {
        Stage.UnderReview or Stage.Agreed => [Recipient.Reviewer],
        Stage.Signing => [Recipient.Reviewer, Recipient.LocalGovernmentSigner, Recipient.CounterpartySigner],
        _ => [],
    };

    private static IEnumerable<Recipient> MissingSigners(Stage stage) => stage is Stage.Signing signing
        ? new[] { signing.LocalGovernment, signing.Counterparty }.OfType<SigningSide.Asked>().Select(asked => SignerOn(asked.Signer.Side))
        : [];

    private static Recipient SignerOn(Side side) => side == Side.LocalGovernment ? Recipient.LocalGovernmentSigner : Recipient.CounterpartySigner;

    private static Recipient HolderAsRecipient(LinkHolder holder) => holder switch
    {
        LinkHolder.Reviewer => Recipient.Reviewer,
        LinkHolder.LocalGovernmentSigner => Recipient.LocalGovernmentSigner,
        LinkHolder.CounterpartySigner => Recipient.CounterpartySigner,
        _ => throw new ArgumentOutOfRangeException(nameof(holder), holder, null),
    };
}
