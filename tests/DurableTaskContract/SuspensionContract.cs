using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.DurableTaskContract;

/// <summary>Terminate, suspend and resume, in the moments in which they are easy to get wrong.</summary>
public abstract class SuspensionContract(IEngines engines) : Contract(engines)
{
    [Fact]
    [Holds(Rule.TerminateSuspendResume)]
    public async Task Terminate_while_suspended_ends_the_instance_and_drops_what_waited()
    {
        await using var hub = await StartAsync(Waiters);
        var id = await SuspendedAsync(hub);
        await hub.Client.RaiseEventAsync(id, "E", "waits");

        await hub.Client.TerminateInstanceAsync(id, new TerminateInstanceOptions("ended"));

        var done = await hub.CompletionAsync(id);
        Assert.Equal((OrchestrationRuntimeStatus.Terminated, "ended"), (done.RuntimeStatus, done.ReadOutputAs<string>()));
    }

    [Fact]
    [Holds(Rule.TerminateSuspendResume)]
    public async Task Terminate_while_pending_runs_nothing()
    {
        var ran = false;
        var clock = new ManualTime();
        await using var hub = await StartAsync(
            tasks => tasks.AddOrchestratorFunc("Later", _ => ran = true), options => options.Time = clock);
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync(
            "Later", new StartOrchestrationOptions(null, clock.GetUtcNow().AddDays(1)), CancellationToken.None);

        await hub.Client.TerminateInstanceAsync(id, new { Reason = "not needed" });
        var done = await hub.CompletionAsync(id);
        clock.Advance(TimeSpan.FromDays(2));

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, done.RuntimeStatus);
        Assert.Contains("not needed", done.SerializedOutput, StringComparison.Ordinal);
        Assert.False(ran);
    }

    [Fact]
    [Holds(Rule.TerminateSuspendResume)]
    public async Task Terminate_ends_a_running_instance_and_gives_it_its_output()
    {
        await using var hub = await StartAsync(Waiters);
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Waiter");
        await hub.StatusAsync(id, OrchestrationRuntimeStatus.Running);

        await hub.Client.TerminateInstanceAsync(id, new[] { 1, 2, 3 });

        var output = (await hub.CompletionAsync(id)).ReadOutputAs<int[]>()!;
        Assert.Equal([1, 2, 3], output);
    }

    [Fact]
    [Holds(Rule.TerminateSuspendResume)]
    public async Task An_activity_that_ends_while_suspended_is_heard_after_the_resume()
    {
        var (begun, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Worker", async context =>
            {
                var result = await context.CallActivityAsync<string>("Slow");
                context.SetCustomStatus("heard");
                return result;
            })
            .AddActivityFunc("Slow", async _ =>
            {
                begun.TrySetResult();
                await release.Task;
                return "done";
            }));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Worker");
        await begun.Task.InTime();
        await hub.Client.SuspendInstanceAsync(id);
        await hub.StatusAsync(id, OrchestrationRuntimeStatus.Suspended);

        release.SetResult();
        Assert.Null((await hub.Client.GetInstanceAsync(id, getInputsAndOutputs: true))!.SerializedCustomStatus);
        await hub.Client.ResumeInstanceAsync(id);

        Assert.Equal("done", (await hub.CompletionAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    [Holds(Rule.TerminateSuspendResume)]
    public async Task To_suspend_twice_is_to_suspend_once()
    {
        await using var hub = await StartAsync(Waiters);
        var id = await SuspendedAsync(hub);
        await hub.Client.SuspendInstanceAsync(id, "again");

        await hub.Client.ResumeInstanceAsync(id);
        await hub.StatusAsync(id, OrchestrationRuntimeStatus.Running);
        await hub.Client.RaiseEventAsync(id, "E", "go");

        Assert.Equal("go", (await hub.CompletionAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    [Holds(Rule.TerminateSuspendResume)]
    public async Task To_resume_what_is_not_suspended_does_nothing()
    {
        await using var hub = await StartAsync(Waiters);
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Waiter");
        await hub.StatusAsync(id, OrchestrationRuntimeStatus.Running);

        await hub.Client.ResumeInstanceAsync(id, "for nothing");
        await hub.Client.RaiseEventAsync(id, "E", "go");

        Assert.Equal("go", (await hub.CompletionAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    [Holds(Rule.TerminateSuspendResume)]
    public async Task A_suspension_outlives_the_worker()
    {
        await using var hub = await StartAsync(Waiters);
        var id = await SuspendedAsync(hub);
        await hub.Client.RaiseEventAsync(id, "E", "kept");

        await hub.RestartAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await hub.Client.GetInstancesAsync(id, CancellationToken.None))!.RuntimeStatus);
        await hub.Client.ResumeInstanceAsync(id);

        Assert.Equal("kept", (await hub.CompletionAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    [Holds(Rule.TerminateSuspendResume)]
    public async Task The_first_of_two_terminations_counts()
    {
        await using var hub = await StartAsync(Waiters);
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Waiter");

        await hub.Client.TerminateInstanceAsync(id, "first");
        await hub.CompletionAsync(id);
        await hub.Client.TerminateInstanceAsync(id, "second");

        Assert.Equal("first", (await hub.CompletionAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    [Holds(Rule.TerminateSuspendResume)]
    public async Task Ten_suspensions_and_resumptions_lose_no_event()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc("Counter", async context =>
        {
            var sum = 0;
            for (var count = 0; count < 20; count++) sum += await context.WaitForExternalEvent<int>("N");
            return sum;
        }));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Counter");

        for (var round = 0; round < 10; round++)
        {
            await hub.Client.RaiseEventAsync(id, "N", 2 * round);
            await hub.Client.SuspendInstanceAsync(id);
            await hub.Client.RaiseEventAsync(id, "N", (2 * round) + 1);
            await hub.Client.ResumeInstanceAsync(id);
        }

        Assert.Equal(190, (await hub.CompletionAsync(id)).ReadOutputAs<int>());
    }

    private static void Waiters(DurableTaskRegistry tasks) =>
        tasks.AddOrchestratorFunc("Waiter", async context => await context.WaitForExternalEvent<string>("E"));

    private static async Task<string> SuspendedAsync(Hub hub)
    {
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Waiter");
        await hub.Client.SuspendInstanceAsync(id, "pause");
        await hub.StatusAsync(id, OrchestrationRuntimeStatus.Suspended);
        return id;
    }
}
