namespace LocalDiplomacy.EmbeddedHost.Mailbox;

/// <summary>SendGrid would not take this message.</summary>
internal sealed class MailRefusedException(string message, string? field) : Exception(message)
{
    public string? Field { get; } = field;
}
