using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.DurableTaskContract;

public abstract class SteeringContract(IEngines engines) : Contract(engines)
{
    [Fact]
    [Holds(Rule.TerminateSuspendResume)]
    public async Task Terminate_ends_a_pending_instance()
    {
        await using var hub = await StartAsync(Waiters);
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync(
            "Waiter", new StartOrchestrationOptions(null, new DateTimeOffset(2999, 1, 1, 0, 0, 0, TimeSpan.Zero)));

        await hub.Client.TerminateInstanceAsync(id, "not needed");

        var done = await hub.CompletionAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, done.RuntimeStatus);
        Assert.Equal("not needed", done.ReadOutputAs<string>());
    }

    [Fact]
    [Holds(Rule.TerminateSuspendResume)]
    public async Task Terminate_drops_the_result_of_a_running_activity()
    {
        var (begun, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Worker", async context => await context.CallActivityAsync<string>("Slow"))
            .AddActivityFunc("Slow", async _ =>
            {
                begun.SetResult();
                await release.Task;
                return "too late";
            }));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Worker");
        await begun.Task.InTime();

        await hub.Client.TerminateInstanceAsync(id);
        await hub.CompletionAsync(id);
        release.SetResult();
        await hub.Client.PurgeInstanceAsync("somebody else");

        var done = await hub.CompletionAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, done.RuntimeStatus);
        Assert.Null(done.SerializedOutput);
    }

    [Fact]
    [Holds(Rule.TerminateSuspendResume)]
    public async Task While_suspended_everything_queues_in_order()
    {
        await using var hub = await StartAsync(Waiters);
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Waiter");
        await hub.Client.SuspendInstanceAsync(id, "wait");
        await hub.StatusAsync(id, now => now.RuntimeStatus == OrchestrationRuntimeStatus.Suspended);

        foreach (var text in new[] { "1", "2", "3" }) await hub.Client.RaiseEventAsync(id, "E", text);
        await hub.RestartAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await hub.Client.GetInstanceAsync(id))!.RuntimeStatus);
        await hub.Client.ResumeInstanceAsync(id);

        Assert.Equal("1,2,3", (await hub.CompletionAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    [Holds(Rule.TerminateSuspendResume)]
    public async Task A_timer_that_came_due_while_suspended_fires_after_the_resume()
    {
        var clock = new ManualTime();
        await using var hub = await StartAsync(
            tasks => tasks.AddOrchestratorFunc("Sleeper", async context =>
            {
                await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                return "awake";
            }),
            options => options.Time = clock);
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Sleeper");
        await hub.Client.SuspendInstanceAsync(id);
        await hub.StatusAsync(id, now => now.RuntimeStatus == OrchestrationRuntimeStatus.Suspended);

        clock.Advance(TimeSpan.FromHours(2));
        await hub.Client.ResumeInstanceAsync(id);

        Assert.Equal("awake", (await hub.CompletionAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    [Holds(Rule.TerminateSuspendResume)]
    public async Task Terminate_overrides_suspend()
    {
        await using var hub = await StartAsync(Waiters);
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Waiter");
        await hub.Client.SuspendInstanceAsync(id);
        await hub.StatusAsync(id, now => now.RuntimeStatus == OrchestrationRuntimeStatus.Suspended);

        await hub.Client.TerminateInstanceAsync(id);

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await hub.CompletionAsync(id)).RuntimeStatus);
    }

    [Fact]
    [Holds(Rule.TerminateSuspendResume)]
    public async Task On_a_finished_instance_they_do_nothing()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc("Short", _ => "over"));
        var id = (await hub.RunAsync("Short")).InstanceId;

        await hub.Client.TerminateInstanceAsync(id, "x");
        await hub.Client.SuspendInstanceAsync(id);
        await hub.Client.ResumeInstanceAsync(id);

        var done = await hub.CompletionAsync(id);
        Assert.Equal((OrchestrationRuntimeStatus.Completed, "over"), (done.RuntimeStatus, done.ReadOutputAs<string>()));
    }

    private static void Waiters(DurableTaskRegistry tasks) => tasks.AddOrchestratorFunc("Waiter", async context =>
        string.Join(',', await context.WaitForExternalEvent<string>("E"), await context.WaitForExternalEvent<string>("E"), await context.WaitForExternalEvent<string>("E")));
}
