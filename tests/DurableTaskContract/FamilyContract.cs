using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.DurableTaskContract;

/// <summary>Families of more than two, and what goes wrong in them.</summary>
public abstract class FamilyContract(IEngines engines) : Contract(engines)
{
    [Fact]
    [Holds(Rule.SubOrchestration)]
    public async Task Ten_generations_hand_a_number_up()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc<int, int>("Elder", async (context, generation) =>
            generation == 10 ? 1 : 1 + await context.CallSubOrchestratorAsync<int>("Elder", generation + 1)));

        Assert.Equal(10, await hub.ResultAsync<int>("Elder", 1));
    }

    [Fact]
    [Holds(Rule.SubOrchestration, Rule.NewGuid)]
    public async Task A_child_without_an_id_gets_the_next_new_guid()
    {
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Parent", async context => await context.CallSubOrchestratorAsync<string[]>("Child"))
            .AddOrchestratorFunc("Child", context => new[] { context.InstanceId, $"{context.Parent!.InstanceId}" }));

        var ids = await hub.ResultAsync<string[]>("Parent");

        Assert.True(Guid.TryParseExact(ids[0], "N", out var made));
        Assert.Equal(5, made.Version);
    }

    [Fact]
    [Holds(Rule.SubOrchestration)]
    public async Task An_orchestration_that_was_started_by_a_client_has_no_parent()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc("Orphan", context => context.Parent is null));

        Assert.True(await hub.ResultAsync<bool>("Orphan"));
    }

    [Fact]
    [Holds(Rule.SubOrchestration, Rule.ActivityFailure)]
    public async Task An_unknown_child_fails_the_call()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc("Parent", async context =>
        {
            var failed = await Assert.ThrowsAsync<TaskFailedException>(() => context.CallSubOrchestratorAsync("Nobody"));
            return failed.FailureDetails.ErrorType;
        }));

        Assert.Equal("OrchestratorTaskNotFound", await hub.ResultAsync<string>("Parent"));
    }

    [Fact]
    [Holds(Rule.SubOrchestration)]
    public async Task The_cause_comes_up_through_the_generations()
    {
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Grandparent", async context => await context.CallSubOrchestratorAsync("Parent"))
            .AddOrchestratorFunc("Parent", async context => await context.CallSubOrchestratorAsync("Child"))
            .AddOrchestratorFunc("Child", async context => await context.CallActivityAsync("Bad"))
            .AddActivityFunc("Bad", _ => throw new FormatException("the cause")));

        var details = (await hub.RunAsync("Grandparent")).FailureDetails;

        var chain = new List<string>();
        for (; details is not null; details = details.InnerFailure) chain.Add(details.ErrorType);
        Assert.Equal("System.FormatException", chain[^1]);
        Assert.Equal(4, chain.Count);
    }

    [Fact]
    [Holds(Rule.SubOrchestration, Rule.TerminateSuspendResume)]
    public async Task A_child_of_a_parent_that_was_terminated_goes_on_and_its_result_is_dropped()
    {
        await using var hub = await StartAsync(Families);
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Parent");
        await hub.StatusAsync("child", OrchestrationRuntimeStatus.Running);

        await hub.Client.TerminateInstanceAsync(id, "enough");
        await hub.CompletionAsync(id);
        await hub.Client.RaiseEventAsync("child", "Go", "done");

        Assert.Equal("done", (await hub.CompletionAsync("child")).ReadOutputAs<string>());
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await hub.Client.GetInstanceAsync(id))!.RuntimeStatus);
    }

    [Fact]
    [Holds(Rule.SubOrchestration)]
    public async Task A_child_gives_its_result_to_a_suspended_parent_after_the_resume()
    {
        await using var hub = await StartAsync(Families);
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Parent");
        await hub.StatusAsync("child", OrchestrationRuntimeStatus.Running);
        await hub.Client.SuspendInstanceAsync(id, CancellationToken.None);
        await hub.StatusAsync(id, OrchestrationRuntimeStatus.Suspended);

        await hub.Client.RaiseEventAsync("child", "Go", "done");
        await hub.CompletionAsync("child");
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await hub.Client.GetInstanceAsync(id))!.RuntimeStatus);
        await hub.Client.ResumeInstanceAsync(id, CancellationToken.None);

        Assert.Equal("done", (await hub.CompletionAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    [Holds(Rule.SubOrchestration)]
    public async Task A_finished_childs_id_can_be_used_again_by_the_next_call()
    {
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Parent", async context =>
            {
                var sum = 0;
                for (var round = 1; round <= 3; round++)
                    sum += await context.CallSubOrchestratorAsync<int>("Child", round, new SubOrchestrationOptions().WithInstanceId("same"));
                return sum;
            })
            .AddOrchestratorFunc<int, int>("Child", (_, number) => number));

        Assert.Equal(6, await hub.ResultAsync<int>("Parent"));
    }

    [Fact]
    [Holds(Rule.SubOrchestration)]
    public async Task A_child_carries_the_tags_of_its_call()
    {
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Parent", async context => await context.CallSubOrchestratorAsync("Child", new SubOrchestrationOptions
            {
                InstanceId = "tagged",
                Tags = new Dictionary<string, string> { ["town"] = "여수" },
            }))
            .AddOrchestratorFunc("Child", _ => { }));

        await hub.RunAsync("Parent");

        Assert.Equal("여수", (await hub.CompletionAsync("tagged")).Tags["town"]);
    }

    [Fact]
    [Holds(Rule.SubOrchestration, Rule.TerminateSuspendResume)]
    public async Task A_recursive_termination_reaches_grandchildren()
    {
        await using var hub = await StartAsync(tasks =>
        {
            Families(tasks);
            tasks.AddOrchestratorFunc("Grandparent", async context =>
                await context.CallSubOrchestratorAsync("Parent", new SubOrchestrationOptions().WithInstanceId("parent")));
        });
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Grandparent");
        await hub.StatusAsync("child", OrchestrationRuntimeStatus.Running);

        await hub.Client.TerminateInstanceAsync(id, new TerminateInstanceOptions("all", Recursive: true));

        foreach (var one in new[] { id, "parent", "child" })
            Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await hub.CompletionAsync(one)).RuntimeStatus);
    }

    private static void Families(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc("Parent", async context =>
            await context.CallSubOrchestratorAsync<string>("Child", new SubOrchestrationOptions().WithInstanceId("child")))
        .AddOrchestratorFunc("Child", async context => await context.WaitForExternalEvent<string>("Go"));
}
