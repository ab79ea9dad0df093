using LocalDiplomacy.Azurite;
using LocalDiplomacy.DurableTaskContract;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Conformance.Tests.Cost;

/// <summary>What the engine asks of its storage, to the request.</summary>
public sealed class StorageRequestTests
{
    private static readonly string[] Cities = ["Seoul", "Busan", "Daegu", "Incheon", "Gwangju"];

    private readonly TaskCompletionSource isAwaited = new();

    /// <summary>One for the index, one for each of six turns, the first of which stores the instance as well, and one for the index again:
    /// nothing is read.</summary>
    [Fact]
    public async Task Five_activities_in_a_row_take_eight_requests_on_the_durable_file()
    {
        await using var hub = await CountedHub.OnTheDurableFileAsync(Register);

        Assert.Equal(8, await RequestsOfOneAsync(hub));
    }

    [Fact]
    public async Task Five_activities_in_a_row_take_eight_requests_over_http()
    {
        var folder = Directory.CreateTempSubdirectory("conformance-azurite-").FullName;
        await using (var azurite = await AzuriteProcess.StartAsync(new AzuriteOptions(folder)))
        await using (var hub = await CountedHub.OnAsync(azurite.ConnectionString, Register))
            Assert.Equal(8, await RequestsOfOneAsync(hub));

        TemporaryFolders.TryDelete(folder);
    }

    [Fact]
    public async Task Waiting_instances_ask_nothing_of_the_storage_until_the_rare_sweep()
    {
        const int ToRest = 4;
        await using var hub = await CountedHub.OnTheDurableFileAsync(tasks => tasks
            .AddOrchestratorFunc("Listener", context => context.WaitForExternalEvent<object>("Never"))
            .AddOrchestratorFunc("Sleeper", context => context.CreateTimer(TimeSpan.FromDays(2), CancellationToken.None)));
        await hub.Client.ScheduleNewOrchestrationInstanceAsync("Listener");
        await hub.Client.ScheduleNewOrchestrationInstanceAsync("Sleeper");
        var started = hub.Requests;

        // Both leave memory: each is marked in the index, fenced, its inbox read once more, its row in the index raised.
        await Patience.Until(() =>
        {
            hub.Time.Advance(TimeSpan.FromSeconds(2));
            return hub.Requests == started + (2 * ToRest);
        });
        var sinceStart = hub.Time.GetUtcNow();
        hub.Time.Advance(TimeSpan.FromMinutes(5));
        await hub.StopAsync();

        Assert.Equal(started + (2 * ToRest), hub.Requests);
        Assert.True(sinceStart < new ManualTime().GetUtcNow() + TimeSpan.FromMinutes(5), "The sweep's turn may have come before.");
    }

    [Fact]
    public async Task A_sweep_of_a_hub_at_rest_is_one_request()
    {
        await using var hub = await CountedHub.OnTheDurableFileAsync(Register);
        var started = hub.Requests;

        hub.Time.Advance(TimeSpan.FromMinutes(10));
        await hub.StopAsync();

        Assert.Equal(started + 1, hub.Requests);
    }

    private void Register(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc("HelloCities", async context =>
        {
            var greetings = new List<string>();
            foreach (var city in Cities) greetings.Add(await context.CallActivityAsync<string>("Greet", city));
            return greetings;
        })
        .AddActivityFunc<string, string>("Greet", async (_, city) =>
        {
            await isAwaited.Task;
            return "Hello " + city;
        });

    private async Task<long> RequestsOfOneAsync(CountedHub hub)
    {
        var before = hub.Requests;
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("HelloCities");
        var end = hub.Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true);
        // Who asks after the end reads the instance, and that is a request of theirs.
        isAwaited.SetResult();

        Assert.Equal(Cities.Length, (await end.InTime()).ReadOutputAs<string[]>()!.Length);
        await hub.StopAsync();
        return hub.Requests - before;
    }
}
