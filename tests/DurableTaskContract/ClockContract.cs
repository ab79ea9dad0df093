using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.DurableTaskContract;

/// <summary>Timers on a clock that the case moves.</summary>
public abstract class ClockContract(IEngines engines) : Contract(engines)
{
    [Fact]
    [Holds(Rule.Timers)]
    public async Task A_timer_of_forty_days_fires_after_forty_days()
    {
        var clock = new ManualTime();
        await using var hub = await StartAsync(Sleepers, options => options.Time = clock);
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Sleeper", TimeSpan.FromDays(40));
        await hub.SaysAsync(id, "asleep");

        for (var day = 1; day < 40; day++)
        {
            clock.Advance(TimeSpan.FromDays(1));
            if (day % 13 == 0) await hub.RestartAsync();
        }

        Assert.False((await hub.Client.GetInstanceAsync(id))!.IsCompleted);
        clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(TimeSpan.FromDays(40), (await hub.CompletionAsync(id)).ReadOutputAs<TimeSpan>());
    }

    [Fact]
    [Holds(Rule.Timers)]
    public async Task A_worker_splits_timers_that_are_longer_than_its_maximum()
    {
        var clock = new ManualTime();
        await using var hub = await StartAsync(Sleepers, options =>
        {
            options.Time = clock;
            options.Worker.MaximumTimerInterval = TimeSpan.FromHours(1);
        });
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Sleeper", TimeSpan.FromHours(5.5));
        await hub.SaysAsync(id, "asleep");

        clock.Advance(TimeSpan.FromHours(1));
        await hub.StatusAsync(id, now => now.LastUpdatedAt >= clock.GetUtcNow());
        Assert.False((await hub.Client.GetInstanceAsync(id))!.IsCompleted);
        clock.Advance(TimeSpan.FromHours(4.5));

        Assert.Equal(TimeSpan.FromHours(5.5), (await hub.CompletionAsync(id)).ReadOutputAs<TimeSpan>());
    }

    [Fact]
    [Holds(Rule.Timers)]
    public async Task Timers_fire_in_the_order_of_their_times()
    {
        var clock = new ManualTime();
        await using var hub = await StartAsync(
            tasks => tasks.AddOrchestratorFunc("Three", async context =>
            {
                var fired = new List<int>();
                var timers = new[] { 3, 1, 2 }.Select(async hours =>
                {
                    await context.CreateTimer(TimeSpan.FromHours(hours), CancellationToken.None);
                    fired.Add(hours);
                }).ToList();
                context.SetCustomStatus("asleep");
                await Task.WhenAll(timers);
                return fired;
            }),
            options => options.Time = clock);
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Three");
        await hub.SaysAsync(id, "asleep");

        clock.Advance(TimeSpan.FromHours(4));

        var order = (await hub.CompletionAsync(id)).ReadOutputAs<int[]>()!;
        Assert.Equal([1, 2, 3], order);
    }

    [Fact]
    [Holds(Rule.Timers, Rule.WaitWithTimeout)]
    public async Task Of_a_timer_and_a_later_event_the_timer_came_first()
    {
        var clock = new ManualTime();
        await using var hub = await StartAsync(
            tasks => tasks.AddOrchestratorFunc("Race", async context =>
            {
                var timer = context.CreateTimer(context.CurrentUtcDateTime.AddHours(1), CancellationToken.None);
                var letter = context.WaitForExternalEvent<string>("Letter");
                context.SetCustomStatus("racing");
                return await Task.WhenAny(timer, letter) == timer ? "timer" : "letter";
            }),
            options => options.Time = clock);
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Race");
        await hub.SaysAsync(id, "racing");
        await hub.EndWorkersAsync();

        clock.Advance(TimeSpan.FromHours(2));
        await hub.OtherClient().RaiseEventAsync(id, "Letter", "late");
        await hub.StartWorkerAsync();

        Assert.Equal("timer", (await hub.CompletionAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    [Holds(Rule.Time)]
    public async Task The_time_of_a_turn_is_the_clocks_when_it_began()
    {
        var clock = new ManualTime();
        await using var hub = await StartAsync(
            tasks => tasks.AddOrchestratorFunc("Watch", async context =>
            {
                var first = context.CurrentUtcDateTime;
                context.SetCustomStatus("begun");
                await context.WaitForExternalEvent<object>("Go");
                return new[] { first, context.CurrentUtcDateTime };
            }),
            options => options.Time = clock);
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Watch");
        await hub.SaysAsync(id, "begun");
        var began = clock.GetUtcNow();

        clock.Advance(TimeSpan.FromMinutes(90));
        await hub.Client.RaiseEventAsync(id, "Go");

        var times = (await hub.CompletionAsync(id)).ReadOutputAs<DateTime[]>()!;
        Assert.Equal([began.UtcDateTime, began.UtcDateTime.AddMinutes(90)], times.AsEnumerable());
    }

    [Fact]
    [Holds(Rule.Time)]
    public async Task Time_does_not_go_back_when_the_next_workers_clock_does()
    {
        var clock = new ManualTime();
        await using var hub = await StartAsync(
            tasks => tasks.AddOrchestratorFunc("Watch", async context =>
            {
                var first = context.CurrentUtcDateTime;
                context.SetCustomStatus("begun");
                await context.WaitForExternalEvent<object>("Go");
                return context.CurrentUtcDateTime >= first;
            }),
            options => options.Time = clock);
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Watch");
        await hub.SaysAsync(id, "begun");
        await hub.EndWorkersAsync();

        clock.SetBack(TimeSpan.FromHours(3));
        await hub.StartWorkerAsync();
        await hub.Client.RaiseEventAsync(id, "Go");

        Assert.True((await hub.CompletionAsync(id)).ReadOutputAs<bool>());
    }

    [Fact]
    [Holds(Rule.Queries)]
    public async Task An_instance_knows_when_it_was_created_and_last_updated()
    {
        var clock = new ManualTime();
        await using var hub = await StartAsync(
            tasks => tasks.AddOrchestratorFunc("Waiter", async context => await context.WaitForExternalEvent<string>("Go")),
            options => options.Time = clock);
        var created = clock.GetUtcNow();
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Waiter", CancellationToken.None);
        await hub.Client.WaitForInstanceStartAsync(id);

        clock.Advance(TimeSpan.FromDays(2));
        await hub.Client.RaiseEventAsync(id, "Go", "go");

        var done = await hub.CompletionAsync(id);
        Assert.Equal((created, created.AddDays(2)), (done.CreatedAt, done.LastUpdatedAt));
    }

    private static void Sleepers(DurableTaskRegistry tasks) => tasks.AddOrchestratorFunc<TimeSpan, TimeSpan>("Sleeper", async (context, pause) =>
    {
        var began = context.CurrentUtcDateTime;
        context.SetCustomStatus("asleep");
        await context.CreateTimer(pause, CancellationToken.None);
        return context.CurrentUtcDateTime - began;
    });
}
