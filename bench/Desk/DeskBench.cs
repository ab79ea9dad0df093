using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using LocalDiplomacy.Bench.Register;

namespace LocalDiplomacy.Bench.Desk;

/// <summary>Seeds, starts, asks for every page and call over HTTP, kills and starts again. What fails of it is said, and the rest goes on.</summary>
internal sealed class DeskBench(string program, DeskOptions options, TextWriter progress)
{
    private const int WarmUp = 5;
    private static readonly TimeSpan SayEvery = TimeSpan.FromSeconds(15);

    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly CookieContainer _cookies = new();

    public async Task<DeskReport> RunAsync()
    {
        var data = options.Data ?? Directory.CreateTempSubdirectory("localdiplomacy-bench-").FullName;
        try
        {
            double? seeding = options.Data is null ? await SeedAsync(data) : null;
            var started = await MeasureAsync(data);
            var killed = await AfterKillAsync(data, started.Held);
            return new(seeding, new DirectoryInfo(data).EnumerateFiles().Sum(file => file.Length) / 1e6, started, killed);
        }
        finally
        {
            if (options.Data is null) Directory.Delete(data, recursive: true);
        }
    }

    private async Task<double> SeedAsync(string data)
    {
        var began = Stopwatch.GetTimestamp();
        using var seed = Process.Start(new ProcessStartInfo("dotnet", [program, "seed", "--mous", $"{options.Mous}", "--data", data]) { RedirectStandardOutput = true })!;
        while (await seed.StandardOutput.ReadLineAsync() is { } line) Say(line);
        await seed.WaitForExitAsync();
        return seed.ExitCode == 0 ? Stopwatch.GetElapsedTime(began).TotalSeconds : throw new InvalidOperationException($"The seeding ended with {seed.ExitCode}.");
    }

    private async Task<DeskStart> MeasureAsync(string data)
    {
        using var started = StartedProgram.Start(program, data);
        var began = Stopwatch.GetTimestamp();
        var listening = await started.ListeningAsync();
        using var desk = new DeskSession(_cookies, started.Address);
        await desk.ReadyAsync(options.Patience);
        var ready = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        Say($"listening after {listening:0} ms, ready after {ready:0} ms");
        await desk.SignInAsync();
        var (first, _) = await desk.AskAsync("/api/desk/mous?stage=UnderReview");
        Say($"first search: {first:0} ms");
        var total = (int)(await desk.JsonAsync("/api/desk/mous?limit=1"))["total"]!;
        var live = (string)(await desk.JsonAsync("/api/desk/mous?stage=UnderReview&limit=1"))["items"]![0]!["id"]!;
        var waiting = await AllCarriedOutAsync(desk, began);
        List<DeskPageTimes> pages = [];
        foreach (var (name, paths) in DeskPages.All) pages.Add(await TimesAsync(desk, name, [.. paths.Select(path => path.Replace("{id}", live, StringComparison.Ordinal))]));
        var resident = started.ResidentMegabytes();
        await desk.HoldAsync(live);
        // What follows is a SIGKILL, right after a commit whose effects nobody had time for.
        return new(total, listening, ready, first, waiting, resident, live, pages);
    }

    private async Task<DeskRestart> AfterKillAsync(string data, string held)
    {
        Say("killed; it is started again");
        using var again = StartedProgram.Start(program, data);
        var began = Stopwatch.GetTimestamp();
        var listening = await again.ListeningAsync();
        using var desk = new DeskSession(_cookies, again.Address);
        await desk.ReadyAsync(options.Patience);
        var ready = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        await desk.AskAsync("/desk");
        var page = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        return new(listening, ready, page, await AllCarriedOutAsync(desk, began, held));
    }

    /// <param name="id">A case that was changed just before: the hub counts only what waits for some seconds.</param>
    /// <returns>Seconds from the start of the program; null: not within the patience.</returns>
    private async Task<double?> AllCarriedOutAsync(DeskSession desk, long began, string? id = null)
    {
        var said = Stopwatch.GetTimestamp();
        var isSo = await DeskSession.UntilAsync(
            async () =>
            {
                var oldest = await desk.OldestWorkAsync();
                if (Stopwatch.GetElapsedTime(said) >= SayEvery) (said, _) = (Stopwatch.GetTimestamp(), Say($"not all is carried out: the oldest waits since {oldest:HH:mm:ss}"));
                return oldest is null && (id is null || await desk.IsCarriedOutAsync(id));
            },
            TimeSpan.FromSeconds(1), options.Patience);
        var took = Stopwatch.GetElapsedTime(began).TotalSeconds;
        Say(isSo ? $"all is carried out after {took:0.0} s" : $"not all was carried out within {options.Patience.TotalMinutes:0} min; the measurement goes on");
        return isSo ? took : null;
    }

    private async Task<DeskPageTimes> TimesAsync(DeskSession desk, string name, string[] paths)
    {
        var times = new ConcurrentBag<double>();
        try
        {
            await Parallel.ForEachAsync(Enumerable.Range(0, (WarmUp * paths.Length) + options.Requests), new ParallelOptions { MaxDegreeOfParallelism = options.AtOnce }, async (number, _) =>
            {
                var (took, _) = await desk.AskAsync(paths[number % paths.Length]);
                if (number >= WarmUp * paths.Length) times.Add(took);
            });
        }
        catch (Exception fault) when (fault is InvalidOperationException or HttpRequestException or TaskCanceledException)
        {
            Say($"{name}: {fault.Message}");
            return new(name, null, fault.Message);
        }

        var found = Percentiles.Of([.. times]);
        Say($"{name}: p50 {found.P50:0.0} ms, p95 {found.P95:0.0} ms");
        return new(name, found, null);
    }

    private bool Say(string what)
    {
        progress.WriteLine($"{Stopwatch.GetElapsedTime(_began):hh\\:mm\\:ss} {what}");
        return true;
    }
}
