using Azure.Data.Tables;
using LocalDiplomacy.DurableTaskContract;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Conformance.Tests.EngineFaults;

/// <summary>An id that is purged and started again has another life. What the one before left undone must not reach into it.</summary>
public sealed class LateCleanupTests
{
    [Fact]
    public async Task Rows_of_an_earlier_life_that_are_removed_late_are_none_of_the_later_ones()
    {
        var (reached, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var hub = await HubFixture.StartAsync(Tasks, options => options.TakesOverAtStart = false);
        var other = hub.Host;
        hub.Faults = new Faults(1, 0)
        {
            BeforeTransaction = actions => actions.All(IsOldHistory) && reached.TrySetResult() ? release.Task : Task.CompletedTask,
        };
        await hub.StartHostAsync();
        var slow = hub.Host;
        await slow.Client.ScheduleNewOrchestrationInstanceAsync("Life", 0, new StartOrchestrationOptions("it"));
        await reached.Task.InTime();

        await other.Client.TerminateInstanceAsync("it");
        await other.Client.WaitForInstanceCompletionAsync("it").InTime();
        await other.Client.PurgeInstanceAsync("it");
        await other.Client.ScheduleNewOrchestrationInstanceAsync("Life", 1, new StartOrchestrationOptions("it"));
        await Patience.Until(async () => (await other.Client.GetInstanceAsync("it", true))!.SerializedCustomStatus is not null);
        release.SetResult();
        await slow.StopAsync(CancellationToken.None);
        await other.DisposeAsync();

        // What is in memory would not notice: another host has to read it.
        hub.Faults = null;
        await hub.StartHostAsync();
        await hub.Client.RaiseEventAsync("it", "Go", 7);
        Assert.Equal(8, (await hub.CompletionAsync("it")).ReadOutputAs<int>());
    }

    private static bool IsOldHistory(TableTransactionAction action) =>
        action.ActionType == TableTransactionActionType.Delete && action.Entity.RowKey.StartsWith('h');

    private static void Tasks(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc<int, int>("Life", async (context, round) =>
        {
            var one = await context.CallActivityAsync<int>("One");
            if (round == 0)
            {
                context.ContinueAsNew(1);
                return 0;
            }

            context.SetCustomStatus("waiting");
            return one + await context.WaitForExternalEvent<int>("Go");
        })
        .AddActivityFunc("One", int (_) => 1);
}
