using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.DurableTaskContract;

public abstract class CompletionContract(IEngines engines) : Contract(engines)
{
    [Fact]
    [Holds(Rule.Completion)]
    public async Task Five_activities_in_a_row_give_their_results()
    {
        await using var hub = await StartAsync(HelloCities.Register);

        var done = await hub.RunAsync(HelloCities.Name);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, done.RuntimeStatus);
        Assert.Equal(["Hello Seoul", "Hello Busan", "Hello Daegu", "Hello Incheon", "Hello Gwangju"], done.ReadOutputAs<string[]>()!);
    }

    [Fact]
    [Holds(Rule.Completion)]
    public async Task An_orchestrator_that_returned_is_running_while_an_activity_is_open()
    {
        var release = new TaskCompletionSource();
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Forgetful", context =>
            {
                _ = context.CallActivityAsync("Slow");
                return "returned";
            })
            .AddActivityFunc("Slow", async _ => await release.Task));

        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Forgetful");
        await hub.Client.WaitForInstanceStartAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await hub.Client.GetInstanceAsync(id))!.RuntimeStatus);
        release.SetResult();

        Assert.Equal("returned", (await hub.CompletionAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    [Holds(Rule.Completion)]
    public async Task An_orchestrator_that_threw_is_running_while_a_timer_is_open_and_then_fails()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc("Thrower", context =>
        {
            _ = context.CreateTimer(TimeSpan.FromMilliseconds(300), CancellationToken.None);
            throw new InvalidOperationException("not before the timer");
        }));

        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Thrower");
        await hub.Client.WaitForInstanceStartAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await hub.Client.GetInstanceAsync(id))!.RuntimeStatus);

        var done = await hub.CompletionAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, done.RuntimeStatus);
        Assert.Equal("not before the timer", done.FailureDetails!.ErrorMessage);
    }

    [Fact]
    [Holds(Rule.Completion)]
    public async Task A_cancelled_timer_and_a_waiter_for_an_event_are_not_open_work()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc("Tidy", context =>
        {
            using var cancel = new CancellationTokenSource();
            _ = context.CreateTimer(TimeSpan.FromDays(1), cancel.Token);
            _ = context.WaitForExternalEvent<string>("Never");
            cancel.Cancel();
            return "done";
        }));

        Assert.Equal("done", (await hub.RunAsync("Tidy")).ReadOutputAs<string>());
    }

    [Fact]
    [Holds(Rule.Payloads)]
    public async Task Large_values_survive_a_restart()
    {
        var letter = new string('가', 60_000);
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc<string, string>("Copy", async (context, text) =>
            {
                var copy = await context.CallActivityAsync<string>("Echo", text);
                await context.WaitForExternalEvent<string>("Go");
                return copy;
            })
            .AddActivityFunc<string, string>("Echo", (_, text) => text));

        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Copy", letter);
        await hub.Client.WaitForInstanceStartAsync(id);
        await hub.RestartAsync();
        await hub.Client.RaiseEventAsync(id, "Go", letter);

        var done = await hub.CompletionAsync(id);
        Assert.Equal(letter, done.ReadOutputAs<string>());
        Assert.Equal(letter, done.ReadInputAs<string>());
    }
}
