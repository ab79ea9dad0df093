using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using LocalDiplomacy.Bench.Register;

namespace LocalDiplomacy.Bench.Desk;

/// <summary>Seeds, starts, asks for every page and call over HTTP, kills and starts again.</summary>
internal sealed class DeskBench(string program, DeskOptions options)
{
    private const int WarmUp = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    /// <summary>What the desk looks at; {id} is a case that lives, {office} and {embassy} are some that have many.</summary>
    private static readonly (string Name, string[] Paths)[] Asked =
    [
        ("/desk", ["/desk"]), ("/api/desk/overview", ["/api/desk/overview"]),
        ("/desk/mous", ["/desk/mous"]), ("/api/desk/mous", ["/api/desk/mous"]),
        ("/api/desk/mous, one condition", ["/api/desk/mous?stage=UnderReview", "/api/desk/mous?kind=Sisterhood", "/api/desk/mous?office=47", "/api/desk/mous?embassy=FR", "/api/desk/mous?overdue=true", "/api/desk/mous?waiting=Embassy"]),
        ("/api/desk/mous, several", ["/api/desk/mous?stage=InEffect&kind=Field&country=FR", "/api/desk/mous?waiting=Embassy&overdue=true&office=11", "/api/desk/mous?due-from=2026-01-01&due-until=2027-12-31&kind=Friendship"]),
        ("/api/desk/mous, words", ["/api/desk/mous?q=%EA%B2%BD%EC%83%81%EB%B6%81", "/api/desk/mous?q=%EC%9A%B0%ED%98%B8%ED%98%91%EB%A0%A5%20paris", "/api/desk/mous?q=nothing-of-the-kind", "/api/desk/mous?q=%EC%84%9C%EC%9A%B8&stage=InEffect"]),
        ("/desk/mous, several and words", ["/desk/mous?q=%EC%9A%B0%ED%98%B8&stage=UnderReview&overdue=true", "/desk/mous?stage=InEffect&country=FR"]),
        ("/desk/lists/overdue", ["/desk/lists/overdue"]), ("/api/desk/lists/waiting-embassy", ["/api/desk/lists/waiting-embassy"]),
        ("/api/desk/views", ["/api/desk/views"]), ("/desk/mous/{id}", ["/desk/mous/{id}"]), ("/api/desk/mous/{id}", ["/api/desk/mous/{id}"]),
    ];

    public async Task<DeskReport> RunAsync(TextWriter progress)
    {
        var data = options.Data ?? Directory.CreateTempSubdirectory("localdiplomacy-bench-").FullName;
        try
        {
            double? seeding = options.Data is null ? await SeedAsync(data, progress) : null;
            return await MeasureAsync(data, seeding, progress);
        }
        finally
        {
            if (options.Data is null) Directory.Delete(data, recursive: true);
        }
    }

    private async Task<double> SeedAsync(string data, TextWriter progress)
    {
        var began = Stopwatch.GetTimestamp();
        using var seed = Process.Start(new ProcessStartInfo("dotnet", [program, "seed", "--mous", $"{options.Mous}", "--data", data]) { RedirectStandardOutput = true })!;
        while (await seed.StandardOutput.ReadLineAsync() is { } line) progress.WriteLine(line);
        await seed.WaitForExitAsync();
        return seed.ExitCode == 0 ? Stopwatch.GetElapsedTime(began).TotalSeconds : throw new InvalidOperationException($"The seeding ended with {seed.ExitCode}.");
    }

