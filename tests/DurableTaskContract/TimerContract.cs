using System.Collections.Concurrent;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.DurableTaskContract;

public abstract class TimerContract(IEngines engines) : Contract(engines)
{
    [Fact]
    [Holds(Rule.Timers)]
    public async Task A_past_time_fires_at_once()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc("Past", async context =>
        {
            await context.CreateTimer(context.CurrentUtcDateTime.AddDays(-1), CancellationToken.None);
            return "fired";
        }));

        Assert.Equal("fired", (await hub.RunAsync("Past")).ReadOutputAs<string>());
    }

    [Fact]
    [Holds(Rule.Timers)]
    public async Task A_long_timer_hops_and_survives_restarts()
    {
        var clock = new ManualTime();
        var turns = new ConcurrentBag<DateTime>();
        await using var hub = await StartAsync(
            tasks => tasks.AddOrchestratorFunc("Patient", async context =>
            {
                var started = context.CurrentUtcDateTime;
                await context.CreateTimer(TimeSpan.FromDays(10), CancellationToken.None);
                return context.CurrentUtcDateTime - started;
            }),
            options => (options.Time, options.ReplaysEachTurn) = (clock, true));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Patient");
        await hub.StatusAsync(id, now => now.RuntimeStatus == OrchestrationRuntimeStatus.Running);

        for (var hop = 1; hop <= 3; hop++)
        {
            clock.Advance(TimeSpan.FromDays(3));
            var at = clock.GetUtcNow();
            await hub.StatusAsync(id, now => now.LastUpdatedAt == at);
            if (hop == 2) await hub.RestartAsync();
        }

        Assert.Equal(OrchestrationRuntimeStatus.Running, (await hub.Client.GetInstanceAsync(id))!.RuntimeStatus);
        clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(TimeSpan.FromDays(10), (await hub.CompletionAsync(id)).ReadOutputAs<TimeSpan>());
    }

    [Fact]
    [Holds(Rule.Timers)]
    public async Task A_timer_that_came_due_while_nothing_ran_fires_after_the_start()
    {
        var clock = new ManualTime();
        await using var hub = await StartAsync(
            tasks => tasks.AddOrchestratorFunc("Sleeper", async context =>
            {
                await context.CreateTimer(TimeSpan.FromHours(5), CancellationToken.None);
                return "awake";
            }),
            options => options.Time = clock);
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Sleeper");
        await hub.StatusAsync(id, now => now.RuntimeStatus == OrchestrationRuntimeStatus.Running);
        await hub.EndWorkersAsync();

        clock.Advance(TimeSpan.FromHours(6));
        await hub.StartWorkerAsync();

        Assert.Equal("awake", (await hub.CompletionAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    [Holds(Rule.Timers)]
    public async Task A_cancelled_timer_throws_and_its_firing_is_ignored()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc("Canceller", async context =>
        {
            using var cancel = new CancellationTokenSource();
            var timer = context.CreateTimer(TimeSpan.FromMilliseconds(20), cancel.Token);
            cancel.Cancel();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => timer);
            await context.CreateTimer(TimeSpan.FromMilliseconds(60), CancellationToken.None);
            return "calm";
        }));

        Assert.Equal("calm", (await hub.RunAsync("Canceller")).ReadOutputAs<string>());
    }

    [Fact]
    [Holds(Rule.Timers)]
    public async Task An_instance_starts_no_earlier_than_asked()
    {
        var clock = new ManualTime();
        await using var hub = await StartAsync(
            tasks => tasks.AddOrchestratorFunc("Later", context => Task.FromResult(context.CurrentUtcDateTime)),
            options => options.Time = clock);
        var startAt = clock.GetUtcNow().AddDays(2);
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Later", new StartOrchestrationOptions(null, startAt));

        clock.Advance(TimeSpan.FromDays(1));
        await hub.RunAsync("Later");
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await hub.Client.GetInstanceAsync(id))!.RuntimeStatus);
        clock.Advance(TimeSpan.FromDays(1));

        Assert.True((await hub.CompletionAsync(id)).ReadOutputAs<DateTime>() >= startAt.UtcDateTime);
    }
}
