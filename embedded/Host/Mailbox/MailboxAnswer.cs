using Microsoft.AspNetCore.Http;

namespace LocalDiplomacy.EmbeddedHost.Mailbox;

/// <summary>Answers of the mailbox, with headers that let a mail do nothing but be read.</summary>
internal static class MailboxAnswer
{
    private const string PagePolicy =
        "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    // A mail is a stranger's page: no scripts, nothing loaded, links only to new tabs.
    private const string MailPolicy =
        "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
        + "form-action 'none'; frame-ancestors 'self'";

    public static Task PageAsync(HttpContext http, string html)
    {
        http.Response.Headers.ContentSecurityPolicy = PagePolicy;
        return WriteAsync(http, "text/html; charset=utf-8", html);
    }

    public static Task MailHtmlAsync(HttpContext http, string html)
    {
        http.Response.Headers.ContentSecurityPolicy = MailPolicy;
        return WriteAsync(http, "text/html; charset=utf-8", WithLinksInNewTabs(html));
    }

    public static Task WriteAsync(HttpContext http, string contentType, string text)
    {
        var headers = http.Response.Headers;
        headers.ContentType = contentType;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return http.Response.WriteAsync(text, http.RequestAborted);
    }

    private static string WithLinksInNewTabs(string html)
    {
        const string Base = "<base target=\"_blank\">";
        var head = html.IndexOf("<head>", StringComparison.OrdinalIgnoreCase);
        return head < 0 ? Base + html : html.Insert(head + "<head>".Length, Base);
    }
}
