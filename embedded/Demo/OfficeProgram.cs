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
    public async Task<string> DraftAsync(DraftBody draft, string idempotencyKey, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/mous") { Content = JsonContent.Create(draft) };
        request.Headers.Add("Idempotency-Key", idempotencyKey);
        using var answer = await _http.SendAsync(request, cancellationToken);
        var created = await ReadAsync(answer, cancellationToken);
        return created.GetProperty("id").GetString()!;
    }

    /// <summary>Keeps the text as that side has it as the scan of its original; the same again is kept once.</summary>
    public async Task ScanAsync(string mou, string side, CancellationToken cancellationToken)
    {
        using var original = await _http.GetAsync($"/api/mous/{mou}/documents/original-{side}.pdf", cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/mous/{mou}/originals/{side}/scans")
        {
            Content = new ByteArrayContent(await original.Content.ReadAsByteArrayAsync(cancellationToken)) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } },
        };
        request.Headers.Add("Idempotency-Key", $"demo-scan-{mou}-{side}");
        using var answer = await _http.SendAsync(request, cancellationToken);
        await ReadAsync(answer, cancellationToken);
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

    /// <summary>The draft as the API takes it, for POST and PUT: five years, as its clause on effect and duration says.</summary>
    public static DraftBody Body(DemoMou mou) => DraftBody.Of("Friendship", mou, new(60, null));
}

/// <summary>A draft as the API takes it.</summary>
/// <param name="OtherMissions">Beside Gabon's.</param>
/// <param name="Origin">The MOU that it varies, or stands under.</param>
internal sealed record DraftBody(
    string Kind, IReadOnlyDictionary<string, string> Title, DraftCounterparty Counterparty, string Mission, IReadOnlyList<string> Fields,
    IReadOnlyList<string> Languages, string PrevailingLanguage, DraftTerm Term, IReadOnlyList<DemoClause> Clauses,
    IReadOnlyList<DraftMission>? OtherMissions, DraftOrigin? Origin)
{
    public static DraftBody Of(string kind, DemoMou text, DraftTerm term, DraftOrigin? origin = null, params DraftMission[] others) => new(
        kind, text.Title, DraftCounterparty.Libreville, "GA", ["Administration", "CultureAndArts", "YouthAndEducation", "EconomyAndTrade", "Environment"],
        DemoMou.Languages, "en", term, text.Clauses, others.Length > 0 ? others : null, origin);
}

internal sealed record DraftCounterparty(IReadOnlyDictionary<string, string> Name, string Country, IReadOnlyDictionary<string, string> Place)
{
    public static readonly DraftCounterparty Libreville = new(
        new Dictionary<string, string> { ["ko"] = "리브르빌시", ["en"] = "City of Libreville", ["fr"] = "Ville de Libreville" }, "GA",
        new Dictionary<string, string> { ["ko"] = "리브르빌", ["en"] = "Libreville", ["fr"] = "Libreville" });
}

/// <summary>So many months, or until a day.</summary>
internal sealed record DraftTerm(int? Months, DateOnly? EndsOn);

internal sealed record DraftMission(string Mission, string Role);

internal sealed record DraftOrigin(string Kind, string Mou);
