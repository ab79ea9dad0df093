using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.DurableTaskContract;

/// <summary>Starts under an id that somebody has already.</summary>
public abstract class DuplicateIdContract(IEngines engines) : Contract(engines)
{
    [Theory]
    [Holds(Rule.DuplicateIds)]
    [InlineData(OrchestrationRuntimeStatus.Pending)]
    [InlineData(OrchestrationRuntimeStatus.Running)]
    [InlineData(OrchestrationRuntimeStatus.Suspended)]
    [InlineData(OrchestrationRuntimeStatus.Completed)]
    [InlineData(OrchestrationRuntimeStatus.Failed)]
    [InlineData(OrchestrationRuntimeStatus.Terminated)]
    public async Task A_status_that_is_named_keeps_its_instance(OrchestrationRuntimeStatus status)
    {
        await using var hub = await StartAsync(Tasks);
        await BringAsync(hub, status);

        var options = new StartOrchestrationOptions("it").WithDedupeStatuses([.. StartOrchestrationOptionsExtensions.ValidDedupeStatuses]);
        await Assert.ThrowsAnyAsync<InvalidOperationException>(() => hub.Client.ScheduleNewOrchestrationInstanceAsync("Echo", "second", options));

        Assert.Equal(status, (await hub.Client.GetInstanceAsync("it"))!.RuntimeStatus);
    }

    [Theory]
    [Holds(Rule.DuplicateIds)]
    [InlineData(OrchestrationRuntimeStatus.Completed)]
    [InlineData(OrchestrationRuntimeStatus.Failed)]
    [InlineData(OrchestrationRuntimeStatus.Terminated)]
    public async Task A_finished_instance_is_replaced_when_its_status_is_not_named(OrchestrationRuntimeStatus status)
    {
        await using var hub = await StartAsync(Tasks);
        await BringAsync(hub, status);

        await hub.Client.ScheduleNewOrchestrationInstanceAsync("Echo", "second", new StartOrchestrationOptions("it").WithDedupeStatuses(
            OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended));

        Assert.Equal("second", (await hub.CompletionAsync("it")).ReadOutputAs<string>());
    }

    [Fact]
    [Holds(Rule.DuplicateIds)]
    public async Task A_running_instance_is_not_replaced_by_a_start_without_statuses()
    {
        await using var hub = await StartAsync(Tasks);
        await BringAsync(hub, OrchestrationRuntimeStatus.Running);

        await Assert.ThrowsAnyAsync<InvalidOperationException>(
            () => hub.Client.ScheduleNewOrchestrationInstanceAsync("Echo", "second", new StartOrchestrationOptions("it")));

        await hub.Client.RaiseEventAsync("it", "Go", "first goes on");
        Assert.Equal("first goes on", (await hub.CompletionAsync("it")).ReadOutputAs<string>());
    }

    [Fact]
    [Holds(Rule.DuplicateIds)]
    public async Task A_running_instance_is_replaced_when_statuses_are_named_and_its_own_is_not()
    {
        await using var hub = await StartAsync(Tasks);
        await BringAsync(hub, OrchestrationRuntimeStatus.Running);

        await hub.Client.ScheduleNewOrchestrationInstanceAsync(
            "Echo", "second", new StartOrchestrationOptions("it").WithDedupeStatuses(OrchestrationRuntimeStatus.Completed));

        Assert.Equal("second", (await hub.CompletionAsync("it")).ReadOutputAs<string>());
    }

    [Fact]
    [Holds(Rule.DuplicateIds)]
    public async Task Nothing_of_the_replaced_instance_is_left()
    {
        await using var hub = await StartAsync(tasks =>
        {
            Tasks(tasks);
            tasks.AddOrchestratorFunc("Loud", context =>
            {
                context.SetCustomStatus("mine");
                throw new IOException("mine");
            });
        });
        await hub.Client.ScheduleNewOrchestrationInstanceAsync("Loud", "old", new StartOrchestrationOptions("it")
        {
            Tags = new Dictionary<string, string> { ["of"] = "the old" },
            Version = "1.0",
        });
        await hub.CompletionAsync("it");

        await hub.Client.ScheduleNewOrchestrationInstanceAsync("Echo", "new", new StartOrchestrationOptions("it"));

        var done = await hub.CompletionAsync("it");
        Assert.Equal(("Echo", "new", "new"), (done.Name, done.ReadInputAs<string>(), done.ReadOutputAs<string>()));
        Assert.Null(done.SerializedCustomStatus);
        Assert.Null(done.FailureDetails);
        Assert.Empty(done.Tags);
    }

