using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.DurableTaskContract;

/// <summary>Restart and rewind.</summary>
public abstract class RepairContract(IEngines engines) : Contract(engines)
{
    [Theory]
    [Holds(Rule.RestartRewind)]
    [InlineData("Completed")]
    [InlineData("Failed")]
    [InlineData("Terminated")]
    public async Task A_finished_instance_is_restarted_under_its_own_id(string how)
    {
        var healthy = how != "Failed";
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc<string, string>("Run", async (context, word) =>
        {
            if (word == "Terminated") await context.WaitForExternalEvent<object>("Go");
            return Volatile.Read(ref healthy) ? word : throw new IOException("sick");
        }));
        await hub.Client.ScheduleNewOrchestrationInstanceAsync("Run", how, new StartOrchestrationOptions("it"));
        if (how == "Terminated") await hub.Client.TerminateInstanceAsync("it");
        Assert.Equal(how, (await hub.CompletionAsync("it")).RuntimeStatus.ToString());
        Volatile.Write(ref healthy, true);

        Assert.Equal("it", await hub.Client.RestartAsync("it", restartWithNewInstanceId: false, CancellationToken.None));
        if (how == "Terminated") await hub.Client.RaiseEventAsync("it", "Go");

        var done = await hub.CompletionAsync("it");
        Assert.Equal((OrchestrationRuntimeStatus.Completed, how), (done.RuntimeStatus, done.ReadOutputAs<string>()));
    }

    [Fact]
    [Holds(Rule.RestartRewind)]
    public async Task A_restart_under_a_new_id_leaves_the_old_instance_as_it_is()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc<int, int>("Twice", (_, number) => 2 * number));
        var old = await hub.RunAsync("Twice", 21);

        var id = await hub.Client.RestartAsync(old.InstanceId, restartWithNewInstanceId: true);

        Assert.NotEqual(old.InstanceId, id);
        Assert.Equal(42, (await hub.CompletionAsync(id)).ReadOutputAs<int>());
        Assert.Equal(old.LastUpdatedAt, (await hub.Client.GetInstanceAsync(old.InstanceId))!.LastUpdatedAt);
    }

    [Fact]
    [Holds(Rule.RestartRewind)]
    public async Task A_running_instance_is_not_restarted_under_its_id()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc("Waiter", async context => await context.WaitForExternalEvent<string>("Go")));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Waiter");
        await hub.StatusAsync(id, OrchestrationRuntimeStatus.Running);

        await Assert.ThrowsAnyAsync<InvalidOperationException>(() => hub.Client.RestartAsync(id));

        await hub.Client.RaiseEventAsync(id, "Go", "on");
        Assert.Equal("on", (await hub.CompletionAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    [Holds(Rule.RestartRewind, Rule.SubOrchestration)]
    public async Task A_restart_goes_through_its_children_again()
    {
        var runs = 0;
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Parent", async context =>
                await context.CallSubOrchestratorAsync<int>("Child", new SubOrchestrationOptions().WithInstanceId("child")))
            .AddOrchestratorFunc("Child", async context => await context.CallActivityAsync<int>("Count"))
            .AddActivityFunc("Count", _ => Interlocked.Increment(ref runs)));
        var first = await hub.RunAsync("Parent");

        await hub.Client.RestartAsync(first.InstanceId);

        Assert.Equal((1, 2), (first.ReadOutputAs<int>(), (await hub.CompletionAsync(first.InstanceId)).ReadOutputAs<int>()));
    }

    [Fact]
    [Holds(Rule.RestartRewind, Rule.SubOrchestration)]
    public async Task A_rewind_goes_down_into_failed_grandchildren()
    {
        var (healthy, good) = (false, 0);
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Grandparent", async context => "g:" + await context.CallSubOrchestratorAsync<string>("Parent"))
            .AddOrchestratorFunc("Parent", async context =>
            {
                await context.CallActivityAsync("Good");
                return "p:" + await context.CallSubOrchestratorAsync<string>("Child");
            })
            .AddOrchestratorFunc("Child", async context =>
            {
                await context.CallActivityAsync("Good");
                return "c:" + await context.CallActivityAsync<string>("Sick");
            })
            .AddActivityFunc("Good", _ => Interlocked.Increment(ref good))
            .AddActivityFunc("Sick", _ => Volatile.Read(ref healthy) ? "well" : throw new IOException("sick")));
        var failed = await hub.RunAsync("Grandparent");
        Volatile.Write(ref healthy, true);

        await hub.Client.RewindInstanceAsync(failed.InstanceId, "mended");

        Assert.Equal(("g:p:c:well", 2), ((await hub.CompletionAsync(failed.InstanceId)).ReadOutputAs<string>(), good));
    }

    [Fact]
    [Holds(Rule.RestartRewind)]
    public async Task A_rewind_that_fails_again_can_be_rewound_again()
    {
        var tries = 0;
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Stubborn", async context => await context.CallActivityAsync<int>("Sick"))
            .AddActivityFunc("Sick", _ => Interlocked.Increment(ref tries) < 3 ? throw new IOException("sick") : tries));
        var id = (await hub.RunAsync("Stubborn")).InstanceId;

        await hub.Client.RewindInstanceAsync(id, "first");
        await hub.StatusAsync(id, now => now.IsCompleted && tries == 2);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await hub.CompletionAsync(id)).RuntimeStatus);
        await hub.Client.RewindInstanceAsync(id, "second", CancellationToken.None);

        Assert.Equal(3, (await hub.CompletionAsync(id)).ReadOutputAs<int>());
    }

    [Theory]
    [Holds(Rule.RestartRewind)]
    [InlineData("Completed")]
    [InlineData("Running")]
    [InlineData("Missing")]
    public async Task Only_a_failed_instance_is_rewound(string status)
    {
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Completed", _ => "over")
            .AddOrchestratorFunc("Running", context => context.WaitForExternalEvent<object>("Never")));
        if (status != "Missing")
        {
            await hub.Client.ScheduleNewOrchestrationInstanceAsync(status, new StartOrchestrationOptions("it"));
            await hub.StatusAsync("it", now => now.RuntimeStatus.ToString() == status);
        }

        var refusal = await Assert.ThrowsAnyAsync<Exception>(() => hub.Client.RewindInstanceAsync("it", "for nothing"));

        Assert.Equal(status == "Missing" ? typeof(ArgumentException) : typeof(InvalidOperationException), refusal.GetType());
    }

    [Fact]
    [Holds(Rule.RestartRewind, Rule.Events)]
    public async Task A_rewound_instance_keeps_the_events_that_it_had_taken()
    {
        var healthy = false;
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Taker", async context =>
            {
                var letter = await context.WaitForExternalEvent<string>("Letter");
                return await context.CallActivityAsync<string>("Stamp", letter);
            })
            .AddActivityFunc<string, string>("Stamp", (_, letter) => Volatile.Read(ref healthy) ? letter + "!" : throw new IOException("no ink")));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Taker");
        await hub.Client.RaiseEventAsync(id, "Letter", "hello");
        await hub.CompletionAsync(id);
        Volatile.Write(ref healthy, true);

        await hub.Client.RewindInstanceAsync(id, "ink");

        Assert.Equal("hello!", (await hub.CompletionAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    [Holds(Rule.RestartRewind)]
    public async Task An_activity_that_was_unknown_runs_after_a_rewind_on_a_worker_that_knows_it()
    {
        Action<DurableTaskRegistry> caller = tasks => tasks.AddOrchestratorFunc("Caller", async context => await context.CallActivityAsync<string>("Newer"));
        await using var hub = await StartAsync(caller);
        var id = (await hub.RunAsync("Caller")).InstanceId;
        await hub.RestartAsync(tasks =>
        {
            caller(tasks);
            tasks.AddActivityFunc("Newer", _ => "known now");
        });

        await hub.Client.RewindInstanceAsync(id, "deployed");

        Assert.Equal("known now", (await hub.CompletionAsync(id)).ReadOutputAs<string>());
    }
}
