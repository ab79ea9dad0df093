using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.DurableTaskContract;

public abstract class ClientContract(IEngines engines) : Contract(engines)
{
    private static readonly OrchestrationRuntimeStatus[] Any = [.. StartOrchestrationOptionsExtensions.ValidDedupeStatuses];

    [Fact]
    [Holds(Rule.DuplicateIds)]
    public async Task A_finished_instance_is_replaced_unless_its_status_is_named()
    {
        await using var hub = await StartAsync(Tasks);
        await hub.Client.ScheduleNewOrchestrationInstanceAsync("Echo", "first", new StartOrchestrationOptions("same"));
        await hub.CompletionAsync("same");

        var options = new StartOrchestrationOptions("same").WithDedupeStatuses(OrchestrationRuntimeStatus.Completed);
        await Assert.ThrowsAnyAsync<InvalidOperationException>(() => hub.Client.ScheduleNewOrchestrationInstanceAsync("Echo", "second", options));
        Assert.Equal("first", (await hub.CompletionAsync("same")).ReadOutputAs<string>());

        await hub.Client.ScheduleNewOrchestrationInstanceAsync("Echo", "third", new StartOrchestrationOptions("same"));
        Assert.Equal("third", (await hub.CompletionAsync("same")).ReadOutputAs<string>());
    }

    [Fact]
    [Holds(Rule.DuplicateIds)]
    public async Task Of_many_starts_with_one_id_one_succeeds()
    {
        await using var hub = await StartAsync(Tasks);
        var options = new StartOrchestrationOptions("one").WithDedupeStatuses(Any);

        var starts = await Task.WhenAll(Enumerable.Range(0, 12).Select(async _ =>
        {
            try
            {
                await hub.Client.ScheduleNewOrchestrationInstanceAsync("Waiter", null, options);
                return true;
            }
            catch (InvalidOperationException)
            {
                return false;
            }
        }));

        Assert.Single(starts, started => started);
    }

