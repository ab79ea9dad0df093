using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Internal;
using Microsoft.Extensions.Logging;

namespace LocalDiplomacy.DurableTaskContract;

/// <summary>What the abstract classes of the API do by themselves, for those who derive from them.</summary>
public abstract class WrittenContextContract
{
    [Fact]
    [Holds(Rule.Surface)]
    public async Task The_short_forms_of_calls_lead_to_the_long_ones()
    {
        var context = new WrittenContext();

        await context.CallActivityAsync("A");
        await context.CallActivityAsync("A", new TaskOptions());
        await context.CallActivityAsync<int>("A", new TaskOptions());
        await context.CallActivityAsync<int>("A", 1);
        await context.CallSubOrchestratorAsync("C", 2);
        await context.CallSubOrchestratorAsync("C", new TaskOptions());
        await context.CallSubOrchestratorAsync<int>("C", new TaskOptions());
        context.ContinueAsNew(new ContinueAsNewOptions { NewInput = 3, PreserveUnprocessedEvents = false });

        Assert.Equal(
            ["activity A - False", "activity A - True", "activity A - True", "activity A 1 False", "child C 2 False", "child C - True", "child C - True", "again 3 False"],
            context.Calls);
    }

    [Fact]
    [Holds(Rule.Surface, Rule.WaitWithTimeout)]
    public async Task A_wait_with_a_timeout_creates_its_timer_first_and_cancels_it_when_the_event_comes()
    {
        var context = new WrittenContext();

        var wait = context.WaitForExternalEvent<string>("E", TimeSpan.FromHours(2));
        Assert.Equal(["timer 2 h", "event E"], context.Calls);
        context.Event.SetResult("came");

        Assert.Equal("came", await wait);
        Assert.True(context.Timer.Task.IsCanceled);
    }

    [Fact]
    [Holds(Rule.Surface, Rule.WaitWithTimeout)]
    public async Task A_wait_whose_timer_fires_first_is_cancelled()
    {
        var context = new WrittenContext();

        var wait = context.WaitForExternalEvent<string>("E", TimeSpan.FromHours(2), CancellationToken.None);
        context.Timer.SetResult();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
        Assert.True(context.Event.Task.IsCanceled);
    }

    [Fact]
    [Holds(Rule.Surface)]
    public async Task A_delay_counts_from_the_contexts_time_and_there_is_no_version()
    {
        var context = new WrittenContext();
        context.Timer.SetResult();

        await context.CreateTimer(TimeSpan.FromHours(5), CancellationToken.None);

        Assert.Equal("timer 5 h", Assert.Single(context.Calls));
        Assert.Equal(("", -1, 0), (context.Version, context.CompareVersionTo("1.0"), context.Properties.Count));
    }

    [Fact]
    [Holds(Rule.Surface)]
    [Covers(typeof(TaskOrchestrationContext), "LoggerFactory")]
    public void Loggers_come_from_the_contexts_factory()
    {
        using var logs = new CollectedLogs();
        var context = new WrittenContext { Loggers = logs };

        context.CreateReplaySafeLogger("x").LogInformation("said");
        context.ReplaySafeLoggerFactory.CreateLogger("x").LogInformation("said");

        Assert.Equal(["said", "said"], logs.Lines);
    }

    [Fact]
    [Holds(Rule.Surface)]
    [Covers(typeof(ITaskActivity), "get_InputType", "get_OutputType", "RunAsync")]
    [Covers(typeof(ITaskOrchestrator), "get_InputType", "get_OutputType", "RunAsync")]
    public async Task Functions_become_tasks_that_know_their_types()
    {
        ITaskActivity activity = FuncTaskActivity.Create<int, string>((context, number) => Task.FromResult($"{context.Name}{number}{context.Version}"));
        ITaskOrchestrator orchestrator = FuncTaskOrchestrator.Create<string, int>((_, text) => Task.FromResult(text.Length));

        Assert.Equal((typeof(int), typeof(string)), (activity.InputType, activity.OutputType));
        Assert.Equal((typeof(string), typeof(int)), (orchestrator.InputType, orchestrator.OutputType));
        Assert.Equal("A7", await activity.RunAsync(new WrittenActivityContext(), 7));
        Assert.Equal(5, await orchestrator.RunAsync(new WrittenContext(), "seven"));
        await Assert.ThrowsAsync<ArgumentException>(() => activity.RunAsync(new WrittenActivityContext(), "seven"));
    }

