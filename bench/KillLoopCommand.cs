using System.Diagnostics;
using System.Globalization;
using LocalDiplomacy.EngineProcess;

namespace LocalDiplomacy.Bench;

/// <summary>The engine on a durable file, killed at random moments.</summary>
internal static class KillLoopCommand
{
    /// <returns>1 when a promise was broken; the folder is then left as it is.</returns>
    internal static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        var arguments = new Arguments(args, "--kills", "--seed");
        var folder = Directory.CreateTempSubdirectory("kill-loop-").FullName;
        var began = Stopwatch.GetTimestamp();
        var report = await new KillLoop(folder, arguments.Number("--seed", 1, 0)).RunAsync(arguments.Number("--kills", 500));
        foreach (var wrong in report.Wrong) await output.WriteLineAsync(wrong);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{report}; {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s"));
        if (report.Wrong.Count > 0) await output.WriteLineAsync($"the store is in {folder}");
        else Directory.Delete(folder, recursive: true);
        return report.Wrong.Count == 0 ? 0 : 1;
    }
}
