using LocalDiplomacy.DurableTaskContract;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Conformance.Tests.EngineFaults;

/// <summary>An event that is raised while its instance ends is seen, or its raise fails. It is never acknowledged and lost.</summary>
public sealed class EndOfInstanceTests
{
    [Fact]
    public async Task An_event_that_is_acknowledged_before_the_last_turn_commits_is_seen_by_it()
    {
        HubFixture hub = null!;
        DurableTaskClient other = null!;
        var raised = false;
        await using var owned = hub = await HubFixture.StartAsync(
            tasks => tasks
                .AddOrchestratorFunc("Ending", async context =>
                {
                    var late = context.WaitForExternalEvent<int>("Late");
                    await context.CallActivityAsync("Last");
                    return late.IsCompletedSuccessfully ? await late : 0;
                })
                .AddActivityFunc("Last", context =>
                {
                    if (raised) return;
                    raised = true;
                    hub.Faults!.BeforeNextTransaction = () => other.RaiseEventAsync(context.InstanceId, "Late", 7);
                }),
            // The other client's clock is behind: its event comes before the activity's result.
            options => options.TimeProvider = new ManualTime());
        other = hub.AddHost(otherOptions: options => options.TimeProvider = TimeProvider.System).Client;
        hub.Faults = new Faults(1, 0);
        await hub.StartHostAsync();

        Assert.Equal(7, (await hub.RunAsync("Ending")).ReadOutputAs<int>());
    }

    [Fact]
    public async Task To_raise_an_event_fails_when_the_instance_ends_before_the_event_is_stored()
    {
        await using var hub = await HubFixture.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Waiter", async context => await context.WaitForExternalEvent<string>("Go")));
        var owner = hub.Client;
        var id = await owner.ScheduleNewOrchestrationInstanceAsync("Waiter");
        await owner.WaitForInstanceStartAsync(id);
        hub.Faults = new Faults(1, 0);
        var slow = hub.AddHost().Client;
        hub.Faults.BeforeNextTransaction = async () =>
        {
            await owner.RaiseEventAsync(id, "Go", "first");
            await owner.WaitForInstanceCompletionAsync(id);
        };

        await Assert.ThrowsAnyAsync<Exception>(() => slow.RaiseEventAsync(id, "Go", "second"));
        Assert.Equal("first", (await hub.CompletionAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task An_activity_called_without_await_in_the_turn_of_a_continuation_survives_a_crash()
    {
        var runs = 0;
        var mayEnd = new TaskCompletionSource();
        await using var hub = await HubFixture.StartAsync(tasks => tasks
            .AddOrchestratorFunc<int, int>("Restless", async (context, round) =>
            {
                if (round == 0)
                {
                    _ = context.CallActivityAsync("Effect", "x");
                    context.ContinueAsNew(1);
                    return 0;
                }

                return await context.WaitForExternalEvent<int>("End");
            })
            .AddActivityFunc<string, int>("Effect", async (_, text) =>
            {
                Assert.Equal("x", text);
                if (Interlocked.Increment(ref runs) == 1) await mayEnd.Task;
                return 1;
            }));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Restless", 0);
        await Patience.Until(() => runs == 1);

        await hub.CrashAndRestartAsync();
        await Patience.Until(() => runs == 2);
        mayEnd.SetResult();
        await hub.Client.RaiseEventAsync(id, "End", 5);

        Assert.Equal(5, (await hub.CompletionAsync(id)).ReadOutputAs<int>());
        await hub.StopAndRestartAsync();
        Assert.Equal(2, runs);
    }
}
