using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace LocalDiplomacy.EmbeddedHost.Mailbox;

/// <summary>The mailbox's two pages. They work without scripts.</summary>
internal static class MailboxPages
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    public static string List(IReadOnlyList<MailSummary> mails, string? to, string? next)
    {
        var body = new StringBuilder()
            .Append("<h1>Mailbox</h1><p class=\"quiet\">Mail that this machine keeps instead of sending it.</p>")
            .Append("<form method=\"get\" action=\"/mailbox\"><label>To <input name=\"to\" type=\"email\" value=\"")
            .Append(Encode(to)).Append("\"></label> <button>Show</button></form>");
        if (mails.Count == 0)
            body.Append("<p>No mail yet.</p>");
        else
            body.Append("<ul class=\"mails\">").AppendJoin("", mails.Select(Item)).Append("</ul>");
        if (next is not null)
            body.Append("<p><a href=\"").Append(Encode(next)).Append("\">Older mail</a></p>");
        return Page("Mailbox", body.ToString());
    }

    public static string Mail(StoredMail mail)
    {
        var body = new StringBuilder()
            .Append("<p><a href=\"/mailbox\">Mailbox</a></p><h1>").Append(Encode(mail.Subject)).Append("</h1><dl>");
        Term(body, "From", mail.FromName is null ? mail.From : $"{mail.FromName} <{mail.From}>");
        Term(body, "To", mail.To);
        Term(body, "Cc", string.Join(", ", mail.Cc));
        Term(body, "Bcc", string.Join(", ", mail.Bcc));
        Term(body, "Reply to", mail.ReplyTo);
        Term(body, "Sent", Time(mail.At));
        body.Append("</dl>");
        if (mail.Html is not null)
            body.Append(HtmlPart(mail));
        if (mail.Text is not null)
            body.Append("<h2>Text</h2><pre id=\"text\">").Append(Encode(mail.Text)).Append("</pre>");
        body.Append("<details><summary>Headers</summary><dl>");
        foreach (var (name, value) in mail.Headers.Concat(mail.CustomArgs))
            Term(body, name, value);
        Term(body, "Categories", string.Join(", ", mail.Categories));
        Term(body, "X-Message-Id", mail.Id);
        return Page(mail.Subject, body.Append("</dl></details>").ToString());
    }

    private static string HtmlPart(StoredMail mail) =>
        $"""
        <section class="part"><h2>As its reader sees it</h2>
        <input type="radio" name="width" id="wide" checked><label for="wide">Wide</label>
        <input type="radio" name="width" id="phone"><label for="phone">Phone</label>
        <iframe title="The mail" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/mailbox/{mail.Id}/html"></iframe></section>
        """;

    private static string Item(MailSummary mail) =>
        $"""
        <li><a href="/mailbox/{mail.Id}">{Encode(mail.Subject)}</a><span>{Encode(mail.To)}</span><time>{Time(mail.At)}</time></li>
        """;

    private static void Term(StringBuilder body, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            body.Append("<dt>").Append(Encode(name)).Append("</dt><dd>").Append(Encode(value)).Append("</dd>");
    }

    private static string Page(string title, string body) =>
        $"""
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Encode(title)}</title><link rel="stylesheet" href="/mailbox/mailbox.css"></head>
        <body><main>{body}</main></body></html>
        """;

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    private static string Encode(string? text) => Html.Encode(text ?? "");
}
