using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.DurableTaskContract;

/// <summary>Waits that end by themselves, and loops that wait for one thing or another.</summary>
public abstract class EventTimeoutContract(IEngines engines) : Contract(engines)
{
    [Fact]
    [Holds(Rule.WaitWithTimeout)]
    public async Task A_wait_that_times_out_throws_TaskCanceledException()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc("Impatient", async context =>
        {
            var failure = await Assert.ThrowsAnyAsync<Exception>(
                () => context.WaitForExternalEvent<string>("E", TimeSpan.FromMilliseconds(10)));
            return failure.GetType().Name;
        }));

        Assert.Equal(nameof(TaskCanceledException), await hub.ResultAsync<string>("Impatient"));
    }

    [Fact]
    [Holds(Rule.WaitWithTimeout)]
    public async Task A_wait_that_times_out_uncaught_fails_the_instance()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc("Careless", async context =>
            await context.WaitForExternalEvent<string>("E", TimeSpan.FromMilliseconds(10))));

        var done = await hub.RunAsync("Careless");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, done.RuntimeStatus);
        Assert.True(done.FailureDetails!.IsCausedBy<OperationCanceledException>());
    }

    [Fact]
    [Holds(Rule.WaitWithTimeout)]
    public async Task The_time_is_the_clocks()
    {
        var clock = new ManualTime();
        await using var hub = await StartAsync(
            tasks => tasks.AddOrchestratorFunc("Patient", async context =>
            {
                var began = context.CurrentUtcDateTime;
                await Assert.ThrowsAsync<TaskCanceledException>(() => context.WaitForExternalEvent<string>("E", TimeSpan.FromDays(30)));
                return context.CurrentUtcDateTime - began;
            }),
            options => options.Time = clock);
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Patient");
        await hub.Client.WaitForInstanceStartAsync(id, CancellationToken.None);

        clock.Advance(TimeSpan.FromDays(29));
        Assert.False((await hub.Client.GetInstanceAsync(id, CancellationToken.None))!.IsCompleted);
        clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(TimeSpan.FromDays(30), (await hub.CompletionAsync(id)).ReadOutputAs<TimeSpan>());
    }

    [Fact]
    [Holds(Rule.WaitWithTimeout)]
    public async Task A_token_ends_the_wait_before_its_time()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc("Called off", async context =>
        {
            using var cancel = new CancellationTokenSource();
            var wait = context.WaitForExternalEvent<string>("E", TimeSpan.FromMilliseconds(50), cancel.Token);
            cancel.Cancel();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
            return "called off";
        }));

        Assert.Equal("called off", await hub.ResultAsync<string>("Called off"));
    }

    [Fact]
    [Holds(Rule.WaitWithTimeout)]
    public async Task An_event_that_is_there_already_ends_the_wait_at_once()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc("Ready", async context =>
        {
            await context.WaitForExternalEvent<object>("Go");
            return await context.WaitForExternalEvent<string>("E", TimeSpan.FromDays(100));
        }));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Ready");

        await hub.Client.RaiseEventAsync(id, "E", "there");
        await hub.Client.RaiseEventAsync(id, "Go");

        Assert.Equal("there", (await hub.CompletionAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    [Holds(Rule.OneWaiter)]
    public async Task One_waiter_is_kept_over_rounds_of_timers_and_restarts()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc("Case", async context =>
        {
            var (seen, nudge) = (0, context.WaitForExternalEvent<int>("Nudge"));
            while (seen < 6)
            {
                using var cancel = new CancellationTokenSource();
                if (await Task.WhenAny(nudge, context.CreateTimer(TimeSpan.FromMilliseconds(15), cancel.Token)) != nudge) continue;
                cancel.Cancel();
                Assert.Equal(seen++, await nudge);
                nudge = context.WaitForExternalEvent<int>("Nudge");
            }

            return seen;
        }));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Case");

        for (var number = 0; number < 6; number++)
        {
            await hub.Client.RaiseEventAsync(id, "Nudge", number);
            if (number % 3 == 1) await hub.RestartAsync();
        }

        Assert.Equal(6, (await hub.CompletionAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    [Holds(Rule.OneWaiter, Rule.Events)]
    public async Task A_new_waiter_each_round_leaves_old_ones_that_take_later_events()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc("Leaky", async context =>
        {
            var old = context.WaitForExternalEvent<string>("E");
            await context.CreateTimer(TimeSpan.FromMilliseconds(5), CancellationToken.None);
            var young = context.WaitForExternalEvent<string>("E");
            context.SetCustomStatus("two wait");
            await young;
            // The second event goes to the one that nobody looks at any more.
            await Task.WhenAny(old);
            return $"{await young};{await old}";
        }));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Leaky");
        await hub.SaysAsync(id, "two wait");

        await hub.Client.RaiseEventAsync(id, "E", "first");
        await hub.Client.RaiseEventAsync(id, "E", "second");

        Assert.Equal("first;second", (await hub.CompletionAsync(id)).ReadOutputAs<string>());
    }

    [Theory]
    [Holds(Rule.EventToMissingOrFinished)]
    [InlineData("Missing")]
    [InlineData("Completed")]
    [InlineData("Failed")]
    [InlineData("Terminated")]
    [InlineData("Purged")]
    public async Task An_event_to_who_is_not_there_is_never_delivered(string kind)
    {
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Completed", _ => "over")
            .AddOrchestratorFunc("Failed", _ => throw new InvalidOperationException("over"))
            .AddOrchestratorFunc("Terminated", context => context.WaitForExternalEvent<object>("Never")));
        if (kind != "Missing") await hub.Client.ScheduleNewOrchestrationInstanceAsync(kind == "Purged" ? "Completed" : kind, new StartOrchestrationOptions("it"));
        if (kind == "Terminated") await hub.Client.TerminateInstanceAsync("it", CancellationToken.None);
        if (kind != "Missing") await hub.CompletionAsync("it");
        if (kind == "Purged") await hub.Client.PurgeInstanceAsync("it", CancellationToken.None);

        await Assert.ThrowsAnyAsync<Exception>(() => hub.Client.RaiseEventAsync("it", "E", 1));

        Assert.Equal(kind is "Missing" or "Purged" ? null : kind, (await hub.Client.GetInstanceAsync("it"))?.RuntimeStatus.ToString());
    }

    [Fact]
    [Holds(Rule.EventToMissingOrFinished)]
    public async Task What_an_orchestration_sends_to_nobody_goes_nowhere_and_hurts_no_one()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc("Sender", context =>
        {
            context.SendEvent("nobody", "E", 1);
            return "sent";
        }));

        Assert.Equal("sent", await hub.ResultAsync<string>("Sender"));
        Assert.Null(await hub.Client.GetInstanceAsync("nobody"));
    }
}