    [Fact]
    [Holds(Rule.Registration)]
    public void What_is_registered_twice_or_without_a_name_is_refused()
    {
        var tasks = new DurableTaskRegistry().AddActivityFunc("A", _ => { }).AddOrchestratorFunc("O", _ => { });

        Assert.Throws<ArgumentException>(() => tasks.AddActivityFunc("a", _ => { }));
        Assert.Throws<ArgumentException>(() => tasks.AddOrchestratorFunc("o", _ => { }));
        Assert.Throws<ArgumentException>(() => tasks.AddOrchestratorFunc("", _ => { }));
        Assert.Throws<ArgumentException>(() => tasks.AddActivity("T", typeof(string)));
        tasks.AddOrchestratorFunc<int, int>("O", "2.0", (_, number) => Task.FromResult(number));
    }

    [Fact]
    [Holds(Rule.Registration)]
    public void A_class_says_its_name_and_its_version()
    {
        var attribute = new DurableTaskAttribute("greet") { Version = "1.0" };

        Assert.Equal(("greet", "1.0"), (attribute.Name.Name, attribute.Version));
        Assert.Equal(default, new DurableTaskAttribute().Name);
    }

    [Fact]
    [Holds(Rule.Surface, Rule.Queries)]
    public async Task Pages_are_fetched_until_there_is_no_token()
    {
        var numbers = Pageable.Create<int>((token, _) => Task.FromResult(
            token is null ? new Page<int>([1, 2], "more") : new Page<int>([3])));
        var sized = Pageable.Create<int>((token, size, _) => Task.FromResult(new Page<int>([size ?? 0, token is null ? 0 : 1])));

        var all = new List<int>();
        await foreach (var number in numbers) all.Add(number);
        Assert.Equal([1, 2, 3], all);
        await foreach (var page in numbers.AsPages("more")) Assert.Equal((3, null), (Assert.Single(page.Values), page.ContinuationToken));
        await foreach (var page in sized.AsPages("token", 9)) Assert.Equal([9, 1], page.Values);
        await using var values = new Counted().GetAsyncEnumerator(CancellationToken.None);
        Assert.True(await values.MoveNextAsync() && values.Current == 1);
    }

    [Fact]
    [Holds(Rule.Surface)]
    public async Task A_client_that_derives_from_the_base_needs_the_abstract_members_only()
    {
        await using var client = new BareClient();
        IOrchestrationSubmitter submitter = client;

        Assert.Equal("bare", client.Name);
        Assert.Equal("O", await submitter.ScheduleNewOrchestrationInstanceAsync("O"));
        await Assert.ThrowsAsync<NotSupportedException>(() => client.PurgeInstanceAsync("it"));
        await Assert.ThrowsAsync<NotSupportedException>(() => client.PurgeAllInstancesAsync(new PurgeInstancesFilter()));
        await Assert.ThrowsAsync<NotSupportedException>(() => client.RestartAsync("it"));
        await Assert.ThrowsAsync<NotSupportedException>(() => client.RewindInstanceAsync("it", "why"));
        await Assert.ThrowsAsync<NotSupportedException>(() => client.ListInstanceIdsAsync());
        await Assert.ThrowsAsync<NotSupportedException>(() => client.TerminateInstanceAsync("it"));
    }

    private sealed class WrittenActivityContext : TaskActivityContext
    {
        public override TaskName Name => "A";

        public override string InstanceId => "it";
    }

    private sealed class Counted : AsyncPageable<int>
    {
        public override async IAsyncEnumerable<Page<int>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
        {
            await Task.CompletedTask;
            yield return new Page<int>([1]);
        }
    }

    private sealed class BareClient() : DurableTaskClient("bare")
    {
        public override Task<string> ScheduleNewOrchestrationInstanceAsync(
            TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default) =>
            Task.FromResult(orchestratorName.Name);

        public override Task RaiseEventAsync(
            string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default) => Task.CompletedTask;

        public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
            string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) => throw new NotSupportedException();

        public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
            string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) => throw new NotSupportedException();

        public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) => Task.CompletedTask;

        public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) => Task.CompletedTask;

        public override Task<OrchestrationMetadata?> GetInstancesAsync(
            string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) => Task.FromResult<OrchestrationMetadata?>(null);

        public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) => throw new NotSupportedException();

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
