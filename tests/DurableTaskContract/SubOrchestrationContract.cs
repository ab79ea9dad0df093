using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.DurableTaskContract;

public abstract class SubOrchestrationContract(IEngines engines) : Contract(engines)
{
    [Fact]
    [Holds(Rule.SubOrchestration)]
    public async Task A_child_gives_its_result_and_knows_its_parent()
    {
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Parent", async context => await context.CallSubOrchestratorAsync<string[]>("Child", 4))
            .AddOrchestratorFunc<int, string[]>("Child", (context, number) =>
                [context.InstanceId, context.Parent!.InstanceId, context.Parent.Name.Name, $"{number}"]));

        var done = await hub.RunAsync("Parent");

        var told = done.ReadOutputAs<string[]>()!;
        Assert.True(Guid.TryParseExact(told[0], "N", out _));
        Assert.Equal([done.InstanceId, "Parent", "4"], told[1..]);
    }

    [Fact]
    [Holds(Rule.SubOrchestration)]
    public async Task A_failed_child_arrives_as_a_task_failure()
    {
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Parent", async context =>
            {
                try
                {
                    await context.CallSubOrchestratorAsync("Child", new SubOrchestrationOptions(instanceId: "the-child"));
                    return "no failure";
                }
                catch (TaskFailedException failed)
                {
                    return $"{failed.TaskName}:{failed.FailureDetails.ErrorMessage}";
                }
            })
            .AddOrchestratorFunc("Child", _ => throw new InvalidOperationException("child")));

        Assert.Equal("Child:child", (await hub.RunAsync("Parent")).ReadOutputAs<string>());
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await hub.Client.GetInstanceAsync("the-child"))!.RuntimeStatus);
    }

    [Fact]
    [Holds(Rule.SubOrchestration)]
    public async Task A_failed_child_is_retried_under_the_same_id()
    {
        var tries = 0;
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Parent", async context => await context.CallSubOrchestratorAsync<int>(
                "Child", null, TaskOptions.FromRetryPolicy(new RetryPolicy(3, TimeSpan.FromMilliseconds(5))).WithInstanceId("again")))
            .AddOrchestratorFunc("Child", async context => await context.CallActivityAsync<int>("Flaky"))
            .AddActivityFunc("Flaky", _ => Interlocked.Increment(ref tries) < 3 ? throw new IOException("flaky") : tries));

        Assert.Equal(3, (await hub.RunAsync("Parent")).ReadOutputAs<int>());
    }

    [Fact]
    [Holds(Rule.SubOrchestration, Rule.FailureDetails)]
    public async Task A_terminated_child_fails_its_parents_call_without_details()
    {
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Parent", async context =>
            {
                try
                {
                    await context.CallSubOrchestratorAsync("Child", new SubOrchestrationOptions(instanceId: "to-end"));
                    return "no failure";
                }
                catch (TaskFailedException failed)
                {
                    return failed.FailureDetails is null ? "no details" : "details";
                }
            })
            .AddOrchestratorFunc("Child", context => context.WaitForExternalEvent<object>("Never")));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Parent");
        await hub.StatusAsync("to-end", now => now.RuntimeStatus == OrchestrationRuntimeStatus.Running);

        await hub.Client.TerminateInstanceAsync("to-end");

        Assert.Equal("no details", (await hub.CompletionAsync(id)).ReadOutputAs<string>());
    }

    [Theory]
    [Holds(Rule.SubOrchestration, Rule.Purge, Rule.TerminateSuspendResume)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Terminate_and_purge_reach_children_only_when_recursive(bool recursive)
    {
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Parent", async context =>
            {
                await context.CallSubOrchestratorAsync("Child", new SubOrchestrationOptions(instanceId: "c"));
            })
            .AddOrchestratorFunc("Child", context => context.WaitForExternalEvent<object>("Never")));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Parent");
        await hub.StatusAsync("c", now => now.RuntimeStatus == OrchestrationRuntimeStatus.Running);

        await hub.Client.TerminateInstanceAsync(id, new TerminateInstanceOptions("ended", recursive));

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await hub.CompletionAsync(id)).RuntimeStatus);
        if (recursive) await hub.CompletionAsync("c");
        else Assert.Equal(OrchestrationRuntimeStatus.Running, (await hub.Client.GetInstanceAsync("c"))!.RuntimeStatus);

        var purged = await hub.Client.PurgeInstanceAsync(id, new PurgeInstanceOptions(recursive));
        Assert.Equal(recursive ? 2 : 1, purged.PurgedInstanceCount);
        Assert.Equal(recursive, await hub.Client.GetInstanceAsync("c") is null);
    }

    [Fact]
    [Holds(Rule.SubOrchestration)]
    public async Task A_child_whose_id_is_taken_fails_the_call()
    {
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Parent", async context =>
                await context.CallSubOrchestratorAsync("Child", new SubOrchestrationOptions(instanceId: "taken")))
            .AddOrchestratorFunc("Child", context => context.WaitForExternalEvent<object>("Never")));
        await hub.Client.ScheduleNewOrchestrationInstanceAsync("Child", new StartOrchestrationOptions("taken"));

        var done = await hub.RunAsync("Parent");

        Assert.Contains("OrchestrationAlreadyExists", done.FailureDetails!.InnerFailure!.ErrorType, StringComparison.Ordinal);
    }

    [Fact]
    [Holds(Rule.SubOrchestration)]
    public async Task Many_children_at_once_all_answer()
    {
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Parent", async context =>
            {
                var all = await Task.WhenAll(Enumerable.Range(0, 60).Select(number => context.CallSubOrchestratorAsync<int>("Child", number)));
                return all.Sum();
            })
            .AddOrchestratorFunc<int, int>("Child", (_, number) => number));

        Assert.Equal(1770, (await hub.RunAsync("Parent")).ReadOutputAs<int>());
    }
}
