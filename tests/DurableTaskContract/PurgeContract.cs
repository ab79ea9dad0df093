using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.DurableTaskContract;

/// <summary>What a purge removes, and what it leaves.</summary>
public abstract class PurgeContract(IEngines engines) : Contract(engines)
{
    [Fact]
    [Holds(Rule.Purge)]
    public async Task A_purged_instance_is_gone_and_its_id_free()
    {
        await using var hub = await StartAsync(Tasks);
        await hub.Client.ScheduleNewOrchestrationInstanceAsync("Echo", new string('가', 50_000), new StartOrchestrationOptions("it"));
        await hub.CompletionAsync("it");

        Assert.Equal(1, (await hub.Client.PurgeInstanceAsync("it")).PurgedInstanceCount);
        Assert.Null(await hub.Client.GetInstanceAsync("it"));
        Assert.Equal(0, (await hub.Client.PurgeInstanceAsync("it", CancellationToken.None)).PurgedInstanceCount);

        var options = new StartOrchestrationOptions("it").WithDedupeStatuses([.. StartOrchestrationOptionsExtensions.ValidDedupeStatuses]);
        await hub.Client.ScheduleNewOrchestrationInstanceAsync("Echo", "anew", options);
        Assert.Equal("anew", (await hub.CompletionAsync("it")).ReadOutputAs<string>());
    }

    [Fact]
    [Holds(Rule.Purge, Rule.TerminateSuspendResume)]
    public async Task An_activity_that_still_runs_for_a_purged_instance_does_not_hold_up_the_next_one_of_its_id()
    {
        var (begun, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc<string, string>("Caller", (context, text) => context.CallActivityAsync<string>("Hold", text))
            .AddActivityFunc<string, string>("Hold", async (_, text) =>
            {
                if (text != "first") return text;
                begun.TrySetResult();
                await release.Task;
                return text;
            }));
        await hub.Client.ScheduleNewOrchestrationInstanceAsync("Caller", "first", new StartOrchestrationOptions("it"));
        await begun.Task.InTime();
        await hub.Client.TerminateInstanceAsync("it");
        await hub.CompletionAsync("it");
        await hub.Client.PurgeInstanceAsync("it");

        await hub.Client.ScheduleNewOrchestrationInstanceAsync("Caller", "second", new StartOrchestrationOptions("it"));
        var second = await hub.CompletionAsync("it");
        release.SetResult();

        Assert.Equal("second", second.ReadOutputAs<string>());
    }

    [Fact]
    [Holds(Rule.Purge)]
    public async Task Only_the_statuses_that_are_named_are_purged()
    {
        await using var hub = await StartAsync(Tasks);
        await hub.RunAsync("Echo", "kept");
        await hub.RunAsync("Thrower");
        await hub.RunAsync("Thrower");

        var purged = await hub.Client.PurgeAllInstancesAsync(
            new PurgeInstancesFilter(null, null, [OrchestrationRuntimeStatus.Failed]), CancellationToken.None);

        Assert.Equal(2, purged.PurgedInstanceCount);
        var left = Assert.Single((await hub.Client.ListInstanceIdsAsync()).Values);
        Assert.Equal("Echo", (await hub.Client.GetInstanceAsync(left))!.Name);
    }

    [Fact]
    [Holds(Rule.Purge)]
    public async Task Running_instances_stay_even_when_their_status_is_named()
    {
        await using var hub = await StartAsync(Tasks);
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Waiter");
        await hub.StatusAsync(id, OrchestrationRuntimeStatus.Running);

        var purged = await hub.Client.PurgeInstancesAsync(null, null, [OrchestrationRuntimeStatus.Running], CancellationToken.None);

        Assert.Equal(0, purged.PurgedInstanceCount);
        Assert.True((await hub.Client.GetInstanceAsync(id))!.IsRunning);
    }

