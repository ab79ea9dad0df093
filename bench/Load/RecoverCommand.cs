using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using LocalDiplomacy.DurableFile;
using LocalDiplomacy.DurableTaskEngine;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace LocalDiplomacy.Bench.Load;

/// <summary>Many instances that wait for an event, the end of their process, and the start of another one on the same file.</summary>
internal static class RecoverCommand
{
    private const string AsChild = "--on";
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The instances are made here; the start is measured in a process of its own, whose memory knows nothing of their making.</summary>
    internal static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        var arguments = new Arguments(args, "--orchestrations", "--left", "--json", AsChild);
        var (count, left) = (arguments.Number("--orchestrations", 30_000), arguments.Choice("--left", "running", "resting"));
        if (arguments.Text(AsChild) is { } folder) return await RecoverAsync(folder, count, output);

        folder = Directory.CreateTempSubdirectory("localdiplomacy-bench-").FullName;
        try
        {
            await FillAsync(folder, count, rests: left == "resting");
            var report = await MeasureAsync(folder, count) with { Left = left };
            output.WriteLine(report.AsText());
            if (arguments.Text("--json") is { } file) await File.WriteAllTextAsync(file, JsonSerializer.Serialize(report, Readable));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task FillAsync(string folder, int count, bool rests)
    {
        await using var store = BenchStore.On(folder);
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var host = LoadCommand.NewHost(store, Register, services, options => options.KeepIdleInstancesFor = rests ? TimeSpan.Zero : TimeSpan.FromHours(1));
        await host.StartAsync(CancellationToken.None);
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 256 }, async (number, cancellation) =>
            await host.Client.ScheduleNewOrchestrationInstanceAsync("Listener", number, new StartOrchestrationOptions($"listener-{number}"), cancellation));
        if (rests) await host.StopAsync(CancellationToken.None);
        // Without a stop the host ends as a crash would end it: all of its instances count as being at work.
    }

    private static async Task<RecoverReport> MeasureAsync(string folder, int count)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet") start.ArgumentList.Add(typeof(RecoverCommand).Assembly.Location);
        foreach (var argument in new[] { "recover", "--orchestrations", count.ToString(CultureInfo.InvariantCulture), AsChild, folder })
            start.ArgumentList.Add(argument);

        using var child = Process.Start(start) ?? throw new InvalidOperationException("The second process did not start.");
        var text = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        return child.ExitCode == 0
            ? JsonSerializer.Deserialize<RecoverReport>(text, Readable)!
            : throw new InvalidOperationException($"The second process ended with {child.ExitCode}.");
    }

    private static async Task<int> RecoverAsync(string folder, int count, TextWriter output)
    {
        var began = Stopwatch.GetTimestamp();
        var processorBefore = Environment.CpuUsage.TotalTime;
        DurableStore.Open(BenchStore.FileIn(folder));
        var check = new FileCheck(
            new FileInfo(BenchStore.FileIn(folder)).Length / 1e6,
            Stopwatch.GetElapsedTime(began).TotalSeconds,
            (Environment.CpuUsage.TotalTime - processorBefore).TotalSeconds);
        await using var store = BenchStore.On(folder);
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var host = LoadCommand.NewHost(store, Register, services);
        await host.StartAsync(CancellationToken.None);
        var started = Stopwatch.GetElapsedTime(began).TotalSeconds;
        // The last one in the order of the index: nothing in front of it may hold it up.
        var last = Enumerable.Range(0, count).Select(number => $"listener-{number}").Max(StringComparer.Ordinal)!;
        await host.Client.RaiseEventAsync(last, "Number", 1);
        await host.Client.WaitForInstanceCompletionAsync(last);
        var answered = Stopwatch.GetElapsedTime(began).TotalSeconds;
        await host.StopAsync(CancellationToken.None);
        var settled = Stopwatch.GetElapsedTime(began).TotalSeconds;
        output.WriteLine(JsonSerializer.Serialize(
            new RecoverReport("running", count, check, started, answered, settled, Environment.CpuUsage.TotalTime.TotalSeconds, store.Use, LoadCommand.PeakMegabytes()), Readable));
        return 0;
    }

    private static void Register(DurableTaskRegistry tasks) => tasks.AddOrchestratorFunc<int, int>(
        "Listener", async (context, number) => number + await context.WaitForExternalEvent<int>("Number"));
}
