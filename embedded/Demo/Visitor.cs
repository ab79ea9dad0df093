using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace LocalDiplomacy.Demo;

/// <summary>One person's browser: keeps cookies, follows redirects, runs no scripts.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly Uri _portal;
    private readonly HttpClient _http;

    public Visitor(Uri portal, string languages)
    {
        _portal = portal;
        _http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = portal };
        _http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(languages);
        _http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    /// <summary>Opens an address; any status is an answer.</summary>
    public async Task<WebPage> LookAsync(string address, CancellationToken cancellationToken)
    {
        using var answer = await _http.GetAsync(new Uri(_portal, address), cancellationToken);
        return await ReadAsync(answer, cancellationToken);
    }

    /// <summary>Opens a page that is expected to be there.</summary>
    public async Task<WebPage> OpenAsync(string address, CancellationToken cancellationToken) =>
        MustBeFine(await LookAsync(address, cancellationToken));

    /// <summary>Sends a form that is expected to be taken.</summary>
    public async Task<WebPage> SendAsync(WebForm form, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, form.Action) { Content = new FormUrlEncodedContent(form.Fields) };
        // Every browser says where a form came from; the program refuses forms of other origins.
        request.Headers.Add("Origin", _portal.GetLeftPart(UriPartial.Authority));
        using var answer = await _http.SendAsync(request, cancellationToken);
        return MustBeFine(await ReadAsync(answer, cancellationToken));
    }

    /// <summary>Asks for JSON, as a script of the page would.</summary>
    public async Task<JsonAnswer> AskAsync(HttpMethod method, string path, object? body, string? ifMatch, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("Origin", _portal.GetLeftPart(UriPartial.Authority));
        if (method == HttpMethod.Post) request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        using var answer = await _http.SendAsync(request, cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        return answer.IsSuccessStatusCode
            ? new(JsonSerializer.Deserialize<JsonElement>(text), answer.Headers.ETag?.ToString())
            : throw new DemoFailure($"{path} answered {(int)answer.StatusCode}: {Start(text)}");
    }

    public void Dispose() => _http.Dispose();

    private async Task<WebPage> ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken) =>
        new(answer.RequestMessage?.RequestUri ?? _portal, answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellationToken));

    public static WebPage MustBeFine(WebPage page) =>
        (int)page.Status < 400
            ? page
            : throw new DemoFailure($"{page.Address.AbsolutePath} answered {(int)page.Status}: {Start(page.Text)}");

    private static string Start(string text) => text.Length <= 300 ? text : text[..300] + " …";
}

/// <summary>What was answered to a program.</summary>
internal sealed record JsonAnswer(JsonElement Body, string? Version);
