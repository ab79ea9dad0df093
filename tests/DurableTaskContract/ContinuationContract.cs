using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.DurableTaskContract;

/// <summary>What goes over into the next execution, and what stays behind.</summary>
public abstract class ContinuationContract(IEngines engines) : Contract(engines)
{
    [Fact]
    [Holds(Rule.ContinueAsNew, Rule.SubOrchestration)]
    public async Task A_child_that_continues_as_new_still_answers_its_parent()
    {
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Parent", async context => await context.CallSubOrchestratorAsync<string>("Child", 0))
            .AddOrchestratorFunc<int, string>("Child", (context, round) =>
            {
                if (round < 3) context.ContinueAsNew(round + 1);
                return Task.FromResult($"{round} for {context.Parent!.Name}");
            }));

        Assert.Equal("3 for Parent", await hub.ResultAsync<string>("Parent"));
    }

    [Fact]
    [Holds(Rule.ContinueAsNew)]
    public async Task The_last_of_several_continuations_counts()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc<string, string>("Twice", (context, word) =>
        {
            if (word == "start") context.ContinueAsNew("first");
            if (word == "start") context.ContinueAsNew("second");
            return Task.FromResult(word);
        }));

        Assert.Equal("second", await hub.ResultAsync<string>("Twice", "start"));
    }

    [Fact]
    [Holds(Rule.ContinueAsNew)]
    public async Task Without_a_new_input_the_next_execution_has_none()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc<string?, string>("Blank", (context, word) =>
        {
            if (word is not null) context.ContinueAsNew();
            return Task.FromResult(word ?? "nothing");
        }));

        Assert.Equal("nothing", await hub.ResultAsync<string>("Blank", "something"));
    }

    [Fact]
    [Holds(Rule.ContinueAsNew, Rule.Timers)]
    public async Task An_open_timer_does_not_hold_the_continuation_up_and_never_fires_in_the_next()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc<int, string>("Sleeper", async (context, round) =>
        {
            if (round == 0)
            {
                _ = context.CreateTimer(TimeSpan.FromDays(9), CancellationToken.None);
                context.ContinueAsNew(1);
                return "";
            }

            await context.CreateTimer(TimeSpan.FromMilliseconds(10), CancellationToken.None);
            return "awake";
        }));

        Assert.Equal("awake", await hub.ResultAsync<string>("Sleeper", 0));
    }

    [Fact]
    [Holds(Rule.ContinueAsNew)]
    public async Task Carried_events_keep_their_order_and_go_before_later_ones()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc<List<int>, int[]>("Collector", async (context, seen) =>
        {
            seen ??= [];
            if (seen.Count == 0) await context.WaitForExternalEvent<object>("Go");
            seen.Add(await context.WaitForExternalEvent<int>("N"));
            if (seen.Count < 10) context.ContinueAsNew(seen);
            return [.. seen];
        }));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Collector");
        for (var number = 0; number < 8; number++) await hub.Client.RaiseEventAsync(id, "N", number);

        await hub.Client.RaiseEventAsync(id, "Go");
        for (var number = 8; number < 10; number++) await hub.Client.RaiseEventAsync(id, "N", number);

        Assert.Equal(Enumerable.Range(0, 10), (await hub.CompletionAsync(id)).ReadOutputAs<int[]>()!);
    }

    [Fact]
    [Holds(Rule.ContinueAsNew)]
    public async Task An_execution_that_continues_is_never_seen_as_finished()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc<int, int>("Restless", async (context, round) =>
        {
            await context.CreateTimer(TimeSpan.FromMilliseconds(2), CancellationToken.None);
            if (round < 15) context.ContinueAsNew(round + 1);
            return round;
        }));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Restless", 0);

        var done = await hub.CompletionAsync(id);

        Assert.Equal((OrchestrationRuntimeStatus.Completed, 15), (done.RuntimeStatus, done.ReadOutputAs<int>()));
    }

    [Fact]
    [Holds(Rule.ContinueAsNew, Rule.TerminateSuspendResume)]
    public async Task A_loop_without_end_can_be_suspended_and_terminated()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc<int>("Endless", async (context, round) =>
        {
            context.SetCustomStatus(round > 2 ? "turning" : "begun");
            await context.CreateTimer(TimeSpan.FromMilliseconds(5), CancellationToken.None);
            context.ContinueAsNew(round + 1);
        }));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Endless", 0);
        await hub.SaysAsync(id, "turning");

        await hub.Client.SuspendInstanceAsync(id, "pause", CancellationToken.None);
        await hub.StatusAsync(id, OrchestrationRuntimeStatus.Suspended);
        await hub.Client.ResumeInstanceAsync(id, "go on", CancellationToken.None);
        await hub.Client.TerminateInstanceAsync(id, "enough", CancellationToken.None);

        var done = await hub.CompletionAsync(id);
        Assert.Equal((OrchestrationRuntimeStatus.Terminated, "enough"), (done.RuntimeStatus, done.ReadOutputAs<string>()));
    }

    [Fact]
    [Holds(Rule.ContinueAsNew)]
    public async Task The_result_of_a_child_of_the_last_execution_is_dropped()
    {
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc<int, string>("Parent", async (context, round) =>
            {
                if (round > 0) return await context.CallSubOrchestratorAsync<string>("Child", "second");
                _ = context.CallSubOrchestratorAsync<string>("Child", "first");
                await context.CreateTimer(TimeSpan.FromMilliseconds(1), CancellationToken.None);
                context.ContinueAsNew(1);
                return "";
            })
            .AddOrchestratorFunc<string, string>("Child", async (context, word) =>
            {
                await context.CreateTimer(TimeSpan.FromMilliseconds(word == "first" ? 30 : 60), CancellationToken.None);
                return word;
            }));

        Assert.Equal("second", await hub.ResultAsync<string>("Parent", 0));
    }
}
