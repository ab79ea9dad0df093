using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Mail;

/// <summary>What a case is told of a mail that did not reach its reader.</summary>
internal static class UndeliveredMails
{
    public static MouCommand.ReportUndeliveredMail ReportOf(QueuedMail mail, MailOccasion.AboutCase about, string why) =>
        new(mail.Input.MailId, about.Link?.Holder, why, about.Link?.Mission, RequestIn(mail, about));

    /// <summary>Null for reminders and copies: whoever does not get these has the request all the same.</summary>
    private static UndeliveredRequest? RequestIn(QueuedMail mail, MailOccasion.AboutCase about) =>
        about is { Kind: MailKind.ReviewRequested or MailKind.CentralReviewRequested, Link: { } link }
            ? new(link.Round, link.Address, mail.State == MailState.Delivered) : null;
}
