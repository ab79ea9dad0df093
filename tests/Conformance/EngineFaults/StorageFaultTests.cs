using System.Collections.Concurrent;
using LocalDiplomacy.DurableTaskContract;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Conformance.Tests.EngineFaults;

public sealed class StorageFaultTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Requests_that_fail_and_replies_that_get_lost_change_no_result(int seed)
    {
        await using var hub = await HubFixture.StartAsync(Tasks, options =>
        {
            options.LongestRetryPause = TimeSpan.FromMilliseconds(50);
            options.SweepEvery = TimeSpan.FromMilliseconds(300);
            options.MaximumActivityStarts = 1000;
        });
        var reliable = hub.Client;
        var ids = new List<string>();
        await hub.Host.DisposeAsync();
        for (var number = 0; number < 10; number++) ids.Add(await reliable.ScheduleNewOrchestrationInstanceAsync("Ledger", 0));

        hub.Faults = new Faults(seed, 0.08);
        await hub.StartHostAsync();

        foreach (var id in ids)
        {
            OrchestrationMetadata? now = null;
            await Patience.Until(async () => (now = await reliable.GetInstanceAsync(id, true))!.IsCompleted);
            Assert.Equal(("", "0,1,2|6|60"), (now!.FailureDetails?.ToString() + now.FailureDetails?.InnerFailure, now.ReadOutputAs<string>()));
        }
    }

    [Fact]
    public async Task A_storage_that_is_away_for_a_while_only_delays()
    {
        await using var hub = await HubFixture.StartAsync(Tasks, options => options.LongestRetryPause = TimeSpan.FromMilliseconds(50));
        var reliable = hub.Client;
        await hub.Host.DisposeAsync();
        var id = await reliable.ScheduleNewOrchestrationInstanceAsync("Ledger", 0);
        hub.Faults = new Faults(1, 0) { Away = true };

        await hub.StartHostAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => hub.Client.GetInstanceAsync(id));
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await reliable.GetInstanceAsync(id))!.RuntimeStatus);
        hub.Faults.Away = false;

        Assert.Equal("0,1,2|6|60", (await hub.CompletionAsync(id)).ReadOutputAs<string>());
    }

    private static void Tasks(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc<int, string>("Ledger", async (context, round) =>
        {
            var steps = new List<int>();
            for (var step = 0; step < 3; step++) steps.Add(await context.CallActivityAsync<int>("Step", step));
            var children = await Task.WhenAll(Enumerable.Range(1, 3).Select(number => context.CallSubOrchestratorAsync<int>("Child", number)));
            var inbox = context.NewGuid().ToString("N");
            var sum = context.CallSubOrchestratorAsync<int>("Adder", new SubOrchestrationOptions(instanceId: inbox));
            await context.CreateTimer(TimeSpan.FromMilliseconds(30), CancellationToken.None);
            foreach (var number in new[] { 10, 20, 30 }) context.SendEvent(inbox, "Number", number);
            var total = await sum;
            if (round == 0) context.ContinueAsNew(1);
            return $"{string.Join(',', steps)}|{children.Sum()}|{total}";
        })
        .AddOrchestratorFunc<int, int>("Child", async (context, number) => await context.CallActivityAsync<int>("Step", number))
        .AddOrchestratorFunc("Adder", async context =>
        {
            var total = 0;
            for (var number = 0; number < 3; number++) total += await context.WaitForExternalEvent<int>("Number");
            return total;
        })
        .AddActivityFunc<int, int>("Step", (_, number) => number);
}
