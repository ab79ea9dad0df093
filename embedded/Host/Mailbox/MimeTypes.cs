namespace LocalDiplomacy.EmbeddedHost.Mailbox;

internal static class MimeTypes
{
    public const string Text = "text/plain";
    public const string Html = "text/html";
    public const string Json = "application/json";
}
