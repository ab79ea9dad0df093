using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using LocalDiplomacy.Bench.Register;

namespace LocalDiplomacy.Bench.Desk;

/// <summary>Somebody of the desk at a program, whose session outlives the program.</summary>
internal sealed class DeskSession(CookieContainer cookies, Uri address) : IDisposable
{
    /// <summary>A program that begins thousands of orchestrations sends its mails beside them.</summary>
    private static readonly TimeSpan PatienceForTheCode = TimeSpan.FromMinutes(9);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(20);

    private readonly HttpClient _http = Client(cookies, address);

    public Task SignInAsync() => new RegisterDesk(_http).SignInAsync(PatienceForTheCode);

    /// <summary>Waits until the program says that it is ready.</summary>
    public Task ReadyAsync(TimeSpan patience) => UntilAsync(
        async () =>
        {
            using var ready = await _http.GetAsync(new Uri("/api/health/ready", UriKind.Relative));
            return ready.IsSuccessStatusCode;
        },
        LookEvery, patience);

    public async Task<(double Took, string Body)> AskAsync(string path)
    {
        var began = Stopwatch.GetTimestamp();
        using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative));
        var body = await answer.Content.ReadAsStringAsync();
        return answer.StatusCode == HttpStatusCode.OK ? (Stopwatch.GetElapsedTime(began).TotalMilliseconds, body) : throw new InvalidOperationException($"{path} was answered with {answer.StatusCode}.");
    }

    public async Task<JsonNode> JsonAsync(string path) => JsonNode.Parse((await AskAsync(path)).Body)!;

    /// <summary>The oldest that was not carried out; null: all is.</summary>
    public async Task<DateTimeOffset?> OldestWorkAsync() => (DateTimeOffset?)(await JsonAsync("/api/desk/hub"))["oldestWorkSince"];

    /// <summary>Whether all that was decided about a case is carried out.</summary>
    public async Task<bool> IsCarriedOutAsync(string id) => (await JsonAsync($"/api/desk/mous/{id}"))["orchestration"]!["leftToDo"]!.AsArray().Count == 0;

    /// <summary>The desk holds a case up: a commit with effects.</summary>
    public async Task HoldAsync(string id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/desk/mous/{id}/actions/hold") { Content = new StringContent("""{"reason":"A kill is tried."}""", System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        using var answer = await _http.SendAsync(request);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"The case was not held up: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    /// <returns>False: it did not come within the patience.</returns>
    public static async Task<bool> UntilAsync(Func<Task<bool>> holds, TimeSpan every, TimeSpan patience)
    {
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < patience; await Task.Delay(every))
            if (await holds()) return true;
        return false;
    }

    public void Dispose() => _http.Dispose();

    private static HttpClient Client(CookieContainer cookies, Uri address)
    {
        // A session's cookie is for the secure site where there is one; this one is on the loopback interface.
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };
        http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return http;
    }
}
