using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace LocalDiplomacy.EndToEnd.Tests.Kills;

/// <summary>An answer that came through.</summary>
internal sealed record Answered(HttpStatusCode Status, JsonElement Body)
{
    public bool Fine => (int)Status is >= 200 and < 300;

    /// <summary>The name of what was wrong; null where nothing was.</summary>
    public string? ProblemCode => !Fine && Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("code", out var code) ? code.GetString() : null;
}

/// <summary>Sends a request, with the same key, until the program lives long enough to answer it.</summary>
internal sealed class StubbornClient(KilledProgram program, string apiKey) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(20) };

    /// <summary>How often a request died with the program.</summary>
    public int Lost { get; private set; }

    public Task<Answered> GetAsync(string address) => SendAsync(HttpMethod.Get, address, null, null);

    public Task<Answered> PostAsync(string address, object body) => SendAsync(HttpMethod.Post, address, body, null);

    public Task<Answered> PutAsync(string address, object body, string ifMatch) => SendAsync(HttpMethod.Put, address, body, ifMatch);

    public void Dispose() => _http.Dispose();

    private async Task<Answered> SendAsync(HttpMethod method, string address, object? body, string? ifMatch)
    {
        var key = Guid.NewGuid().ToString("N");
        var since = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(since) < Patience)
        {
            await program.ReadyAsync().WaitAsync(Patience);
            try
            {
                using var request = Request(method, address, body, key, ifMatch);
                using var answer = await _http.SendAsync(request);
                var text = await answer.Content.ReadAsStringAsync();
                // 503 is what the program says while it stops or starts: try again.
                if (answer.StatusCode == HttpStatusCode.ServiceUnavailable) continue;
                program.NoteAnAnswer();
                return new Answered(answer.StatusCode, text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text));
            }
            catch (Exception died) when (died is HttpRequestException or IOException or TaskCanceledException)
            {
                Lost++;
                await Task.Yield();
            }
        }

        throw new TimeoutException($"{method} {address} was not answered within {Patience.TotalSeconds:0} s.\n{program.LastOutput}");
    }

    private HttpRequestMessage Request(HttpMethod method, string address, object? body, string key, string? ifMatch)
    {
        var request = new HttpRequestMessage(method, new Uri(program.Portal, address));
        request.Headers.Authorization = new("Bearer", apiKey);
        if (method == HttpMethod.Post) request.Headers.Add("Idempotency-Key", key);
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (body is not null) request.Content = JsonContent.Create(body);
        return request;
    }
}
