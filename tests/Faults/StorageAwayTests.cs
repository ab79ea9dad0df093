using LocalDiplomacy.Azurite;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace LocalDiplomacy.Faults.Tests;

/// <summary>The storage's process ends and comes back while orchestrations wait, sleep and work.</summary>
public sealed class StorageAwayTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task An_Azurite_that_is_stopped_and_started_again_only_delays()
    {
        using var folder = new ScratchFolder();
        var data = new AzuriteOptions(Path.Combine(folder.Path, "azurite"));
        await using var first = await AzuriteProcess.StartAsync(data);
        using var interruptions = new Interruptions();
        using var loggers = LoggerFactory.Create(logging => logging.AddProvider(interruptions));
        var release = new TaskCompletionSource();
        await using var hub = await TestHub.StartAsync(tasks => Register(tasks, release.Task), connection: first.ConnectionString, loggers: loggers);
        foreach (var name in new[] { "Waits", "Sleeps", "Calls" })
        {
            await hub.Client.ScheduleNewOrchestrationInstanceAsync(name, new StartOrchestrationOptions(name));
            await hub.Client.WaitForInstanceStartAsync(name);
        }

        await first.StopAsync();
        release.SetResult();
        await UntilAsync(() => interruptions.Of("Sleeps") && interruptions.Of("Calls"));
        await Assert.ThrowsAnyAsync<Exception>(() => hub.Client.RaiseEventAsync("Waits", "Go", 7));
        await using var again = await AzuriteProcess.StartAsync(data with { BlobPort = first.BlobPort, TablePort = first.TablePort });
        await hub.Client.RaiseEventAsync("Waits", "Go", 7);

        foreach (var (name, result) in new[] { ("Waits", 7), ("Sleeps", 1), ("Calls", 1) })
            Assert.Equal(result, (await hub.EndOfAsync(name)).ReadOutputAs<int>());
    }

    private static void Register(DurableTaskRegistry tasks, Task release) => tasks
        .AddOrchestratorFunc("Waits", context => context.WaitForExternalEvent<int>("Go"))
        .AddOrchestratorFunc("Sleeps", async context =>
        {
            await context.CreateTimer(TimeSpan.FromSeconds(3), CancellationToken.None);
            return 1;
        })
        .AddOrchestratorFunc("Calls", context => context.CallActivityAsync<int>("Work"))
        .AddActivityFunc("Work", async Task<int> (_) =>
        {
            await release;
            return 1;
        });

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!condition()) await Task.Delay(20, limit.Token);
    }
}
