using System.Diagnostics;

namespace LocalDiplomacy.EngineProcess;

/// <param name="Held">Instances whose activity the killed process was running.</param>
/// <param name="Ended">Seconds from the kill to the answer that each of them, one asked for after the other, has ended.</param>
public sealed record TakeoverReport(int Held, IReadOnlyList<double> Ended);

/// <summary>Two processes on one hub. One of them is killed in the middle of activities that would last for ever.</summary>
public sealed class Takeover(string connection, string folder)
{
    /// <summary>As long as it is there, activities that hold do not return.</summary>
    internal const string HoldFile = "hold";

    public async Task<TakeoverReport> RunAsync(int instances)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, HoldFile), "");
        using var doomed = KilledEngine.Start(connection, folder, "doomed", shared: true);
        using var other = KilledEngine.Start(connection, folder, "other", shared: true);
        if (!await doomed.ReadyAsync() || !await other.ReadyAsync()) throw new InvalidOperationException("The engines did not start.");
        for (var number = 0; number < instances; number++) await AskAsync(doomed, $"start Held held-{number}");
        while (Held("doomed").Union(Held("other")).Count() < instances) await Task.Delay(20);

        var held = Held("doomed").Except(Held("other")).ToArray();
        await doomed.KillAsync();
        File.Delete(Path.Combine(folder, HoldFile));
        var killed = Stopwatch.GetTimestamp();
        var ended = new List<double>();
        foreach (var id in held)
        {
            await AskAsync(other, $"end {id}");
            ended.Add(Stopwatch.GetElapsedTime(killed).TotalSeconds);
        }

        return new TakeoverReport(held.Length, ended);
    }

    private string[] Held(string process)
    {
        var file = Path.Combine(folder, process + ".effects");
        return File.Exists(file)
            ? [.. EffectsFile.ReadFile(file).Where(line => line.EndsWith(" held", StringComparison.Ordinal)).Select(line => line.Split(' ')[0])]
            : [];
    }

    private static async Task AskAsync(KilledEngine engine, string request)
    {
        var answer = await engine.AskAsync(request);
        if (answer?.StartsWith("ok", StringComparison.Ordinal) != true) throw new InvalidOperationException($"'{request}' was answered with '{answer}'.");
    }
}
