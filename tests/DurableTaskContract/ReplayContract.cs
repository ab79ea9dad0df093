using System.Collections.Concurrent;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.DurableTaskContract;

public abstract class ReplayContract(IEngines engines) : Contract(engines)
{
    [Fact]
    [Holds(Rule.Time, Rule.NewGuid)]
    public async Task Time_and_guids_are_the_same_on_replay()
    {
        var seen = new ConcurrentBag<(DateTime First, DateTime Second, Guid One, Guid Two)>();
        await using var hub = await StartAsync(
            tasks => tasks
                .AddOrchestratorFunc("Steady", async context =>
                {
                    var facts = (context.CurrentUtcDateTime, context.CurrentUtcDateTime, context.NewGuid(), context.NewGuid());
                    seen.Add(facts);
                    for (var round = 0; round < 3; round++) await context.CallActivityAsync("Nothing");
                })
                .AddActivityFunc("Nothing", _ => { }),
            options => options.ReplaysEachTurn = true);

        await hub.RunAsync("Steady");

        Assert.True(seen.Count >= 4, "Each turn replays when nothing is kept in memory.");
        var only = Assert.Single(seen.Distinct());
        Assert.Equal(only.First, only.Second);
        Assert.NotEqual(only.One, only.Two);
        Assert.Equal(5, only.One.Version);
        Assert.Equal(DateTimeKind.Utc, only.First.Kind);
    }

    [Fact]
    [Holds(Rule.Time)]
    public async Task Time_never_goes_back_between_turns()
    {
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Clock", async context =>
            {
                var times = new List<DateTime> { context.CurrentUtcDateTime };
                for (var round = 0; round < 3; round++)
                {
                    await context.CallActivityAsync("Nothing");
                    times.Add(context.CurrentUtcDateTime);
                }

                return times;
            })
            .AddActivityFunc("Nothing", _ => { }));

        var times = (await hub.RunAsync("Clock")).ReadOutputAs<DateTime[]>()!;

        Assert.Equal(times.Order(), times);
    }

    [Fact]
    [Holds(Rule.ReplayCheck)]
    public async Task Code_that_was_changed_under_an_instance_fails_it_as_non_deterministic()
    {
        await using var hub = await StartAsync(Calling("First"));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Changed");
        await hub.StatusAsync(id, now => now.SerializedCustomStatus is not null);

        await hub.RestartAsync(Calling("Second"));

        var done = await hub.CompletionAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, done.RuntimeStatus);
        Assert.Contains("NonDeterministic", done.FailureDetails!.ErrorType, StringComparison.Ordinal);
        Assert.Contains("'First'", done.FailureDetails.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    [Holds(Rule.ReplayCheck)]
    public async Task Names_may_differ_in_case_on_replay()
    {
        await using var hub = await StartAsync(Calling("First"));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Changed");
        await hub.StatusAsync(id, now => now.SerializedCustomStatus is not null);

        await hub.RestartAsync(Calling("FIRST"));
        await hub.Client.RaiseEventAsync(id, "Go");

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await hub.CompletionAsync(id)).RuntimeStatus);
    }

    [Fact]
    [Holds(Rule.ReplayCheck, Rule.Surface)]
    public async Task A_replay_safe_logger_says_a_line_once()
    {
        using var logs = new CollectedLogs();
        await using var hub = await StartAsync(
            tasks => tasks
                .AddOrchestratorFunc("Talker", async context =>
                {
                    var logger = context.CreateReplaySafeLogger("Talker");
#pragma warning disable CA2254
                    Microsoft.Extensions.Logging.LoggerExtensions.LogInformation(logger, "said at the start");
                    await context.CallActivityAsync("Nothing");
                    await context.CallActivityAsync("Nothing");
                    Microsoft.Extensions.Logging.LoggerExtensions.LogInformation(logger, "said at the end");
#pragma warning restore CA2254
                })
                .AddActivityFunc("Nothing", _ => { }),
            options => (options.ReplaysEachTurn, options.Loggers) = (true, logs));

        await hub.RunAsync("Talker");

        Assert.Single(logs.Lines, line => line == "said at the start");
        Assert.Single(logs.Lines, line => line == "said at the end");
    }

    [Theory]
    [Holds(Rule.IllegalAwait)]
    [InlineData("Delay")]
    [InlineData("OtherThread")]
    [InlineData("LeavesContext")]
    [InlineData("DelayBehindATimer")]
    public async Task Awaiting_what_is_not_durable_fails_the_instance(string kind)
    {
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Delay", async _ => await Task.Delay(20))
            .AddOrchestratorFunc("OtherThread", async context => await Task.Run(() => context.CallActivityAsync("Nothing")))
            .AddOrchestratorFunc("LeavesContext", async context =>
            {
                await Task.Delay(1).ConfigureAwait(false);
                await context.CallActivityAsync("Nothing");
            })
            .AddOrchestratorFunc("DelayBehindATimer", async context =>
            {
                _ = context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                await Task.Delay(20);
            })
            .AddActivityFunc("Nothing", _ => { }));

        var done = await hub.RunAsync(kind);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, done.RuntimeStatus);
        Assert.True(done.FailureDetails!.IsCausedBy<InvalidOperationException>());
    }

    private static Action<DurableTaskRegistry> Calling(string activity) => tasks => tasks
        .AddOrchestratorFunc("Changed", async context =>
        {
            await context.CallActivityAsync(activity);
            context.SetCustomStatus("called");
            await context.WaitForExternalEvent<object>("Go");
        })
        .AddActivityFunc(activity, _ => { });
}
