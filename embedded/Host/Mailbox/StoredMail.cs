namespace LocalDiplomacy.EmbeddedHost.Mailbox;

/// <summary>A mail as its recipients got it: one an envelope of the message that was sent.</summary>
/// <param name="Id">Newer mails have smaller ids, so that the order of the ids is that of the list.</param>
/// <param name="To">The recipients, with ", " between them.</param>
internal sealed record StoredMail(
    string Id,
    DateTimeOffset At,
    string From,
    string? FromName,
    string To,
    string Subject,
    string? Text)
{
    public string? Html { get; init; }

    public string? ReplyTo { get; init; }

    public IReadOnlyList<string> Cc { get; init; } = [];

    public IReadOnlyList<string> Bcc { get; init; } = [];

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> CustomArgs { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<string> Categories { get; init; } = [];
}