    [Fact]
    [Holds(Rule.Completion)]
    public async Task What_was_started_before_the_host_runs_with_it()
    {
        await using var hub = await StartAsync(Tasks);
        await hub.EndWorkersAsync();
        var id = await hub.OtherClient().ScheduleNewOrchestrationInstanceAsync("Echo", "early");

        await hub.StartWorkerAsync();

        Assert.Equal("early", (await hub.CompletionAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    [Holds(Rule.Queries)]
    public async Task Queries_filter_and_page()
    {
        await using var hub = await StartAsync(Tasks);
        for (var number = 0; number < 7; number++)
        {
            await hub.Client.ScheduleNewOrchestrationInstanceAsync("Echo", $"{number}", new StartOrchestrationOptions($"a/b-{number}"));
            await hub.CompletionAsync($"a/b-{number}");
        }

        await hub.Client.ScheduleNewOrchestrationInstanceAsync("Waiter", new StartOrchestrationOptions("waiter"));

        var query = new OrchestrationQuery(
            InstanceIdPrefix: "a/b", PageSize: 3, FetchInputsAndOutputs: true, Statuses: [OrchestrationRuntimeStatus.Completed]);
        var pages = new List<Page<OrchestrationMetadata>>();
        await foreach (var page in hub.Client.GetAllInstancesAsync(query).AsPages()) pages.Add(page);

        Assert.Equal(7, pages.Sum(page => page.Values.Count));
        Assert.All(pages, page => Assert.InRange(page.Values.Count, 0, 3));
        Assert.Equal(["0", "1", "2", "3", "4", "5", "6"], pages.SelectMany(page => page.Values).Select(found => found.ReadOutputAs<string>()!).Order());
        Assert.Equal(8, (await hub.Client.ListInstanceIdsAsync()).Values.Count);
        Assert.Equal(7, (await hub.Client.ListInstanceIdsAsync([OrchestrationRuntimeStatus.Completed])).Values.Count);
        Assert.Null(await hub.Client.GetInstanceAsync("nobody"));
    }

    [Fact]
    [Holds(Rule.Purge)]
    public async Task Purge_removes_finished_instances_only_by_creation_time()
    {
        var clock = new ManualTime();
        await using var hub = await StartAsync(Tasks, options => options.Time = clock);
        await hub.RunAsync("Echo", "old");
        await hub.Client.ScheduleNewOrchestrationInstanceAsync("Waiter", new StartOrchestrationOptions("waiter"));
        await hub.StatusAsync("waiter", now => now.IsRunning);
        clock.Advance(TimeSpan.FromDays(1));
        var young = (await hub.RunAsync("Echo", "young")).InstanceId;

        Assert.Equal(0, (await hub.Client.PurgeInstanceAsync("nobody")).PurgedInstanceCount);
        Assert.Equal(0, (await hub.Client.PurgeInstanceAsync("waiter")).PurgedInstanceCount);
        var purged = await hub.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter(CreatedTo: clock.GetUtcNow().AddHours(-1)));

        Assert.Equal((1, true), (purged.PurgedInstanceCount, purged.IsComplete));
        Assert.Equal(["waiter", young], (await hub.Client.ListInstanceIdsAsync()).Values.OrderDescending());
    }

    [Fact]
    [Holds(Rule.RestartRewind)]
    public async Task Restart_takes_the_stored_input()
    {
        await using var hub = await StartAsync(Tasks);
        var id = (await hub.RunAsync("Echo", "input")).InstanceId;

        var newId = await hub.Client.RestartAsync(id, restartWithNewInstanceId: true);
        Assert.NotEqual(id, newId);
        Assert.Equal("input", (await hub.CompletionAsync(newId)).ReadOutputAs<string>());

        Assert.Equal(id, await hub.Client.RestartAsync(id));
        Assert.Equal("input", (await hub.CompletionAsync(id)).ReadOutputAs<string>());
        await Assert.ThrowsAsync<ArgumentException>(() => hub.Client.RestartAsync("nobody"));
    }

    [Theory]
    [Holds(Rule.RestartRewind)]
    [InlineData("Direct")]
    [InlineData("Retried")]
    [InlineData("InAChild")]
    [InlineData("FannedOut")]
    public async Task Rewind_runs_a_failed_instance_on(string name)
    {
        var healthy = false;
        var goodRuns = 0;
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Direct", async context =>
            {
                await context.CallActivityAsync("Good");
                return await context.CallActivityAsync<string>("Sick");
            })
            .AddOrchestratorFunc("Retried", async context =>
            {
                await context.CallActivityAsync("Good");
                return await context.CallActivityAsync<string>(
                    "Sick", null, TaskOptions.FromRetryPolicy(new RetryPolicy(3, TimeSpan.FromMilliseconds(1))));
            })
            .AddOrchestratorFunc("InAChild", async context => await context.CallSubOrchestratorAsync<string>("Direct"))
            .AddOrchestratorFunc("FannedOut", async context =>
            {
                var good = context.CallActivityAsync("Good");
                var sick = context.CallActivityAsync<string>("Sick");
                await Task.WhenAll(good, sick);
                return await sick;
            })
            .AddActivityFunc("Good", _ => Interlocked.Increment(ref goodRuns))
            .AddActivityFunc("Sick", _ => Volatile.Read(ref healthy) ? "well" : throw new IOException("sick")));
        var id = (await hub.RunAsync(name)).InstanceId;
        Volatile.Write(ref healthy, true);

        await hub.Client.RewindInstanceAsync(id, "the cause is gone");

        var done = await hub.CompletionAsync(id);
        Assert.Equal((OrchestrationRuntimeStatus.Completed, "well"), (done.RuntimeStatus, done.ReadOutputAs<string>()));
        Assert.Equal(1, goodRuns);
        await Assert.ThrowsAsync<InvalidOperationException>(() => hub.Client.RewindInstanceAsync(id, "again"));
    }

    private static void Tasks(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc<string, string>("Echo", (_, text) => text)
        .AddOrchestratorFunc("Waiter", context => context.WaitForExternalEvent<object>("Never"));
}
