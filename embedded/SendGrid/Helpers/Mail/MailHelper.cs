namespace SendGrid.Helpers.Mail;

public class MailHelper
{
    public static SendGridMessage CreateSingleEmail(
        EmailAddress from, EmailAddress to, string subject, string? plainTextContent, string? htmlContent) =>
        CreateSingleEmailToMultipleRecipients(from, [to], subject, plainTextContent, htmlContent);

    /// <summary>One envelope a recipient: none sees the others.</summary>
    public static SendGridMessage CreateSingleEmailToMultipleRecipients(
        EmailAddress from, List<EmailAddress> tos, string subject, string? plainTextContent, string? htmlContent)
    {
        var message = new SendGridMessage
        {
            PlainTextContent = plainTextContent,
            HtmlContent = htmlContent,
        };
        message.SetFrom(from);
        message.SetGlobalSubject(subject);
        for (var i = 0; i < tos.Count; i++)
            message.AddTo(tos[i], i);
        return message;
    }
}
