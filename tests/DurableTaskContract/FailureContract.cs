using System.Collections.Concurrent;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using TimerCreatedEvent = DurableTask.Core.History.TimerCreatedEvent;

namespace LocalDiplomacy.DurableTaskContract;

public abstract class FailureContract(IEngines engines) : Contract(engines)
{
    [Fact]
    [Holds(Rule.ActivityFailure)]
    public async Task A_failed_activity_arrives_as_a_task_failure_with_its_details()
    {
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Catcher", async context =>
            {
                try
                {
                    await context.CallActivityAsync("Bad");
                    return null;
                }
                catch (TaskFailedException failed)
                {
                    return new[]
                    {
                        failed.Message, failed.TaskName, failed.FailureDetails.ErrorType, failed.FailureDetails.ErrorMessage,
                        failed.FailureDetails.InnerFailure!.ErrorType, failed.InnerException?.ToString() ?? "none",
                        failed.FailureDetails.IsCausedBy<ArithmeticException>().ToString(),
                        (failed.FailureDetails.StackTrace?.Length > 0).ToString(),
                    };
                }
            })
            .AddActivityFunc("Bad", Bad));

        var seen = (await hub.RunAsync("Catcher")).ReadOutputAs<string[]>()!;

        Assert.Equal(
            [
                "Task 'Bad' (#0) failed with an unhandled exception: by zero", "Bad", "System.DivideByZeroException", "by zero",
                "System.IO.IOException", "none", "True", "True",
            ],
            seen);
    }

    [Fact]
    [Holds(Rule.ActivityFailure)]
    public async Task An_uncaught_failure_fails_the_instance_with_the_chain()
    {
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Careless", async context => await context.CallActivityAsync("Bad"))
            .AddActivityFunc("Bad", Bad));

        var done = await hub.RunAsync("Careless");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, done.RuntimeStatus);
        Assert.True(done.FailureDetails!.IsCausedBy<TaskFailedException>());
        Assert.Equal("System.DivideByZeroException", done.FailureDetails.InnerFailure!.ErrorType);
    }

    [Fact]
    [Holds(Rule.ActivityFailure, Rule.Retries)]
    public async Task An_unknown_activity_fails_and_is_not_retried()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc("Lost", async context =>
        {
            var retry = TaskOptions.FromRetryPolicy(new RetryPolicy(5, TimeSpan.FromDays(1)));
            try
            {
                await context.CallActivityAsync("Nobody", null, retry);
                return "ran";
            }
            catch (TaskFailedException failed)
            {
                return failed.FailureDetails.ErrorType;
            }
        }));

        Assert.Equal("ActivityTaskNotFound", (await hub.RunAsync("Lost")).ReadOutputAs<string>());
    }

    [Fact]
    [Holds(Rule.ActivityFailure)]
    public async Task An_unknown_orchestrator_fails()
    {
        await using var hub = await StartAsync(_ => { });

        var done = await hub.RunAsync("Nobody");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, done.RuntimeStatus);
        Assert.Equal("OrchestratorTaskNotFound", done.FailureDetails!.ErrorType);
    }

    [Theory]
    [Holds(Rule.Retries)]
    [InlineData(4, 4, true)]
    [InlineData(3, 4, false)]
    public async Task A_policy_tries_so_often_and_no_more(int attempts, int succeedsAt, bool succeeds)
    {
        var tries = 0;
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Retrier", async context => await context.CallActivityAsync<int>(
                "Flaky", null, TaskOptions.FromRetryPolicy(new RetryPolicy(attempts, TimeSpan.FromMilliseconds(5), 2))))
            .AddActivityFunc("Flaky", _ => Interlocked.Increment(ref tries) < succeedsAt ? throw new IOException("flaky") : tries));

        var done = await hub.RunAsync("Retrier");

        Assert.Equal(succeeds ? OrchestrationRuntimeStatus.Completed : OrchestrationRuntimeStatus.Failed, done.RuntimeStatus);
        Assert.Equal(attempts, tries);
    }

    [Fact]
    [Holds(Rule.Retries)]
    public async Task A_policy_waits_longer_each_time_up_to_its_cap_and_its_time_out()
    {
        var clock = new ManualTime();
        var tries = new ConcurrentQueue<DateTimeOffset>();
        var policy = new RetryPolicy(100, TimeSpan.FromSeconds(10), 3, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(150));
        await using var hub = await StartAsync(
            tasks => tasks
                .AddOrchestratorFunc("Retrier", async context => await context.CallActivityAsync("Bad", null, TaskOptions.FromRetryPolicy(policy)))
                .AddActivityFunc("Bad", _ =>
                {
                    tries.Enqueue(clock.GetUtcNow());
                    throw new IOException("still");
                }),
            options => options.Time = clock);
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Retrier");

        foreach (var (index, pause) in new[] { 10, 30, 60, 60 }.Index())
        {
            // The pause is on record: from then on the clock may go on.
            await Patience.Until(async () => (await hub.Client.GetOrchestrationHistoryAsync(id)).OfType<TimerCreatedEvent>().Count() == index + 1);
            var before = tries.Count;
            clock.Advance(TimeSpan.FromSeconds(pause - 1));
            clock.Advance(TimeSpan.FromSeconds(1));
            await Patience.Until(() => tries.Count > before);
        }

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await hub.CompletionAsync(id)).RuntimeStatus);
        DateTimeOffset[] at = [.. tries];
        Assert.Equal([10, 30, 60, 60], at.Zip(at.Skip(1), (earlier, later) => (later - earlier).TotalSeconds));
    }

    [Fact]
    [Holds(Rule.Retries)]
    public async Task A_handler_counts_from_one_and_decides()
    {
        await using var hub = await StartAsync(
            tasks => tasks
                .AddOrchestratorFunc("Handled", async context =>
                {
                    var last = 0;
                    var options = TaskOptions.FromRetryHandler(retry =>
                    {
                        last = retry.LastAttemptNumber;
                        return retry.LastFailure.IsCausedBy<IOException>() && retry.LastAttemptNumber < 3;
                    });
                    await Assert.ThrowsAsync<TaskFailedException>(() => context.CallActivityAsync("Bad", null, options));
                    return last;
                })
                .AddActivityFunc("Bad", _ => throw new IOException("no")),
            options => options.ReplaysEachTurn = true);

        Assert.Equal(3, (await hub.RunAsync("Handled")).ReadOutputAs<int>());
    }

    [Fact]
    [Holds(Rule.Retries)]
    public async Task A_policy_passes_over_failures_that_it_does_not_handle()
    {
        var tries = 0;
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Choosy", async context => await context.CallActivityAsync(
                "Bad",
                null,
                TaskOptions.FromRetryPolicy(new RetryPolicy(9, TimeSpan.FromMilliseconds(1))
                {
                    HandleFailure = failure => failure.IsCausedBy<IOException>(),
                })))
            .AddActivityFunc("Bad", _ => Interlocked.Increment(ref tries) < 3 ? throw new IOException("try") : throw new FormatException("stop")));

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await hub.RunAsync("Choosy")).RuntimeStatus);
        Assert.Equal(3, tries);
    }

    [Fact]
    [Holds(Rule.CustomStatus)]
    public async Task A_custom_status_takes_sixteen_kibibytes()
    {
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc<int>("Status", (context, length) =>
            context.SetCustomStatus(new string('x', length))));

        Assert.Equal(8000, (await hub.RunAsync("Status", 8000)).ReadCustomStatusAs<string>()!.Length);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await hub.RunAsync("Status", 9000)).RuntimeStatus);
    }

    [Fact]
    [Holds(Rule.PolymorphicPayloads)]
    public async Task A_polymorphic_value_sent_as_itself_loses_its_discriminator()
    {
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Sender", async context => new[]
            {
                await context.CallActivityAsync<string>("Raw", new Animal.Cat("Mia")),
                await context.CallActivityAsync<string>("Raw", new Cage(new Animal.Cat("Mia"))),
            })
            .AddActivityFunc<System.Text.Json.JsonElement, string>("Raw", (_, json) => json.GetRawText()));

        var sent = (await hub.RunAsync("Sender")).ReadOutputAs<string[]>()!;

        Assert.DoesNotContain("$type", sent[0], StringComparison.Ordinal);
        Assert.Contains("\"$type\":\"cat\"", sent[1], StringComparison.Ordinal);
    }

    private static void Bad(TaskActivityContext context) => throw new DivideByZeroException("by zero", new IOException("deeper"));

    [System.Text.Json.Serialization.JsonPolymorphic]
    [System.Text.Json.Serialization.JsonDerivedType(typeof(Cat), "cat")]
    private abstract record Animal
    {
        internal sealed record Cat(string Name) : Animal;
    }

    private sealed record Cage(Animal Inside);
}
