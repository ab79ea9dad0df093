using LocalDiplomacy.Workflows.Lifecycle;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace LocalDiplomacy.Functions.Reception;

/// <summary>The language of whoever reads the answer: what they chose, else what their browser asks for, else the page's own.</summary>
public sealed class Reader
{
    public const string LanguageCookie = "lang";

    private readonly bool _said;

    private Reader(Language language, bool said) => (Language, _said) = (language, said);

    public Language Language { get; private set; }

    /// <summary>A link's page speaks its holder's language when the reader's browser says nothing.</summary>
    public void FallBackTo(Language language) =>
        Language = _said || !Language.OfPages.Contains(language) ? Language : language;

    public static Reader Of(HttpRequest request)
    {
        var said = Known(request.Cookies[LanguageCookie]) ?? Asked(request);
        return new(said ?? (request.IsApi() ? Language.English : Language.Korean), said is not null);
    }

    /// <summary>The language of pages with this code or regional variant ("fr-GA"), if there is one.</summary>
    public static Language? Known(string? code) =>
        Language.OfPages.Where(l => code is not null && l.Code.Equals(code.Split('-')[0], StringComparison.OrdinalIgnoreCase))
            .Select(l => (Language?)l).FirstOrDefault();

    private static Language? Asked(HttpRequest request) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var asked)
            ? asked.Where(a => a.Quality is not 0).OrderByDescending(a => a.Quality ?? 1).Select(a => Known(a.Value.Value)).FirstOrDefault(l => l is not null)
            : null;
}

/// <summary>What the reception found out about a request, for the functions behind it.</summary>
public static class RequestReception
{
    public static bool IsApi(this HttpRequest request) => request.Path.StartsWithSegments("/api");

    public static Reader Reader(this HttpRequest request)
    {
        var reader = request.HttpContext.Features.Get<Reader>() ?? Reception.Reader.Of(request);
        request.HttpContext.Features.Set(reader);
        return reader;
    }

    public static Caller Caller(this HttpRequest request) =>
        request.HttpContext.Features.Get<Caller>() ?? new Caller.Nobody();

    internal static void RememberCaller(this HttpRequest request, Caller caller) =>
        request.HttpContext.Features.Set(caller);
}
