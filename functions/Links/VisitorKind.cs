using LocalDiplomacy.Workflows.Links;
using Microsoft.AspNetCore.Http;

namespace LocalDiplomacy.Functions.Links;

/// <summary>
/// Tells programs that open links from browsers, by what they say of themselves and by how quick they are. Whoever opens a link in
/// a browser may still be a program; a person is certain only once the code was given. See docs/links.md.
/// </summary>
public static class VisitorKind
{
    /// <summary>Nobody reads a mail and opens its link so soon after it was written: it is still on its way.</summary>
    public static readonly TimeSpan TooQuick = TimeSpan.FromSeconds(15);

    /// <summary>Parts of what scanners, previews, search engines and scripts call themselves. KakaoTalk's own browser is none: only its scraper.</summary>
    private static readonly string[] Programs =
    [
        "bot", "crawl", "spider", "scan", "scrap", "preview", "headless", "phantom", "monitor", "fetch", "proxy", "validator", "inspect",
        "barracuda", "mimecast", "proofpoint", "trendmicro", "symantec", "ironport", "fireeye", "trellix", "sophos", "bitdefender", "forcepoint", "zscaler",
        "ahnlab", "jiransecurity", "safelinks", "ms-office", "microsoft office", "outlook", "facebookexternalhit", "yeti/", "daum/",
        "curl/", "wget/", "python", "java/", "okhttp", "go-http-client", "node", "axios", "libwww", "ruby", "perl", "php", "apache-http", "powershell",
    ];

    private static readonly string[] Ahead = ["Sec-Purpose", "Purpose", "X-Purpose", "X-Moz"];

    /// <param name="issuedAt">When the mail with this link was written.</param>
    public static OpeningKind Of(HttpRequest request, DateTimeOffset issuedAt, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(request);
        return HttpMethods.IsHead(request.Method) || IsAhead(request) || IsProgram(request.Headers.UserAgent.ToString()) || request.Headers.AcceptLanguage.Count == 0
            || (now >= issuedAt && now - issuedAt < TooQuick)
            ? OpeningKind.Machine : OpeningKind.Browser;
    }

    /// <summary>Loaded before anybody asked to see it.</summary>
    private static bool IsAhead(HttpRequest request) => Ahead.Any(header =>
        request.Headers[header].ToString() is { Length: > 0 } why && (why.Contains("prefetch", StringComparison.OrdinalIgnoreCase) || why.Contains("preview", StringComparison.OrdinalIgnoreCase)));

    /// <summary>Every browser has called itself Mozilla for thirty years.</summary>
    private static bool IsProgram(string agent) =>
        !agent.StartsWith("Mozilla/", StringComparison.Ordinal) || Programs.Any(name => agent.Contains(name, StringComparison.OrdinalIgnoreCase));
}
