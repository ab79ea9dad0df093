using LocalDiplomacy.Azurite;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Conformance.Tests;

/// <summary>The part of the suite in which a table service over HTTP could differ from the file store.</summary>
public sealed class AzuriteTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("conformance-azurite-").FullName;
    private AzuriteProcess azurite = null!;

    public async Task InitializeAsync() =>
        azurite = await AzuriteProcess.StartAsync(new AzuriteOptions(folder));

    public async Task DisposeAsync()
    {
        await azurite.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Orchestrations_run_wait_and_survive_a_restart()
    {
        await using var hub = await HubFixture.StartOnAsync(azurite.ConnectionString, tasks =>
        {
            HelloCities.Register(tasks);
            tasks.AddOrchestratorFunc("Waiter", async context => await context.WaitForExternalEvent<string>("E"))
                .AddOrchestratorFunc("Wide", async context =>
                    (await Task.WhenAll(Enumerable.Range(0, 150).Select(number => context.CallActivityAsync<int>("Count", number)))).Sum())
                .AddActivityFunc<int, int>("Count", (_, number) => number);
        });

        Assert.Equal(5, (await hub.RunAsync(HelloCities.Name)).ReadOutputAs<string[]>()!.Length);

        var large = new string('가', 40_000);
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Waiter", new StartOrchestrationOptions("a/b#c"));
        await hub.StatusAsync(id, now => now.IsRunning);
        await hub.CrashAndRestartAsync();
        await hub.Client.RaiseEventAsync(id, "e", large);
        Assert.Equal(large, (await hub.CompletionAsync(id)).ReadOutputAs<string>());

        Assert.Equal(150 * 149 / 2, (await hub.RunAsync("Wide")).ReadOutputAs<int>());

        var completed = new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Completed], PageSize: 2);
        var found = new List<string>();
        await foreach (var instance in hub.Client.GetAllInstancesAsync(completed)) found.Add(instance.InstanceId);
        Assert.Equal(3, found.Count);

        Assert.Equal(1, (await hub.Client.PurgeInstanceAsync(id)).PurgedInstanceCount);
        Assert.Null(await hub.Client.GetInstanceAsync(id));
    }
}
