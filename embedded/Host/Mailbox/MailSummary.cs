namespace LocalDiplomacy.EmbeddedHost.Mailbox;

/// <summary>A mail in a list: all that programs look for, without its HTML.</summary>
/// <param name="ReplyTo">Where an answer goes; null where the mail names no address for one.</param>
/// <param name="Text">The text part, its first 30,000 characters.</param>
internal sealed record MailSummary(string Id, DateTimeOffset At, string From, string To, string Subject, string Text, string? ReplyTo);
