using System.Collections.Concurrent;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.DurableTaskContract;

/// <summary>Handlers and policies, for activities and for sub-orchestrations.</summary>
public abstract class RetryContract(IEngines engines) : Contract(engines)
{
    [Fact]
    [Holds(Rule.Retries)]
    public async Task A_handler_sees_the_orchestration_the_attempt_the_failure_and_the_time()
    {
        var clock = new ManualTime();
        var seen = new ConcurrentQueue<string>();
        await using var hub = await StartAsync(
            tasks => tasks
                .AddOrchestratorFunc("Handled", async context =>
                {
                    await Assert.ThrowsAsync<TaskFailedException>(() => context.CallActivityAsync("Bad", TaskOptions.FromRetryHandler(async retry =>
                    {
                        if (!context.IsReplaying)
                            seen.Enqueue($"{ReferenceEquals(retry.OrchestrationContext, context)} {retry.LastAttemptNumber} "
                                + $"{retry.LastFailure.ErrorMessage} {retry.TotalRetryTime.TotalMinutes} {retry.CancellationToken.CanBeCanceled}");
                        context.SetCustomStatus($"attempt {retry.LastAttemptNumber}");
                        await context.CreateTimer(TimeSpan.FromMinutes(10), CancellationToken.None);
                        return retry.LastAttemptNumber < 3;
                    })));
                })
                .AddActivityFunc("Bad", _ => throw new IOException("no")),
            options => options.Time = clock);
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Handled");

        for (var attempt = 1; attempt <= 3; attempt++)
        {
            await hub.SaysAsync(id, $"attempt {attempt}");
            clock.Advance(TimeSpan.FromMinutes(10));
        }

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await hub.CompletionAsync(id)).RuntimeStatus);
        Assert.Equal(["True 1 no 0 False", "True 2 no 10 False", "True 3 no 20 False"], seen);
    }

    [Fact]
    [Holds(Rule.Retries)]
    public async Task A_handler_has_no_pause_of_its_own()
    {
        var clock = new ManualTime();
        var tries = 0;
        await using var hub = await StartAsync(
            tasks => tasks
                .AddOrchestratorFunc("Handled", async context =>
                    await context.CallActivityAsync<int>("Flaky", TaskOptions.FromRetryHandler(_ => true)))
                .AddActivityFunc("Flaky", _ => Interlocked.Increment(ref tries) < 5 ? throw new IOException("no") : tries),
            options => options.Time = clock);

        // The clock stands: a pause would never end.
        Assert.Equal(5, await hub.ResultAsync<int>("Handled"));
    }

    [Fact]
    [Holds(Rule.Retries)]
    public async Task A_handler_is_not_asked_about_an_activity_that_does_not_exist()
    {
        var asked = 0;
        await using var hub = await StartAsync(tasks => tasks.AddOrchestratorFunc("Lost", async context =>
        {
            var failed = await Assert.ThrowsAsync<TaskFailedException>(() => context.CallActivityAsync(
                "Nobody", TaskOptions.FromRetryHandler(_ => Interlocked.Increment(ref asked) < 5)));
            return failed.FailureDetails.ErrorType;
        }));

        Assert.Equal("ActivityTaskNotFound", await hub.ResultAsync<string>("Lost"));
        Assert.Equal(0, asked);
    }

    [Fact]
    [Holds(Rule.Retries)]
    public async Task One_attempt_means_no_retry()
    {
        var tries = 0;
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Once", async context => await context.CallActivityAsync(
                "Bad", null, new TaskOptions(new RetryPolicy(1, TimeSpan.FromDays(1)))))
            .AddActivityFunc("Bad", _ =>
            {
                tries++;
                throw new IOException("once");
            }));

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await hub.RunAsync("Once")).RuntimeStatus);
        Assert.Equal(1, tries);
    }

    [Fact]
    [Holds(Rule.Retries)]
    public async Task What_succeeds_at_once_is_not_tried_again()
    {
        var tries = 0;
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Lucky", async context => await context.CallActivityAsync<int>(
                "Good", TaskOptions.FromRetryPolicy(new RetryPolicy(5, TimeSpan.FromDays(1)))))
            .AddActivityFunc("Good", _ => Interlocked.Increment(ref tries)));

        Assert.Equal(1, await hub.ResultAsync<int>("Lucky"));
    }

    [Theory]
    [Holds(Rule.Retries, Rule.SubOrchestration)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_child_is_retried_by_a_policy_and_by_a_handler(bool byPolicy)
    {
        var tries = 0;
        var retry = byPolicy
            ? TaskRetryOptions.FromRetryPolicy(new RetryPolicy(4, TimeSpan.FromMilliseconds(1)))
            : TaskRetryOptions.FromRetryHandler(context => context.LastAttemptNumber < 4);
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Parent", async context =>
                await context.CallSubOrchestratorAsync<int>("Child", new SubOrchestrationOptions(retry)))
            .AddOrchestratorFunc("Child", async context => await context.CallActivityAsync<int>("Flaky"))
            .AddActivityFunc("Flaky", _ => Interlocked.Increment(ref tries) < 4 ? throw new IOException("no") : tries));

        Assert.Equal(4, await hub.ResultAsync<int>("Parent"));
    }

    [Fact]
    [Holds(Rule.Retries)]
    public async Task The_pause_between_attempts_outlives_the_worker()
    {
        var clock = new ManualTime();
        var (tries, handled) = (0, 0);
        var policy = new RetryPolicy(2, TimeSpan.FromHours(1)) { HandleFailure = _ => Interlocked.Exchange(ref handled, 1) >= 0 };
        await using var hub = await StartAsync(
            tasks => tasks
                .AddOrchestratorFunc("Retrier", async context =>
                {
                    context.SetCustomStatus("called");
                    return await context.CallActivityAsync<string>("Flaky", TaskOptions.FromRetryPolicy(policy));
                })
                .AddActivityFunc("Flaky", _ => Interlocked.Increment(ref tries) == 1 ? throw new IOException("no") : "well"),
            options => options.Time = clock);
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Retrier");
        await Patience.Until(() => Volatile.Read(ref handled) == 1);

        await hub.RestartAsync();
        // Whatever was stored of the first attempt, one hour from its end the second is made.
        await Patience.Until(async () =>
        {
            clock.Advance(TimeSpan.FromMinutes(20));
            return (await hub.Client.GetInstanceAsync(id))!.IsCompleted;
        });

        Assert.Equal("well", (await hub.CompletionAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    [Holds(Rule.Retries)]
    public async Task Calls_that_are_retried_side_by_side_do_not_disturb_each_other()
    {
        var tries = new ConcurrentDictionary<int, int>();
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Wide", async context => await Task.WhenAll(Enumerable.Range(1, 5).Select(number =>
                context.CallActivityAsync<int>("Flaky", number, TaskOptions.FromRetryPolicy(new RetryPolicy(6, TimeSpan.FromMilliseconds(3)))))))
            .AddActivityFunc<int, int>("Flaky", (_, number) =>
                tries.AddOrUpdate(number, 1, (_, count) => count + 1) < number ? throw new IOException("no") : tries[number]));

        Assert.Equal([1, 2, 3, 4, 5], (await hub.ResultAsync<int[]>("Wide")).AsEnumerable());
    }
}
