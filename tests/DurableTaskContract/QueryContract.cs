using DurableTask.Core.History;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.DurableTaskContract;

/// <summary>What clients find out.</summary>
public abstract class QueryContract(IEngines engines) : Contract(engines)
{
    [Fact]
    [Holds(Rule.Queries)]
    public async Task Without_asking_for_them_inputs_and_outputs_are_not_there()
    {
        await using var hub = await StartAsync(Tasks);
        var id = (await hub.RunAsync("Echo", "word")).InstanceId;

        var bare = (await hub.Client.GetInstanceAsync(id))!;

        Assert.Equal((null, null, null), (bare.SerializedInput, bare.SerializedOutput, bare.SerializedCustomStatus));
        Assert.Throws<InvalidOperationException>(() => bare.ReadOutputAs<string>());
        Assert.Throws<InvalidOperationException>(() => bare.ReadInputAs<string>());
        Assert.Throws<InvalidOperationException>(() => bare.ReadCustomStatusAs<string>());
    }

    [Fact]
    [Holds(Rule.Queries)]
    public async Task A_history_tells_what_was_begun_and_what_came_of_it()
    {
        await using var hub = await StartAsync(tasks => tasks
            .AddActivityFunc<int, int>("Double", (_, number) => number < 0 ? throw new ArgumentException("Too small.") : 2 * number)
            .AddOrchestratorFunc<int, int>("Child", (_, number) => number + 1)
            .AddOrchestratorFunc<int, int>("Parent", async (context, number) =>
            {
                await context.WaitForExternalEvent<string>("Go");
                await context.CreateTimer(context.CurrentUtcDateTime.AddMilliseconds(1), CancellationToken.None);
                await Assert.ThrowsAsync<TaskFailedException>(() => context.CallActivityAsync<int>("Double", -1));
                return await context.CallSubOrchestratorAsync<int>("Child", await context.CallActivityAsync<int>("Double", number));
            }));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Parent", 4);
        await hub.Client.RaiseEventAsync(id, "Go", "now");
        Assert.Equal(9, (await hub.CompletionAsync(id)).ReadOutputAs<int>());

        var history = await hub.Client.GetOrchestrationHistoryAsync(id);

        Assert.Equal(("Parent", "4"), history.OfType<ExecutionStartedEvent>().Select(one => (one.Name, one.Input)).Single());
        Assert.Equal(("Go", "\"now\""), history.OfType<EventRaisedEvent>().Select(one => (one.Name, one.Input)).Single());
        Assert.Equal(history.OfType<TimerCreatedEvent>().Single().EventId, history.OfType<TimerFiredEvent>().Single().TimerId);
        var calls = history.OfType<TaskScheduledEvent>().ToList();
        Assert.Equal([("Double", "-1"), ("Double", "4")], calls.Select(one => (one.Name!, one.Input!)));
        Assert.Equal((calls[0].EventId, typeof(ArgumentException).FullName), history.OfType<TaskFailedEvent>().Select(one => (one.TaskScheduledId, one.FailureDetails!.ErrorType)).Single());
        Assert.Equal((calls[1].EventId, "8"), history.OfType<TaskCompletedEvent>().Select(one => (one.TaskScheduledId, one.Result!)).Single());
        var child = history.OfType<SubOrchestrationInstanceCreatedEvent>().Single();
        Assert.Equal(("Child", true), (child.Name, child.InstanceId is { Length: > 0 }));
        Assert.Equal((child.EventId, "9"), history.OfType<SubOrchestrationInstanceCompletedEvent>().Select(one => (one.TaskScheduledId, one.Result!)).Single());
        Assert.Equal("9", history.OfType<ExecutionCompletedEvent>().Single().Result);
        Assert.True(history.OfType<OrchestratorStartedEvent>().Count() > 1);
        Assert.Equal(history.Select(one => one.Timestamp).Order(), history.Select(one => one.Timestamp));
    }

    [Fact]
    [Holds(Rule.Queries)]
    public async Task Nobody_has_no_history()
    {
        await using var hub = await StartAsync(Tasks);

        await Assert.ThrowsAsync<ArgumentException>(() => hub.Client.GetOrchestrationHistoryAsync("nobody"));
    }

    [Fact]
    [Holds(Rule.Queries)]
    public async Task A_missing_instance_is_null()
    {
        await using var hub = await StartAsync(Tasks);

        Assert.Null(await hub.Client.GetInstanceAsync("nobody", true, CancellationToken.None));
        Assert.Null(await hub.Client.GetInstancesAsync("nobody", getInputsAndOutputs: true));
    }

