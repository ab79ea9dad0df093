using Microsoft.Extensions.Logging;

namespace LocalDiplomacy.Workflows.Mail;

/// <summary>What the mail service last said about us, as far as this process has asked it.</summary>
public sealed partial class MailServiceStanding(ILogger<MailServiceStanding> log)
{
    private volatile bool _isRefusing;

    /// <summary>It does not know our key, or may not send for our sender. Mails wait until that is mended.</summary>
    public bool IsRefusing => _isRefusing;

    internal void Heard(int status)
    {
        _isRefusing = status is 401 or 403;
        if (status == 401) LogKey(log);
        else if (status == 403) LogSender(log);
    }

    [LoggerMessage(1, LogLevel.Error, "The mail service refuses SENDGRID_API_KEY (401). Mails wait: set a key that holds and restart the app.")]
    private static partial void LogKey(ILogger log);

    [LoggerMessage(2, LogLevel.Error, "The mail service refuses to send (403). Mails wait: the key needs the right Mail Send, and the domain of MAIL_FROM must be authenticated.")]
    private static partial void LogSender(ILogger log);
}
