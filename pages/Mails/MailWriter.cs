using LocalDiplomacy.Workflows.Mail;

namespace LocalDiplomacy.Pages.Mails;

/// <summary>Writes mails: the reader's language, a rule, the second language; and a text part that stands alone.</summary>
internal sealed class MailWriter(ComponentWriter writer, TimeProvider time) : IMailWriter
{
    public Task<MailContent> WriteAsync(MailLetter letter, CancellationToken cancellation)
    {
        _ = (writer, time);
        throw new InvalidOperationException("Not written yet.");
    }
}
