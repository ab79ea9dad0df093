using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.DurableTaskContract;

/// <summary>What keeps an instance running after its orchestrator has returned.</summary>
public abstract class OpenWorkContract(IEngines engines) : Contract(engines)
{
    [Fact]
    [Holds(Rule.Completion, Rule.Timers)]
    public async Task An_uncancelled_timer_keeps_the_instance_running()
    {
        var clock = new ManualTime();
        await using var hub = await StartAsync(
            tasks => tasks.AddOrchestratorFunc("Careless", context =>
            {
                _ = context.CreateTimer(TimeSpan.FromDays(2), CancellationToken.None);
                context.SetCustomStatus("returned");
                return "over";
            }),
            options => options.Time = clock);
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Careless");

        var now = await hub.SaysAsync(id, "returned");
        Assert.Equal((OrchestrationRuntimeStatus.Running, null), (now.RuntimeStatus, now.SerializedOutput));
        clock.Advance(TimeSpan.FromDays(1));
        Assert.True((await hub.Client.GetInstanceAsync(id))!.IsRunning);
        clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal("over", (await hub.CompletionAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    [Holds(Rule.Completion)]
    public async Task An_open_child_keeps_the_instance_running()
    {
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Parent", context =>
            {
                _ = context.CallSubOrchestratorAsync("Child", new SubOrchestrationOptions().WithInstanceId("child"));
                return "over";
            })
            .AddOrchestratorFunc("Child", context => context.WaitForExternalEvent<object>("Go")));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Parent");

        await hub.StatusAsync("child", OrchestrationRuntimeStatus.Running);
        Assert.True((await hub.Client.GetInstanceAsync(id))!.IsRunning);
        await hub.Client.RaiseEventAsync("child", "Go");

        Assert.Equal("over", (await hub.CompletionAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    [Holds(Rule.Completion)]
    public async Task A_failure_of_work_that_nobody_awaits_changes_nothing()
    {
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Careless", context =>
            {
                _ = context.CallActivityAsync("Bad");
                return "over";
            })
            .AddActivityFunc("Bad", _ => throw new IOException("unheard")));

        Assert.Equal("over", await hub.ResultAsync<string>("Careless"));
    }

    [Fact]
    [Holds(Rule.Completion)]
    public async Task The_loser_of_a_race_holds_the_end_up_until_it_is_done()
    {
        var release = new TaskCompletionSource();
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Race", async context =>
            {
                var (quick, slow) = (context.CallActivityAsync<string>("Quick"), context.CallActivityAsync<string>("Slow"));
                var first = await Task.WhenAny(quick, slow);
                context.SetCustomStatus("decided");
                return await first;
            })
            .AddActivityFunc("Quick", _ => "quick")
            .AddActivityFunc("Slow", async _ =>
            {
                await release.Task;
                return "slow";
            }));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Race");

        Assert.True((await hub.SaysAsync(id, "decided")).IsRunning);
        release.SetResult();

        Assert.Equal("quick", (await hub.CompletionAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    [Holds(Rule.Completion)]
    public async Task An_orchestrator_without_a_result_has_no_output()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc("Silent", _ => { }));

        var done = await hub.RunAsync("Silent");

        Assert.Equal((OrchestrationRuntimeStatus.Completed, null), (done.RuntimeStatus, done.SerializedOutput));
    }

    [Fact]
    [Holds(Rule.Completion)]
    public async Task An_activity_result_that_came_just_before_the_worker_ended_counts_once()
    {
        var runs = 0;
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Keeper", async context =>
            {
                var result = await context.CallActivityAsync<int>("Count");
                context.SetCustomStatus("counted");
                await context.WaitForExternalEvent<object>("Go");
                return result;
            })
            .AddActivityFunc("Count", _ => Interlocked.Increment(ref runs)));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Keeper");
        await hub.SaysAsync(id, "counted");

        await hub.RestartAsync();
        await hub.Client.RaiseEventAsync(id, "Go");

        Assert.Equal((1, 1), ((await hub.CompletionAsync(id)).ReadOutputAs<int>(), runs));
    }

    [Fact]
    [Holds(Rule.Completion)]
    public async Task Work_that_the_end_of_a_worker_cut_off_is_done_by_the_next()
    {
        var begun = new TaskCompletionSource();
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Worker", async context => await context.CallActivityAsync<string>("Work"))
            .AddActivityFunc("Work", async _ =>
            {
                if (!begun.TrySetResult()) return "second try";
                await Task.Delay(Timeout.Infinite);
                return "first try";
            }));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Worker");
        await begun.Task.InTime();

        await hub.RestartAsync();

        Assert.Equal("second try", (await hub.CompletionAsync(id)).ReadOutputAs<string>());
    }
}
