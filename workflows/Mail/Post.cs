using System.Text;
using LocalDiplomacy.Workflows.Signing;
using Microsoft.Extensions.Options;
using SendGrid;
using SendGrid.Helpers.Mail;

namespace LocalDiplomacy.Workflows.Mail;

/// <summary>Whether the mail service took a mail. Taken means queued there, not delivered.</summary>
public enum PostAnswer { Taken, Refused, NotNow }

/// <summary>Hands mails to SendGrid's v3 interface, or to whatever speaks it at the configured host.</summary>
public sealed class Post(ISendGridClient client, MailServiceStanding service, IOptions<WorkflowsOptions> options)
{
    /// <summary>In ASCII: older readers garble anything else in the sender's name.</summary>
    private const string SenderName = "LocalDiplomacy";

    internal async Task<PostAnswer> SendAsync(
        string mailId, Lifecycle.EmailAddress to, MailContent content, Lifecycle.EmailAddress? replyTo, CancellationToken cancel)
    {
        var answer = await client.SendEmailAsync(Message(mailId, to, content, replyTo), cancel).ConfigureAwait(false);
        service.Heard((int)answer.StatusCode);
        return AnswerFor((int)answer.StatusCode);
    }

    /// <summary>
    /// 401 and 403 speak of our key and sender, 408 and 429 of the moment: all can be mended while the mail waits.
    /// Any other 4xx speaks of this mail, and would be said again.
    /// </summary>
    internal static PostAnswer AnswerFor(int status) => status switch
    {
        >= 200 and < 300 => PostAnswer.Taken,
        401 or 403 or 408 or 429 => PostAnswer.NotNow,
        >= 400 and < 500 => PostAnswer.Refused,
        _ => PostAnswer.NotNow,
    };

    private SendGridMessage Message(string mailId, Lifecycle.EmailAddress to, MailContent content, Lifecycle.EmailAddress? replyTo)
    {
        var message = new SendGridMessage { PlainTextContent = content.Text, HtmlContent = content.Html };
        message.SetFrom(options.Value.MailFrom, SenderName);
        message.SetGlobalSubject(content.Subject);
        message.AddTo(to.Value);
        if (replyTo is { } answers) message.SetReplyTo(new SendGrid.Helpers.Mail.EmailAddress(answers.Value));
        message.AddGlobalCustomArg("mail", mailId);
        message.AddGlobalHeader("Auto-Submitted", "auto-generated");
        // SendGrid takes no parameters in a type: which method it is stands in the file.
        if (content.Calendar is { } calendar)
            message.AddAttachment("invitation.ics", Convert.ToBase64String(Encoding.UTF8.GetBytes(calendar)), Invitation.ContentType, "attachment");
        message.SetClickTracking(false, false);
        message.SetOpenTracking(false);
        message.SetSubscriptionTracking(false);
        return message;
    }
}
