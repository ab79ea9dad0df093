using System.Diagnostics;
using System.Globalization;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using LocalDiplomacy.DurableTaskEngine;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace LocalDiplomacy.Bench;

/// <summary>The published HelloCities5 on the durable file.</summary>
internal static class HelloCitiesCommand
{
    private const int AtOnce = 64;
    private static readonly string[] Cities = ["Seoul", "Busan", "Daegu", "Incheon", "Gwangju"];

    internal static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        var count = CommandNumbers.Of(args, "--orchestrations", 1000);
        var connection = "DurableFile=" + Path.Combine(Directory.CreateTempSubdirectory("hello-cities-").FullName, "store.db");
        var tasks = new DurableTaskRegistry()
            .AddOrchestratorFunc("HelloCities", async context =>
            {
                var greetings = new List<string>();
                foreach (var city in Cities) greetings.Add(await context.CallActivityAsync<string>("Greet", city));
                return greetings;
            })
            .AddActivityFunc<string, string>("Greet", (_, city) => "Hello " + city);
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var host = new DurableTaskHost(
            new TableServiceClient(connection), new BlobServiceClient(connection), tasks, new DurableTaskHostOptions(), services, NullLoggerFactory.Instance);
        await host.StartAsync(CancellationToken.None);
        await RunManyAsync(host, AtOnce);

        var began = Stopwatch.GetTimestamp();
        var times = await RunManyAsync(host, count);
        var elapsed = Stopwatch.GetElapsedTime(began);
        using var self = Process.GetCurrentProcess();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {count} orchestrations in {elapsed.TotalSeconds:0.0} s: {count / elapsed.TotalSeconds:0}/s, {AtOnce} at once
            start to completion: p50 {At(times, 0.50):0} ms, p95 {At(times, 0.95):0} ms, p99 {At(times, 0.99):0} ms
            peak memory {self.PeakWorkingSet64 / 1024 / 1024} MB
            """));
        return 0;
    }

    private static async Task<double[]> RunManyAsync(DurableTaskHost host, int count)
    {
        var times = new double[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, cancellation) =>
        {
            var began = Stopwatch.GetTimestamp();
            var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("HelloCities", cancellation);
            await host.Client.WaitForInstanceCompletionAsync(id, cancellation: cancellation);
            times[number] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        });
        Array.Sort(times);
        return times;
    }

    private static double At(double[] sorted, double share) => sorted[(int)((sorted.Length - 1) * share)];
}
