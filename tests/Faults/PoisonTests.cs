using LocalDiplomacy.EngineProcess;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Faults.Tests;

/// <summary>What harms the process, or never comes back: it is stopped and says why, and its neighbours go on.</summary>
public sealed class PoisonTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(300);

    [Fact]
    public async Task An_activity_that_ends_its_process_each_time_is_given_up_with_the_reason_and_its_neighbour_is_not()
    {
        const int Most = 8;
        using var folder = new ScratchFolder();
        var connection = "DurableFile=" + Path.Combine(folder.Path, "hub.db");
        string? poisoned = null;
        string? neighbour = null;

        for (var life = 0; life < 3 * Most && poisoned is null; life++)
        {
            using var engine = KilledEngine.Start(connection, folder.Path, $"life-{life}", Most);
            if (!await engine.ReadyAsync()) continue;
            await engine.AskAsync("start Ledger neighbour");
            await engine.AskAsync("start Deadly deadly");
            poisoned = await engine.AskAsync("end deadly");
            if (poisoned is null) continue;
            await engine.AskAsync("event neighbour -1");
            neighbour = await engine.AskAsync("end neighbour");
        }

        Assert.NotNull(poisoned);
        Assert.Contains("PoisonedActivity", poisoned, StringComparison.Ordinal);
        Assert.Contains($"was started {Most} times", poisoned, StringComparison.Ordinal);
        Assert.InRange(EffectsFile.Read(folder.Path).Count(line => line == "deadly dies"), 1, Most);
        Assert.Equal("ok []", neighbour);
    }

    [Fact]
    public async Task An_activity_that_never_returns_fails_after_its_time_and_frees_its_place()
    {
        using var release = new ManualResetEventSlim();
        await using var hub = await TestHub.StartAsync(
            tasks => tasks
                .AddOrchestratorFunc("Stuck", async context => await context.CallActivityAsync<int>("Block"))
                .AddOrchestratorFunc("Sound", async context => await context.CallActivityAsync<int>("One"))
                .AddActivityFunc("Block", int (_) =>
                {
                    release.Wait();
                    return 0;
                })
                .AddActivityFunc("One", int (_) => 1),
            options =>
            {
                options.ActivityTimeLimit = Soon;
                options.Worker.Concurrency.MaximumConcurrentActivityWorkItems = 1;
            });

        var stuck = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Stuck");
        var failed = await hub.EndOfAsync(stuck);
        var sound = await hub.EndOfAsync(await hub.Client.ScheduleNewOrchestrationInstanceAsync("Sound"));
        release.Set();

        Assert.Equal(OrchestrationRuntimeStatus.Failed, failed.RuntimeStatus);
        Assert.Equal("ActivityTimedOut", failed.FailureDetails!.InnerFailure!.ErrorType);
        Assert.Equal(1, sound.ReadOutputAs<int>());
    }

    [Fact]
    public async Task An_orchestrator_that_loops_without_awaiting_fails_with_the_reason_and_frees_its_place()
    {
        var goesOn = true;
        await using var hub = await TestHub.StartAsync(
            tasks => tasks
                .AddOrchestratorFunc("Loops", context =>
                {
                    while (Volatile.Read(ref goesOn)) Thread.Yield();
                    return Task.FromResult(0);
                })
                .AddOrchestratorFunc("Sound", _ => Task.FromResult(1)),
            options =>
            {
                options.OrchestratorTimeLimit = Soon;
                options.Worker.Concurrency.MaximumConcurrentOrchestrationWorkItems = 1;
            });

        var loops = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Loops");
        var failed = await hub.EndOfAsync(loops);
        var sound = await hub.EndOfAsync(await hub.Client.ScheduleNewOrchestrationInstanceAsync("Sound"));
        Volatile.Write(ref goesOn, false);

        Assert.Equal((OrchestrationRuntimeStatus.Failed, "OrchestratorTimedOut"), (failed.RuntimeStatus, failed.FailureDetails?.ErrorType));
        Assert.Equal(1, sound.ReadOutputAs<int>());
    }

    [Fact]
    public async Task A_change_of_code_that_instances_cannot_follow_fails_them_with_the_reason_and_no_other_one()
    {
        await using var hub = await TestHub.StartAsync(tasks => Waiting(tasks, "First"));
        foreach (var name in new[] { "Changed", "Same" })
        {
            await hub.Client.ScheduleNewOrchestrationInstanceAsync(name, new StartOrchestrationOptions(name));
            await hub.Client.WaitForInstanceStartAsync(name);
        }

        await hub.ReplaceAsync(tasks => Waiting(tasks, "Second"));
        await hub.Client.RaiseEventAsync("Same", "Go", 7);
        var changed = await hub.EndOfAsync("Changed");

        Assert.Equal((OrchestrationRuntimeStatus.Failed, "NonDeterministicOrchestration"), (changed.RuntimeStatus, changed.FailureDetails?.ErrorType));
        Assert.Equal(7, (await hub.EndOfAsync("Same")).ReadOutputAs<int>());
    }

    private static void Waiting(DurableTaskRegistry tasks, string activity) => tasks
        .AddOrchestratorFunc("Changed", async context => await WaitAsync(context, activity))
        .AddOrchestratorFunc("Same", async context => await WaitAsync(context, "First"))
        .AddActivityFunc("First", int (_) => 1)
        .AddActivityFunc("Second", int (_) => 2);

    private static async Task<int> WaitAsync(TaskOrchestrationContext context, string activity)
    {
        await context.CallActivityAsync<int>(activity);
        return await context.WaitForExternalEvent<int>("Go");
    }
}
