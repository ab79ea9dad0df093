using System.Diagnostics;
using System.Globalization;
using LocalDiplomacy.DurableTaskEngine;
using LocalDiplomacy.DurableTaskEngine.Health;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace LocalDiplomacy.Bench.Load;

/// <summary>What it costs to ask for the health of a hub with many instances that wait: at once, again, and after one of them has moved.</summary>
internal static class HealthCommand
{
    internal static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        var arguments = new Arguments(args, "--orchestrations", "--store");
        var (count, place) = (arguments.Number("--orchestrations", 30_000), arguments.Choice("--store", "file", "azurite"));
        await using var store = await BenchStore.StartAsync(place);
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var host = LoadCommand.NewHost(store, Register, services, options => options.KeepIdleInstancesFor = TimeSpan.FromSeconds(1));
        await host.StartAsync(CancellationToken.None);
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 128 }, async (number, cancellation) =>
            await host.Client.ScheduleNewOrchestrationInstanceAsync("Listener", new StartOrchestrationOptions($"listener-{number}"), cancellation));
        while ((await host.CheckHealthAsync(CancellationToken.None)).Due > 0) await Task.Delay(500);

        await output.WriteLineAsync($"health of a hub with {count} instances that wait, on {place}");
        await AskAsync(host, store, "again", output);
        await host.Client.RaiseEventAsync("listener-0", "Go");
        await host.Client.WaitForInstanceCompletionAsync("listener-0");
        // A count is good for five seconds whatever happens, and for twenty times as long as it took.
        while ((await host.CheckHealthAsync(CancellationToken.None)).Instances!.ByStatus["Completed"] == 0) await Task.Delay(500);
        await host.Client.RaiseEventAsync("listener-1", "Go");
        await host.Client.WaitForInstanceCompletionAsync("listener-1");
        await AskAsync(host, store, "after a change", output);
        await using var other = LoadCommand.NewHost(store, Register, services);
        await AskAsync(other, store, "for the first time", output);
        return 0;
    }

    private static async Task AskAsync(DurableTaskHost host, BenchStore store, string when, TextWriter output)
    {
        var (before, began) = (store.Use, Stopwatch.GetTimestamp());
        var health = await host.CheckHealthAsync(CancellationToken.None);
        var (seconds, used) = (Stopwatch.GetElapsedTime(began).TotalSeconds, store.Use.Since(before));
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"  {when}: {seconds:0.000} s, {used.Requests} requests; {Words(health)}"));
    }

    private static string Words(HubHealth health) =>
        string.Join(", ", health.Instances!.ByStatus.Where(one => one.Value > 0).Select(one => $"{one.Value} {one.Key}")) + $", {health.Due} due";

    private static void Register(DurableTaskRegistry tasks) =>
        tasks.AddOrchestratorFunc("Listener", context => context.WaitForExternalEvent<object>("Go"));
}
