using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace LocalDiplomacy.Functions.Tests.Running;

/// <summary>A browser without scripts: keeps cookies, shows redirects instead of following them.</summary>
public sealed class Visitor : IDisposable
{
    private readonly HttpClient _http;

    public Visitor(Uri address, string language = "en")
    {
        _http = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = address };
        _http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        _http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
    }

    public CookieContainer Cookies { get; } = new();

    /// <summary>What the forms of this visitor's pages carry; null without a session.</summary>
    public string? Proof => Cookies.GetCookies(_http.BaseAddress!)["session"]?.Value is { Length: > 0 } session
        ? Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(session)), "form"u8).AsSpan(..16)) : null;

    public async Task<Answer> GetAsync(string path) => await Answer.OfAsync(await _http.GetAsync(path));

    public Task<Answer> PostAsync(string path, params (string Name, string Value)[] fields) =>
        PostAsync(path, fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    public async Task<Answer> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var sent = fields.ToList();
        if (Proof is { } proof && sent.All(field => field.Key != "proof")) sent.Add(new("proof", proof));
        using var content = new FormUrlEncodedContent(sent);
        return await Answer.OfAsync(await _http.PostAsync(path, content));
    }

    /// <summary>A form gets the proof that the page's form has; everything else is sent as it is.</summary>
    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        if (request.Content is MultipartFormDataContent withFile && Proof is { } proof) withFile.Add(new StringContent(proof), "proof");
        if (request.Content is FormUrlEncodedContent form && Proof is { } due && await form.ReadAsStringAsync() is var sent && !sent.Contains("proof=", StringComparison.Ordinal))
            request.Content = new StringContent($"{sent}{(sent.Length > 0 ? "&" : "")}proof={due}", new System.Net.Http.Headers.MediaTypeHeaderValue("application/x-www-form-urlencoded"));
        return await SendRawAsync(request);
    }

    /// <summary>Exactly this, with the cookies.</summary>
    public async Task<Answer> SendRawAsync(HttpRequestMessage request) => await Answer.OfAsync(await _http.SendAsync(request));

    public void Dispose() => _http.Dispose();
}
