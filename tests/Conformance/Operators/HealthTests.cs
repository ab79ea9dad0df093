using LocalDiplomacy.Conformance.Tests.EngineFaults;
using LocalDiplomacy.DurableTaskContract;
using LocalDiplomacy.DurableTaskEngine;
using LocalDiplomacy.DurableTaskEngine.Health;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Faults = LocalDiplomacy.Conformance.Tests.EngineFaults.Faults;

namespace LocalDiplomacy.Conformance.Tests.Operators;

/// <summary>The hub's health in one call: what is wrong is there with its reason, and what is well costs nothing to ask.</summary>
public abstract class HealthTests(bool onAzurite)
{
    [Fact]
    public async Task Instances_are_counted_by_status_and_an_idle_hub_has_nothing_due()
    {
        await using var hub = await StartAsync(Tasks);
        var waiting = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Waits");
        var suspended = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Waits");
        await hub.StatusAsync(waiting, now => now.SerializedCustomStatus is not null);
        await hub.Client.SuspendInstanceAsync(suspended);
        await hub.StatusAsync(suspended, now => now.RuntimeStatus == OrchestrationRuntimeStatus.Suspended);
        await hub.RunAsync("Throws");
        await hub.RunAsync("Returns");

        var health = await WellAsync(hub, health => health.Due == 0);

        Assert.True(health.IsWell);
        Assert.Null(health.OldestDue);
        Assert.Equal((0, 0), (health.OutboxDepth, health.RunningActivities));
        Assert.Equal(
            [("Completed", 1), ("Failed", 1), ("Pending", 0), ("Running", 1), ("Suspended", 1), ("Terminated", 0)],
            health.Instances!.ByStatus.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => (one.Key, one.Value)));
    }

    [Fact]
    public async Task A_hub_in_which_nothing_changes_is_not_counted_again_and_one_that_changes_is()
    {
        var time = new ManualTime();
        await using var hub = await StartAsync(Tasks, options => options.TimeProvider = time);
        await hub.RunAsync("Returns");
        var first = await WellAsync(hub, health => health.Due == 0 && health.Instances!.ByStatus["Completed"] == 1);

        time.Advance(TimeSpan.FromSeconds(20));
        var same = await hub.Host.CheckHealthAsync(CancellationToken.None);
        await hub.RunAsync("Returns");
        time.Advance(TimeSpan.FromSeconds(20));
        var other = await hub.Host.CheckHealthAsync(CancellationToken.None);

        Assert.Equal(first.Instances!.CountedAt, same.Instances!.CountedAt);
        Assert.Equal(2, other.Instances!.ByStatus["Completed"]);
        Assert.True(other.Instances!.CountedAt > first.Instances!.CountedAt);
    }

    [Fact]
    public async Task A_host_that_is_not_started_has_not_taken_up_its_work()
    {
        await using var hub = await StartAsync(Tasks);
        await hub.Host.StopAsync(CancellationToken.None);
        var host = hub.AddHost();
        await host.Client.ScheduleNewOrchestrationInstanceAsync("Returns", null, new StartOrchestrationOptions("waits-for-a-host"));

        var health = await host.CheckHealthAsync(CancellationToken.None);

        Assert.False(health.HasTakenUpItsWork);
        Assert.False(health.IsWell);
        Assert.Equal("waits-for-a-host", health.OldestDue!.InstanceId);
        Assert.Equal(1, health.Instances!.ByStatus["Pending"]);
    }

    [Fact]
    public async Task Work_that_the_storage_refuses_is_stuck_with_the_storages_answer_until_it_is_back()
    {
        var time = new ManualTime();
        var faults = new Faults(1, 0);
        await using var hub = await StartAsync(Tasks, options => options.TimeProvider = time);
        hub.Faults = faults;
        await hub.CrashAndRestartAsync();
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Sleeps");
        await WellAsync(hub, health => health.Instances!.ByStatus["Running"] == 1 && health.Due == 0, time);

        faults.Away = true;
        var health = await WellAsync(hub, health => health.Stuck.Count == 1, time);
        faults.Away = false;
        var after = await WellAsync(hub, health => health.IsWell && health.Due == 0 && health.Instances!.ByStatus["Completed"] == 1, time);

        Assert.Equal("RequestFailedException 503", health.StorageFault);
        Assert.Null(health.Instances);
        Assert.False(health.IsWell);
        Assert.Equal((id, StuckReason.TurnFails, "RequestFailedException 503"), (health.Stuck[0].InstanceId, health.Stuck[0].Reason, health.Stuck[0].What));
        Assert.True(health.Stuck[0].Tries >= 3);
        Assert.Equal(id, health.OldestDue!.InstanceId);
        Assert.Null(after.OldestDue);
    }

    [Fact]
    public async Task An_activity_that_does_not_return_is_stuck_by_its_name()
    {
        var time = new ManualTime();
        var go = new TaskCompletionSource();
        await using var hub = await StartAsync(
            tasks => tasks.AddOrchestratorFunc("Hangs", context => context.CallActivityAsync("Endless")).AddActivityFunc("Endless", async _ => await go.Task),
            options => options.TimeProvider = time);
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Hangs");
        await WellAsync(hub, health => health.RunningActivities == 1);

        time.Advance(TimeSpan.FromMinutes(6));
        var stuck = Assert.Single((await hub.Host.CheckHealthAsync(CancellationToken.None)).Stuck);
        go.SetResult();
        await hub.CompletionAsync(id);

        Assert.Equal((id, StuckReason.ActivityDoesNotReturn, "Endless"), (stuck.InstanceId, stuck.Reason, stuck.What));
        Assert.Empty((await WellAsync(hub, health => health.RunningActivities == 0)).Stuck);
    }

    [Fact]
    public async Task An_orchestrator_that_does_not_return_is_stuck_and_the_others_are_not()
    {
        var time = new ManualTime();
        using var go = new ManualResetEventSlim();
        await using var hub = await StartAsync(
            tasks =>
            {
                Tasks(tasks);
                tasks.AddOrchestratorFunc("Blocks", _ => go.Wait());
            },
            options => (options.TimeProvider, options.OrchestratorTimeLimit) = (time, Timeout.InfiniteTimeSpan));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Blocks");
        await WellAsync(hub, health => health.Due == 1);
        await hub.RunAsync("Returns");
        // Its end is told before the index is.
        await WellAsync(hub, health => health.Due == 1);

        time.Advance(TimeSpan.FromMinutes(6));
        HubHealth? health = null;
        await Patience.Until(async () => (health = await hub.Host.CheckHealthAsync(CancellationToken.None)).Stuck.Count > 0);
        go.Set();
        await hub.CompletionAsync(id);

        Assert.Equal((id, StuckReason.OrchestratorDoesNotReturn), (health!.Stuck[0].InstanceId, health.Stuck[0].Reason));
        Assert.Equal(id, health.OldestDue!.InstanceId);
    }

    [Fact]
    public async Task An_activity_that_keeps_ending_its_process_shows_before_and_after_it_is_given_up()
    {
        await using var hub = await StartAsync(
            tasks => tasks
                .AddOrchestratorFunc("Poisoned", async context =>
                {
                    try
                    {
                        await context.CallActivityAsync("Deadly");
                    }
                    catch (TaskFailedException)
                    {
                        // It is shown all the same.
                    }
                })
                .AddActivityFunc("Deadly", async _ => await Task.Delay(Timeout.Infinite)),
            options => options.MaximumActivityStarts = 4);
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Poisoned");
        await WellAsync(hub, health => health.RunningActivities == 1);

        for (var crash = 1; crash < 4; crash++)
        {
            await hub.CrashAndRestartAsync();
            await WellAsync(hub, health => health.RunningActivities == 1);
        }

        var before = Assert.Single((await hub.Host.CheckHealthAsync(CancellationToken.None)).Stuck);
        await hub.CrashAndRestartAsync();
        await hub.CompletionAsync(id);
        var after = Assert.Single((await hub.Host.CheckHealthAsync(CancellationToken.None)).Stuck);

        Assert.Equal((id, StuckReason.ActivityKeepsEndingItsProcess, "Deadly", 4), (before.InstanceId, before.Reason, before.What, before.Tries));
        Assert.Equal((id, StuckReason.ActivityGivenUp, "Deadly", 4), (after.InstanceId, after.Reason, after.What, after.Tries));
    }

    [Fact]
    public async Task A_version_that_nobody_here_runs_is_stuck_until_somebody_has_come_to_it()
    {
        await using var hub = await StartAsync(Tasks, options =>
        {
            options.Worker.Versioning = new() { Version = "1.0", DefaultVersion = "1.0", MatchStrategy = Microsoft.DurableTask.Worker.DurableTaskWorkerOptions.VersionMatchStrategy.CurrentOrOlder };
        });
        await hub.Client.ScheduleNewOrchestrationInstanceAsync("Returns", null, new StartOrchestrationOptions("newer") { Version = "2.0" });

        var health = await WellAsync(hub, health => health.Stuck.Count == 1);
        Assert.Equal(("newer", StuckReason.VersionNotRunHere, "2.0"), (health.Stuck[0].InstanceId, health.Stuck[0].Reason, health.Stuck[0].What));

        await hub.StartHostAsync(otherOptions: options => options.Worker.Versioning = new() { Version = "2.0" });
        await hub.CompletionAsync("newer");
        Assert.Empty((await WellAsync(hub, health => health.Stuck.Count == 0)).Stuck);
    }

    /// <summary>Until it says so: an instance's last deed may still be under way when its result is seen.</summary>
    private static async Task<HubHealth> WellAsync(HubFixture hub, Func<HubHealth, bool> holds, ManualTime? time = null)
    {
        HubHealth? seen = null;
        await Patience.Until(async () =>
        {
            time?.Advance(TimeSpan.FromSeconds(10));
            return holds(seen = await hub.Host.CheckHealthAsync(CancellationToken.None));
        });
        return seen!;
    }

    private Task<HubFixture> StartAsync(Action<DurableTaskRegistry> tasks, Action<DurableTaskHostOptions>? configure = null) =>
        onAzurite ? HubFixture.StartOnAzuriteAsync(tasks, configure) : HubFixture.StartAsync(tasks, configure);

    private static void Tasks(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc("Returns", _ => { })
        .AddOrchestratorFunc("Throws", _ => throw new InvalidOperationException("It ends badly."))
        .AddOrchestratorFunc("Sleeps", context => context.CreateTimer(TimeSpan.FromMinutes(10), CancellationToken.None))
        .AddOrchestratorFunc("Waits", async context =>
        {
            context.SetCustomStatus("waiting");
            await context.WaitForExternalEvent<object>("Go");
        });
}

public sealed class HealthOnTheDurableFile() : HealthTests(onAzurite: false);

public sealed class HealthOnAzurite() : HealthTests(onAzurite: true);
