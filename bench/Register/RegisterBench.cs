using System.Collections.Concurrent;
using System.Diagnostics;

namespace LocalDiplomacy.Bench.Register;

/// <summary>Imports, starts again, and searches, all over HTTP.</summary>
internal sealed class RegisterBench(string program, RegisterOptions options)
{
    private const int WarmUp = 200;

    public async Task<RegisterReport> RunAsync(TextWriter progress)
    {
        var data = Directory.CreateTempSubdirectory("localdiplomacy-bench-").FullName;
        try
        {
            var (import, again) = await FillAsync(data, progress);
            using var started = StartedProgram.Start(program, data);
            await started.ListeningAsync();
            using var http = ClientOf(started);
            var first = await TimedAsync(http, "/api/register", null);
            progress.WriteLine($"first search after the start: {first:0} ms");
            return new(
                options.Entries, options.AtOnce, RegisterOptions.Imported, import, again, first,
                await SearchesAsync(http, "/api/register", null, progress), await SearchesAsync(http, "/register", null, progress),
                await SearchesAsync(http, "/api/register", await TagAsync(http), progress));
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private async Task<(double Import, double Again)> FillAsync(string data, TextWriter progress)
    {
        using var started = StartedProgram.Start(program, data);
        await started.FirstPageAsync();
        using var http = ClientOf(started);
        await WellAsync(http);
        var (desk, ties) = (new RegisterDesk(http), await RegisterTies.OfAsync(http));
        await desk.SignInAsync();
        var import = await desk.ImportAsync(ties.File(0, RegisterOptions.Imported));
        var again = await desk.ImportAsync(ties.File(0, RegisterOptions.Imported));
        if (!import.IsWritten || again.IsWritten) throw new InvalidOperationException("The first import wrote nothing, or the second wrote something.");
        progress.WriteLine($"{RegisterOptions.Imported} ties imported in {import.Seconds:0.00} s, the same again in {again.Seconds:0.00} s");
        for (var at = RegisterOptions.Imported; at < options.Entries; at += 5000)
            await desk.ImportAsync(ties.File(at, Math.Min(5000, options.Entries - at)));
        return (import.Seconds, again.Seconds);
    }

    private async Task<Percentiles> SearchesAsync(HttpClient http, string path, string? tag, TextWriter progress)
    {
        var times = new ConcurrentBag<double>();
        var numbers = Enumerable.Range(0, WarmUp + options.Requests);
        await Parallel.ForEachAsync(numbers, new ParallelOptions { MaxDegreeOfParallelism = options.AtOnce }, async (number, _) =>
        {
            var query = RegisterTies.Queries[number % RegisterTies.Queries.Count];
            var took = await TimedAsync(http, query.Length == 0 ? path : $"{path}?{query}", tag);
            if (number >= WarmUp) times.Add(took);
        });
        var found = Percentiles.Of([.. times]);
        progress.WriteLine($"{path}{(tag is null ? "" : ", unchanged")}: p95 {found.P95:0.0} ms");
        return found;
    }

    private static async Task<double> TimedAsync(HttpClient http, string path, string? tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (tag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        var began = Stopwatch.GetTimestamp();
        using var answer = await http.SendAsync(request);
        await answer.Content.ReadAsByteArrayAsync();
        var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        if ((int)answer.StatusCode != (tag is null ? 200 : 304)) throw new InvalidOperationException($"{path} was answered with {answer.StatusCode}.");
        return took;
    }

    private static async Task<string> TagAsync(HttpClient http)
    {
        using var answer = await http.GetAsync(new Uri("/api/register", UriKind.Relative));
        return answer.Headers.ETag!.Tag;
    }

    internal static async Task WellAsync(HttpClient http)
    {
        // The reference tables are loaded beside the start.
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(60); await Task.Delay(50))
        {
            using var answer = await http.GetAsync(new Uri("/api/health/ready", UriKind.Relative));
            if (answer.IsSuccessStatusCode) return;
        }

        throw new InvalidOperationException("The program did not become ready.");
    }

    private static HttpClient ClientOf(StartedProgram started)
    {
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = started.Address };
        http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return http;
    }
}
