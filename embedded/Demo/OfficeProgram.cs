using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace LocalDiplomacy.Demo;

/// <summary>A program of the office, with an API key: drafts and reads by JSON.</summary>
internal sealed class OfficeProgram : IDisposable
{
    private readonly HttpClient _http;

    public OfficeProgram(Uri portal, string apiKey)
    {
        _http = new HttpClient { BaseAddress = portal };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", apiKey);
    }

    /// <summary>Creates the draft; the same key again gives the same MOU.</summary>
    public async Task<string> DraftAsync(DemoMou mou, string idempotencyKey, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/mous") { Content = JsonContent.Create(Body(mou)) };
        request.Headers.Add("Idempotency-Key", idempotencyKey);
        using var answer = await _http.SendAsync(request, cancellationToken);
        var created = await ReadAsync(answer, cancellationToken);
        return created.GetProperty("id").GetString()!;
    }

    public Task<JsonElement> ReadAsync(string mou, CancellationToken cancellationToken) => GetAsync($"/api/mous/{mou}", cancellationToken);

    /// <summary>The kinds of the events, oldest first.</summary>
    public Task<JsonElement> HistoryAsync(string mou, CancellationToken cancellationToken) =>
        GetAsync($"/api/mous/{mou}/history", cancellationToken);

    public void Dispose() => _http.Dispose();

    private async Task<JsonElement> GetAsync(string address, CancellationToken cancellationToken)
    {
        using var answer = await _http.GetAsync(address, cancellationToken);
        return await ReadAsync(answer, cancellationToken);
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        return answer.IsSuccessStatusCode
            ? JsonSerializer.Deserialize<JsonElement>(text)
            : throw new DemoFailure($"{answer.RequestMessage?.RequestUri?.AbsolutePath} answered {(int)answer.StatusCode}: {text}");
    }

    /// <summary>The draft as the API takes it, for POST and PUT.</summary>
    public static object Body(DemoMou mou) => new
    {
        kind = "Friendship",
        title = mou.Title,
        counterparty = new
        {
            name = new Dictionary<string, string> { ["ko"] = "리브르빌시", ["en"] = "City of Libreville", ["fr"] = "Ville de Libreville" },
            country = "GA",
            place = new Dictionary<string, string> { ["ko"] = "리브르빌", ["en"] = "Libreville", ["fr"] = "Libreville" },
        },
        mission = "GA",
        fields = new[] { "Administration", "CultureAndArts", "YouthAndEducation", "EconomyAndTrade", "Environment" },
        languages = DemoMou.Languages,
        prevailingLanguage = "en",
        // As the clause on effect, duration and renewal says: five years, and no renewal by itself.
        term = new { months = 60 },
        clauses = mou.Clauses.Select(clause => new { heading = clause.Heading, body = clause.Body }),
    };
}