    [Fact]
    [Holds(Rule.Purge)]
    public async Task Both_ends_of_the_time_of_creation_count()
    {
        var clock = new ManualTime();
        await using var hub = await StartAsync(Tasks, options => options.Time = clock);
        var began = clock.GetUtcNow();
        for (var day = 0; day < 5; day++)
        {
            await hub.Client.ScheduleNewOrchestrationInstanceAsync("Echo", "x", new StartOrchestrationOptions($"day-{day}"));
            await hub.CompletionAsync($"day-{day}");
            clock.Advance(TimeSpan.FromDays(1));
        }

        var purged = await hub.Client.PurgeInstancesAsync(began.AddDays(1), began.AddDays(3));

        Assert.Equal(3, purged.PurgedInstanceCount);
        Assert.Equal(["day-0", "day-4"], (await hub.Client.ListInstanceIdsAsync()).Values.Order());
    }

    [Fact]
    [Holds(Rule.Purge)]
    public async Task A_bounded_purge_says_that_there_is_more_and_is_taken_up_again()
    {
        await using var hub = await StartAsync(Tasks);
        await Task.WhenAll(Enumerable.Range(0, 12).Select(number => hub.RunAsync("Echo", $"{number}")));

        var bounded = await hub.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter { Timeout = TimeSpan.Zero });
        Assert.Equal(false, bounded.IsComplete);
        Assert.InRange(bounded.PurgedInstanceCount, 0, 11);
        var rest = await hub.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter { Timeout = TimeSpan.FromMinutes(5) });

        Assert.Equal((12, true), (bounded.PurgedInstanceCount + rest.PurgedInstanceCount, rest.IsComplete));
        Assert.Empty((await hub.Client.ListInstanceIdsAsync()).Values);
    }

    [Fact]
    [Holds(Rule.Purge)]
    public async Task More_than_a_page_is_purged_at_once()
    {
        await using var hub = await StartAsync(Tasks);
        await Parallel.ForEachAsync(Enumerable.Range(0, 130), async (number, _) => await hub.RunAsync("Echo", $"{number}"));

        var purged = await hub.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter());

        Assert.Equal(130, purged.PurgedInstanceCount);
    }

    [Theory]
    [Holds(Rule.Purge, Rule.SubOrchestration)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_purge_by_filter_reaches_children_of_other_times_only_when_recursive(bool recursive)
    {
        var clock = new ManualTime();
        await using var hub = await StartAsync(Tasks, options => options.Time = clock);
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Parent");
        await hub.SaysAsync(id, "waiting");
        var created = clock.GetUtcNow();
        clock.Advance(TimeSpan.FromDays(1));
        await hub.Client.RaiseEventAsync(id, "Go");
        await hub.CompletionAsync(id);

        var purged = await hub.Client.PurgeInstancesAsync(null, created, new PurgeInstanceOptions(recursive), CancellationToken.None);

        Assert.Equal(recursive ? 2 : 1, purged.PurgedInstanceCount);
        Assert.Equal(recursive, await hub.Client.GetInstanceAsync("child") is null);
    }

    [Fact]
    [Holds(Rule.Purge)]
    public async Task A_purge_by_status_and_options_counts_what_it_removed()
    {
        await using var hub = await StartAsync(Tasks);
        await hub.RunAsync("Thrower");
        await hub.RunAsync("Echo", "kept");

        var purged = await hub.Client.PurgeInstancesAsync(
            null, null, [OrchestrationRuntimeStatus.Failed], new PurgeInstanceOptions(), CancellationToken.None);

        Assert.Equal(1, purged.PurgedInstanceCount);
    }

    private static void Tasks(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc<string, string>("Echo", (_, text) => text)
        .AddOrchestratorFunc("Thrower", _ => throw new IOException("failed"))
        .AddOrchestratorFunc("Waiter", context => context.WaitForExternalEvent<object>("Never"))
        .AddOrchestratorFunc("Parent", async context =>
        {
            context.SetCustomStatus("waiting");
            await context.WaitForExternalEvent<object>("Go");
            await context.CallSubOrchestratorAsync("Echo", "child's", new SubOrchestrationOptions().WithInstanceId("child"));
        });
}
