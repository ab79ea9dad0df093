using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace LocalDiplomacy.Functions.Tests.Running;

/// <summary>A program that calls the API: an office's with its key, or nobody's.</summary>
public sealed class ApiCaller : IDisposable
{
    private readonly HttpClient _http;

    public ApiCaller(Uri address, string? key = null)
    {
        _http = new HttpClient { BaseAddress = address };
        if (key is not null)
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    public static string NewKey() => Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(12));

    public Task<Answer> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    public Task<Answer> HeadAsync(string path) => SendAsync(HttpMethod.Head, path, null);

    /// <param name="key">The Idempotency-Key; a new one by itself.</param>
    public Task<Answer> PostAsync(string path, JsonNode? body, string? key = null) =>
        SendAsync(HttpMethod.Post, path, Json(body?.ToJsonString()), ("Idempotency-Key", key ?? NewKey()));

    public Task<Answer> PutAsync(string path, JsonNode body, string? ifMatch) =>
        SendAsync(HttpMethod.Put, path, Json(body.ToJsonString()), ifMatch is null ? [] : [("If-Match", ifMatch)]);

    public Task<Answer> PostTextAsync(string path, string body, string contentType = "application/json") =>
        SendAsync(HttpMethod.Post, path, new StringContent(body, Encoding.UTF8, contentType), ("Idempotency-Key", NewKey()));

    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Answer.OfAsync(await _http.SendAsync(request));
    }

    public void Dispose() => _http.Dispose();

    private static StringContent? Json(string? body) => body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
}
