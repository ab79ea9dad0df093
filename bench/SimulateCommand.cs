using System.Diagnostics;
using System.Globalization;
using LocalDiplomacy.Simulation;

namespace LocalDiplomacy.Bench;

/// <summary>Simulations, one seed after the other on every core.</summary>
internal static class SimulateCommand
{
    /// <returns>1 when a seed broke a promise.</returns>
    internal static int Run(string[] args, TextWriter output)
    {
        var arguments = new Arguments([.. args.Where(arg => arg != "--log")], "--first", "--seeds");
        var (first, count) = (arguments.Number("--first", 1), arguments.Number("--seeds", 1000));
        using var logs = args.Contains("--log") ? new PrintedLogs(output) : null;
        var began = Stopwatch.GetTimestamp();
        var (broken, steps) = (0, 0L);
        Parallel.For(first, first + count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, seed =>
        {
            var result = Simulator.Run(seed, logs);
            Interlocked.Add(ref steps, result.Steps);
            if (result.Wrong.Count == 0) return;
            Interlocked.Increment(ref broken);
            lock (output) output.WriteLine($"seed {seed} ({result.Scenes}): {string.Join(Environment.NewLine + "    ", result.Wrong)}");
        });
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{count} seeds from {first}: {broken} broken, {steps} steps, {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s"));
        return broken == 0 ? 0 : 1;
    }
}