    [Fact]
    [Holds(Rule.Queries)]
    public async Task All_ways_to_ask_for_one_instance_agree()
    {
        await using var hub = await StartAsync(Tasks);
        var done = await hub.RunAsync("Echo", "word");

        Assert.Equal("word", (await hub.Client.GetInstanceAsync(done.InstanceId, getInputsAndOutputs: true))!.ReadInputAs<string>());
        Assert.Equal("word", (await hub.Client.GetInstancesAsync(done.InstanceId, getInputsAndOutputs: true))!.ReadOutputAs<string>());
        Assert.Equal(done.LastUpdatedAt, (await hub.Client.GetInstancesAsync(done.InstanceId, CancellationToken.None))!.LastUpdatedAt);
    }

    [Fact]
    [Holds(Rule.Queries)]
    public async Task Waits_return_at_once_for_what_has_happened_already()
    {
        await using var hub = await StartAsync(Tasks);
        var id = (await hub.RunAsync("Echo", "word")).InstanceId;

        Assert.True((await hub.Client.WaitForInstanceStartAsync(id, CancellationToken.None)).IsCompleted);
        Assert.Equal("word", (await hub.Client.WaitForInstanceStartAsync(id, getInputsAndOutputs: true)).ReadOutputAs<string>());
        Assert.Null((await hub.Client.WaitForInstanceCompletionAsync(id, CancellationToken.None)).SerializedOutput);
    }

    [Fact]
    [Holds(Rule.Queries)]
    public async Task A_wait_can_be_given_up()
    {
        await using var hub = await StartAsync(Tasks);
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Waiter");
        using var limit = new CancellationTokenSource();
        var wait = hub.Client.WaitForInstanceCompletionAsync(id, limit.Token);

        await limit.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
        Assert.False((await hub.Client.GetInstanceAsync(id))!.IsCompleted);
    }