    [Fact]
    [Holds(Rule.DuplicateIds)]
    public async Task Of_two_clients_that_start_one_id_at_the_same_instant_one_succeeds()
    {
        await using var hub = await StartAsync(Tasks);
        var clients = new[] { hub.Client, hub.OtherClient() };
        for (var round = 0; round < 10; round++)
        {
            var options = new StartOrchestrationOptions($"round-{round}").WithDedupeStatuses([.. StartOrchestrationOptionsExtensions.ValidDedupeStatuses]);
            using var gate = new ManualResetEventSlim();
            var starts = clients.Select((client, number) => Task.Run(async () =>
            {
                gate.Wait();
                return await StartsAsync(client, $"{number}", options) ? $"{number}" : null;
            })).ToArray();
            gate.Set();

            var winner = Assert.Single((await Task.WhenAll(starts)).OfType<string>());
            Assert.Equal(winner, (await hub.CompletionAsync($"round-{round}")).ReadOutputAs<string>());
        }
    }

    [Fact]
    [Holds(Rule.DuplicateIds)]
    public async Task A_start_that_was_refused_names_the_id()
    {
        await using var hub = await StartAsync(Tasks);
        await BringAsync(hub, OrchestrationRuntimeStatus.Running);

        var refusal = await Assert.ThrowsAnyAsync<InvalidOperationException>(() => hub.Client.ScheduleNewOrchestrationInstanceAsync(
            "Echo", null, new StartOrchestrationOptions("it").WithDedupeStatuses(OrchestrationRuntimeStatus.Running)));

        Assert.Contains("'it'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Holds(Rule.DuplicateIds)]
    public async Task A_start_without_an_id_gets_one_of_its_own()
    {
        await using var hub = await StartAsync(Tasks);

        var ids = await Task.WhenAll(Enumerable.Range(0, 10).Select(
            _ => hub.Client.ScheduleNewOrchestrationInstanceAsync("Echo", "x", CancellationToken.None)));

        Assert.Equal(10, ids.Distinct().Count());
        Assert.All(ids, id => Assert.False(string.IsNullOrWhiteSpace(id)));
    }

    private static async Task<bool> StartsAsync(DurableTaskClient client, string input, StartOrchestrationOptions options)
    {
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync("Echo", input, options);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static void Tasks(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc<string, string>("Echo", (_, text) => text)
        .AddOrchestratorFunc("Thrower", _ => throw new IOException("failed"))
        .AddOrchestratorFunc("Waiter", async context => await context.WaitForExternalEvent<string>("Go"));

    private static async Task BringAsync(Hub hub, OrchestrationRuntimeStatus status)
    {
        var name = status switch
        {
            OrchestrationRuntimeStatus.Completed => "Echo",
            OrchestrationRuntimeStatus.Failed => "Thrower",
            _ => "Waiter",
        };
        DateTimeOffset? startAt = status == OrchestrationRuntimeStatus.Pending ? new DateTimeOffset(2999, 1, 1, 0, 0, 0, TimeSpan.Zero) : null;
        await hub.Client.ScheduleNewOrchestrationInstanceAsync(name, "first", new StartOrchestrationOptions("it", startAt));
        if (status == OrchestrationRuntimeStatus.Suspended) await hub.Client.SuspendInstanceAsync("it");
        if (status == OrchestrationRuntimeStatus.Terminated) await hub.Client.TerminateInstanceAsync("it");
        await hub.StatusAsync("it", status);
    }
}
