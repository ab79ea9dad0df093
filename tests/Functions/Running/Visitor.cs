using System.Net;

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

    public async Task<Answer> GetAsync(string path) => await Answer.OfAsync(await _http.GetAsync(path));

    public Task<Answer> PostAsync(string path, params (string Name, string Value)[] fields) =>
        PostAsync(path, fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    public async Task<Answer> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        return await Answer.OfAsync(await _http.PostAsync(path, content));
    }

    public async Task<Answer> SendAsync(HttpRequestMessage request) => await Answer.OfAsync(await _http.SendAsync(request));

    public void Dispose() => _http.Dispose();
}