    [Fact]
    [Holds(Rule.Queries)]
    public async Task Another_clients_wait_sees_the_end()
    {
        await using var hub = await StartAsync(Tasks);
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Waiter");
        using var limit = Patience.Limit();
        var wait = hub.OtherClient().WaitForInstanceCompletionAsync(id, limit.Token);

        await hub.Client.RaiseEventAsync(id, "Go", "over");

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await wait).RuntimeStatus);
    }

    [Fact]
    [Holds(Rule.Queries)]
    public async Task Instances_are_found_by_the_time_of_their_creation()
    {
        var clock = new ManualTime();
        await using var hub = await StartAsync(Tasks, options => options.Time = clock);
        var began = clock.GetUtcNow();
        await OnePerDayAsync(hub, clock, 5);

        var found = await IdsAsync(hub, new OrchestrationQuery(began.AddDays(1), began.AddDays(3)));

        Assert.Equal(["day-1", "day-2", "day-3"], found.Order());
    }

    [Fact]
    [Holds(Rule.Queries)]
    public async Task Instances_are_found_by_their_status()
    {
        await using var hub = await StartAsync(Tasks);
        await hub.RunAsync("Echo", "x");
        await hub.RunAsync("Thrower");
        await hub.Client.ScheduleNewOrchestrationInstanceAsync("Waiter", new StartOrchestrationOptions("waiter"));
        await hub.StatusAsync("waiter", OrchestrationRuntimeStatus.Running);

        Assert.Equal(["waiter"], await IdsAsync(hub, new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Running])));
        Assert.Equal(2, (await IdsAsync(hub, new OrchestrationQuery(
            Statuses: [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed]))).Count);
        Assert.Empty(await IdsAsync(hub, new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Suspended])));
    }

    [Theory]
    [Holds(Rule.Queries)]
    [InlineData("mou/2031/", 2)]
    [InlineData("mou/", 3)]
    [InlineData("MOU", 0)]
    [InlineData("협약", 1)]
    public async Task Instances_are_found_by_the_beginning_of_their_ids(string prefix, int count)
    {
        await using var hub = await StartAsync(Tasks);
        foreach (var id in new[] { "mou/2031/1", "mou/2031/2", "mou/2032/1", "mo", "협약-1" })
            await hub.Client.ScheduleNewOrchestrationInstanceAsync("Echo", id, new StartOrchestrationOptions(id));

        Assert.Equal(count, (await IdsAsync(hub, new OrchestrationQuery(InstanceIdPrefix: prefix))).Count);
    }

    [Fact]
    [Holds(Rule.Queries)]
    public async Task A_list_goes_on_where_its_continuation_token_says()
    {
        await using var hub = await StartAsync(Tasks);
        foreach (var number in Enumerable.Range(0, 7)) await hub.RunAsync("Echo", $"{number}");

        Page<OrchestrationMetadata> first = null!;
        await foreach (var page in hub.Client.GetAllInstancesAsync(new OrchestrationQuery { PageSize = 4 }).AsPages())
        {
            first = page;
            break;
        }

        var rest = await IdsAsync(hub, new OrchestrationQuery { PageSize = 4, ContinuationToken = first.ContinuationToken });
        Assert.Equal(7, first.Values.Select(found => found.InstanceId).Union(rest).Count());
        Assert.Equal(7, first.Values.Count + rest.Count);
    }

    [Fact]
    [Holds(Rule.Queries)]
    public async Task A_page_is_as_long_as_asked_at_most()
    {
        await using var hub = await StartAsync(Tasks);
        foreach (var number in Enumerable.Range(0, 5)) await hub.RunAsync("Echo", $"{number}");

        var lengths = new List<int>();
        await foreach (var page in hub.Client.GetAllInstancesAsync().AsPages(pageSizeHint: 2)) lengths.Add(page.Values.Count);

        Assert.All(lengths, length => Assert.InRange(length, 0, 2));
        Assert.Equal(5, lengths.Sum());
    }

    [Fact]
    [Holds(Rule.Queries)]
    public async Task Lists_hold_inputs_and_outputs_when_asked_for()
    {
        await using var hub = await StartAsync(Tasks);
        await hub.RunAsync("Echo", "word");

        await foreach (var found in hub.Client.GetAllInstancesAsync(new OrchestrationQuery { FetchInputsAndOutputs = true }))
            Assert.Equal(("word", "word"), (found.ReadInputAs<string>(), found.ReadOutputAs<string>()));
        await foreach (var found in hub.Client.GetAllInstancesAsync(new OrchestrationQuery()))
            Assert.Null(found.SerializedOutput);
    }

    [Fact]
    [Holds(Rule.Queries)]
    public async Task Ids_are_listed_by_the_time_of_the_end_a_page_at_a_time()
    {
        var clock = new ManualTime();
        await using var hub = await StartAsync(Tasks, options => options.Time = clock);
        var began = clock.GetUtcNow();
        await OnePerDayAsync(hub, clock, 6);
        await hub.Client.ScheduleNewOrchestrationInstanceAsync("Waiter");

        var (ids, last) = (new List<string>(), default(string));
        do
        {
            var page = await hub.Client.ListInstanceIdsAsync(
                [OrchestrationRuntimeStatus.Completed], began.AddDays(1), began.AddDays(4), pageSize: 3, last, CancellationToken.None);
            ids.AddRange(page.Values);
            last = page.ContinuationToken;
        }
        while (last is not null);

        Assert.Equal(["day-1", "day-2", "day-3", "day-4"], ids.Order());
    }

    [Fact]
    [Holds(Rule.Queries)]
    public async Task An_instance_carries_its_name_its_tags_and_its_input()
    {
        await using var hub = await StartAsync(Tasks);
        await hub.Client.ScheduleNewOrchestrationInstanceAsync("Echo", "word", new StartOrchestrationOptions("it")
        {
            Tags = new Dictionary<string, string> { ["office"] = "제주", ["kind"] = "mou" },
        });

        var done = await hub.CompletionAsync("it");

        Assert.Equal(("Echo", "it", true, false), (done.Name, done.InstanceId, done.IsCompleted, done.IsRunning));
        Assert.Equal(("제주", "mou"), (done.Tags["office"], done.Tags["kind"]));
        Assert.Contains("Input: '\"word\"'", done.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    [Holds(Rule.Queries)]
    public async Task A_client_has_a_name_and_can_be_disposed_of()
    {
        await using var hub = await StartAsync(Tasks);
        var other = hub.OtherClient();

        Assert.False(string.IsNullOrEmpty(other.Name));
        await other.DisposeAsync();

        Assert.Equal("x", await hub.ResultAsync<string>("Echo", "x"));
    }

    private static async Task OnePerDayAsync(Hub hub, ManualTime clock, int days)
    {
        for (var day = 0; day < days; day++)
        {
            await hub.Client.ScheduleNewOrchestrationInstanceAsync("Echo", "x", new StartOrchestrationOptions($"day-{day}"));
            await hub.CompletionAsync($"day-{day}");
            clock.Advance(TimeSpan.FromDays(1));
        }
    }

    private static async Task<List<string>> IdsAsync(Hub hub, OrchestrationQuery query)
    {
        var ids = new List<string>();
        await foreach (var found in hub.Client.GetAllInstancesAsync(query)) ids.Add(found.InstanceId);
        return ids;
    }

    private static void Tasks(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc<string, string>("Echo", (_, text) => text)
        .AddOrchestratorFunc("Thrower", _ => throw new IOException("failed"))
        .AddOrchestratorFunc("Waiter", async context => await context.WaitForExternalEvent<string>("Go"));
}
