using System.Diagnostics;
using Azure.Data.Tables;
using LocalDiplomacy.DurableTaskEngine;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace LocalDiplomacy.Bench.Load;

/// <summary>Runs many orchestrations of a kind on a host and a store of its own, and looks at clock, store and memory.</summary>
internal static class LoadCommand
{
    private const string Hub = "Bench";

    internal static async Task<int> RunAsync(string name, ILoad load, LoadOptions options, TextWriter output)
    {
        await using var store = await BenchStore.StartAsync(options.Store);
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var host = NewHost(store, load.Register, services);
        await host.StartAsync(CancellationToken.None);
        await RunManyAsync(load, host.Client, options.WarmUp, options.AtOnce);
        var report = await MeasureAsync(name, load, options, store, host.Client);
        output.WriteLine(report.AsText());
        if (options.JsonFile is { } file) await File.WriteAllTextAsync(file, report.AsJson());
        return 0;
    }

    internal static DurableTaskHost NewHost(
        BenchStore store, Action<DurableTaskRegistry> register, IServiceProvider services, Action<DurableTaskHostOptions>? configure = null)
    {
        var tasks = new DurableTaskRegistry();
        register(tasks);
        var options = new DurableTaskHostOptions { HubName = Hub };
        configure?.Invoke(options);
        return new DurableTaskHost(store.Tables, store.Blobs, tasks, options, services, NullLoggerFactory.Instance);
    }

    internal static double PeakMegabytes()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 / 1e6;
    }

    private static async Task<LoadReport> MeasureAsync(
        string name, ILoad load, LoadOptions options, BenchStore store, DurableTaskClient client)
    {
        var turnsBefore = await TurnsAsync(store);
        var before = store.Use;
        var (processorBefore, allocatedBefore) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());
        var began = Stopwatch.GetTimestamp();
        var times = await RunManyAsync(load, client, options.Orchestrations, options.AtOnce);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var (used, processor) = (store.Use.Since(before), Environment.CpuUsage.TotalTime - processorBefore);
        return new LoadReport(
            name,
            load.Description,
            options.Store,
            options.Orchestrations,
            options.AtOnce,
            seconds,
            await TurnsAsync(store) - turnsBefore,
            Percentiles.Of(times),
            used,
            processor.TotalSeconds,
            GC.GetTotalAllocatedBytes() - allocatedBefore,
            PeakMegabytes());
    }

    private static async Task<double[]> RunManyAsync(ILoad load, DurableTaskClient client, int count, int atOnce)
    {
        var times = new double[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (number, cancellation) =>
        {
            var began = Stopwatch.GetTimestamp();
            await load.RunOneAsync(client, cancellation);
            times[number] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        });
        return times;
    }

    /// <summary>Counted from the instances themselves, after the measurement.</summary>
    private static async Task<long> TurnsAsync(BenchStore store)
    {
        var turns = 0L;
        var instances = store.Tables.GetTableClient(Hub + "Instances").QueryAsync<TableEntity>("RowKey eq 'i'", select: ["TurnCount"]);
        await foreach (var instance in instances) turns += instance.GetInt32("TurnCount") ?? 0;
        return turns;
    }
}