    private async Task<DeskReport> MeasureAsync(string data, double? seeding, TextWriter progress)
    {
        double listening, first, resident, waiting;
        int mous;
        List<(string, Percentiles)> pages = [];
        string id;
        using (var started = StartedProgram.Start(program, data))
        {
            listening = await started.ListeningAsync();
            var began = Stopwatch.GetTimestamp();
            using var http = await SignedInAsync(started);
            progress.WriteLine($"listening after {listening:0} ms");
            (first, var found) = await TimedAsync(http, "/api/desk/mous?stage=UnderReview");
            mous = (int)JsonNode.Parse((await TimedAsync(http, "/api/desk/mous?limit=1")).Body)!["total"]!;
            id = (string)JsonNode.Parse(found)!["items"]![0]!["id"]!;
            progress.WriteLine($"first search: {first:0} ms");
            waiting = await AllWaitAsync(http, began, progress);
            foreach (var (name, paths) in Asked) pages.Add((name, await TimesAsync(http, [.. paths.Select(path => path.Replace("{id}", id, StringComparison.Ordinal))], progress, name)));
            resident = started.ResidentMegabytes();
            await ActAsync(http, id);
        }

        // The disposal above is a SIGKILL, right after a commit whose effects nobody had time for.
        using var again = StartedProgram.Start(program, data);
        var began2 = Stopwatch.GetTimestamp();
        var killListening = await again.ListeningAsync();
        using var http2 = await SignedInAsync(again);
        await UntilAsync(async () => (await HubAsync(http2))["oldestWorkSince"] is null, "what was left by the kill is carried out");
        var afterKill = Stopwatch.GetElapsedTime(began2).TotalSeconds;
        var megabytes = new DirectoryInfo(data).EnumerateFiles().Sum(file => file.Length) / 1e6;
        return new(mous, seeding, listening, first, waiting, resident, megabytes, killListening, afterKill, pages);
    }

    private static async Task<double> AllWaitAsync(HttpClient http, long began, TextWriter progress)
    {
        await UntilAsync(async () => (await HubAsync(http))["oldestWorkSince"] is null, "all orchestrations wait");
        var waited = Stopwatch.GetElapsedTime(began).TotalSeconds;
        progress.WriteLine($"all orchestrations wait after {waited:0} s");
        return waited;
    }

    private async Task<Percentiles> TimesAsync(HttpClient http, string[] paths, TextWriter progress, string name)
    {
        var times = new ConcurrentBag<double>();
        await Parallel.ForEachAsync(Enumerable.Range(0, WarmUp * paths.Length + options.Requests), new ParallelOptions { MaxDegreeOfParallelism = options.AtOnce }, async (number, _) =>
        {
            var (took, _) = await TimedAsync(http, paths[number % paths.Length]);
            if (number >= WarmUp * paths.Length) times.Add(took);
        });
        var found = Percentiles.Of([.. times]);
        progress.WriteLine($"{name}: p95 {found.P95:0.0} ms");
        return found;
    }

    private static async Task<(double Took, string Body)> TimedAsync(HttpClient http, string path)
    {
        var began = Stopwatch.GetTimestamp();
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        var body = await answer.Content.ReadAsStringAsync();
        return answer.StatusCode == HttpStatusCode.OK ? (Stopwatch.GetElapsedTime(began).TotalMilliseconds, body) : throw new InvalidOperationException($"{path} was answered with {answer.StatusCode}.");
    }

    /// <summary>The desk holds a case up: a commit with effects.</summary>
    private static async Task ActAsync(HttpClient http, string id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/desk/mous/{id}/actions/hold") { Content = new StringContent("""{"reason":"A kill is tried."}""", System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        using var answer = await http.SendAsync(request);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"The case was not held up: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    private static async Task<JsonNode> HubAsync(HttpClient http) => JsonNode.Parse((await TimedAsync(http, "/api/desk/hub")).Body)!;

    private static async Task<HttpClient> SignedInAsync(StartedProgram started)
    {
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = started.Address, Timeout = TimeSpan.FromMinutes(5) };
        http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        await UntilAsync(async () =>
        {
            using var ready = await http.GetAsync(new Uri("/api/health/ready", UriKind.Relative));
            return ready.IsSuccessStatusCode;
        }, "the program is ready");
        await new RegisterDesk(http).SignInAsync();
        return http;
    }

    private static async Task UntilAsync(Func<Task<bool>> holds, string what)
    {
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < Patience; await Task.Delay(1000))
            if (await holds()) return;
        throw new InvalidOperationException($"{what}: that did not come in {Patience}.");
    }
}
