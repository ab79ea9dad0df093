using System.Collections.Concurrent;
using LocalDiplomacy.DurableTaskContract;
using LocalDiplomacy.DurableTaskEngine;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Conformance.Tests.EngineFaults;

public sealed class RecoveryTests
{
    [Fact]
    public async Task An_activity_that_a_crash_cut_off_runs_again()
    {
        var starts = 0;
        var begun = new TaskCompletionSource();
        await using var hub = await HubFixture.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Worker", async context => await context.CallActivityAsync<string>("Work"))
            .AddActivityFunc("Work", async _ =>
            {
                if (Interlocked.Increment(ref starts) > 1) return "second try";
                begun.SetResult();
                await Task.Delay(Timeout.Infinite);
                return "first try";
            }));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Worker");
        await begun.Task.InTime();

        await hub.CrashAndRestartAsync();

        Assert.Equal("second try", (await hub.CompletionAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task An_activity_that_keeps_ending_its_process_is_given_up_and_shown()
    {
        using var logs = new CollectedLogs();
        var starts = 0;
        await using var hub = await HubFixture.StartAsync(
            tasks => tasks
                .AddOrchestratorFunc("Worker", async context => await context.CallActivityAsync(
                    "Poison", null, TaskOptions.FromRetryPolicy(new RetryPolicy(5, TimeSpan.FromMilliseconds(1)))))
                .AddActivityFunc("Poison", async _ =>
                {
                    Interlocked.Increment(ref starts);
                    await Task.Delay(Timeout.Infinite);
                }),
            options => options.MaximumActivityStarts = 3,
            logs);
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Worker");

        for (var crash = 1; crash <= 3; crash++)
        {
            var expected = crash;
            await Patience.Until(() => Volatile.Read(ref starts) >= expected);
            await hub.CrashAndRestartAsync();
        }

        var done = await hub.CompletionAsync(id);
        Assert.Equal("PoisonedActivity", done.FailureDetails!.InnerFailure!.ErrorType);
        Assert.Equal(3, starts);
        Assert.Contains(logs.Lines, line => line.Contains("given up", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_orderly_stop_does_not_count_as_an_end_of_the_process()
    {
        var starts = 0;
        await using var hub = await HubFixture.StartAsync(
            tasks => tasks
                .AddOrchestratorFunc("Worker", async context => await context.CallActivityAsync("Long"))
                .AddActivityFunc("Long", async _ =>
                {
                    if (Interlocked.Increment(ref starts) < 5) await Task.Delay(Timeout.Infinite);
                }),
            options => (options.MaximumActivityStarts, options.ShutdownGrace) = (2, TimeSpan.FromMilliseconds(20)));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Worker");

        for (var stop = 1; stop <= 4; stop++)
        {
            var expected = stop;
            await Patience.Until(() => Volatile.Read(ref starts) >= expected);
            await hub.StopAndRestartAsync();
        }

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await hub.CompletionAsync(id)).RuntimeStatus);
    }

    [Fact]
    public async Task A_stop_lets_running_activities_end()
    {
        var (begun, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        var runs = 0;
        await using var hub = await HubFixture.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Worker", async context => await context.CallActivityAsync<int>("Work"))
            .AddActivityFunc("Work", async _ =>
            {
                begun.TrySetResult();
                await release.Task;
                return Interlocked.Increment(ref runs);
            }));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Worker");
        await begun.Task.InTime();

        var stop = hub.Host.StopAsync(CancellationToken.None);
        release.SetResult();
        await stop.InTime();
        await hub.StartHostAsync();

        Assert.Equal(1, (await hub.CompletionAsync(id)).ReadOutputAs<int>());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Crashes_at_any_moment_lose_nothing_and_apply_nothing_twice(int seed)
    {
        const int Instances = 12;
        var random = new Random(seed);
        await using var hub = await HubFixture.StartAsync(
            Journey,
            options =>
            {
                options.KeepIdleInstancesFor = seed % 2 == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(30);
                // The crashes come faster than a busy machine runs an activity: none of them is at fault.
                options.MaximumActivityStarts = 1000;
            });
        var ids = new List<string>();
        for (var number = 0; number < Instances; number++)
            ids.Add(await hub.Client.ScheduleNewOrchestrationInstanceAsync("Journey", 0, new StartOrchestrationOptions($"journey-{number}")));

        for (var crash = 0; crash < 15; crash++)
        {
            await Task.Delay(random.Next(1, 60));
            await hub.CrashAndRestartAsync();
        }

        foreach (var id in ids)
        {
            var done = await hub.CompletionAsync(id);
            Assert.Equal(("", "0,1,2,3|20|5"), (done.FailureDetails?.ToString() + done.FailureDetails?.InnerFailure, done.ReadOutputAs<string>()));
        }
    }

    [Fact]
    public async Task A_turn_that_fits_no_transaction_is_split_and_survives_crashes()
    {
        var runs = new ConcurrentDictionary<int, int>();
        await using var hub = await HubFixture.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Wide", async context =>
            {
                var all = await Task.WhenAll(Enumerable.Range(0, 350).Select(number => context.CallActivityAsync<int>("Count", number)));
                return all.Sum();
            })
            .AddActivityFunc<int, int>("Count", (_, number) =>
            {
                runs.AddOrUpdate(number, 1, (_, count) => count + 1);
                return number;
            }));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Wide");
        var random = new Random(5);
        for (var crash = 0; crash < 6; crash++)
        {
            await Task.Delay(random.Next(1, 40));
            await hub.CrashAndRestartAsync();
        }

        Assert.Equal(350 * 349 / 2, (await hub.CompletionAsync(id)).ReadOutputAs<int>());
        Assert.Equal(350, runs.Count);
    }

    [Fact]
    public async Task Work_that_another_process_left_is_found_by_the_sweep()
    {
        await using var hub = await HubFixture.StartAsync(Journey, options => options.SweepEvery = TimeSpan.FromMilliseconds(100));
        var first = hub.Host;
        var onlyClient = hub.AddHost();

        var id = await onlyClient.Client.ScheduleNewOrchestrationInstanceAsync("Letter");
        await hub.StatusAsync(id, now => now.IsRunning);
        await onlyClient.Client.RaiseEventAsync(id, "Letter", "from elsewhere");

        Assert.Equal("from elsewhere", (await hub.CompletionAsync(id)).ReadOutputAs<string>());
        Assert.NotSame(first, onlyClient);
    }

    [Fact]
    public async Task Two_hosts_on_the_same_instances_commit_each_turn_once()
    {
        await using var hub = await HubFixture.StartAsync(Journey, options =>
        {
            options.SweepEvery = TimeSpan.FromMilliseconds(20);
            options.TakesOverAtStart = false;
        });
        await hub.StartHostAsync();
        var ids = new List<string>();
        for (var number = 0; number < 20; number++) ids.Add(await hub.Client.ScheduleNewOrchestrationInstanceAsync("Journey", 0));

        foreach (var id in ids)
        {
            var done = await hub.CompletionAsync(id);
            Assert.Equal(("", "0,1,2,3|20|5"), (done.FailureDetails?.ToString() + done.FailureDetails?.InnerFailure, done.ReadOutputAs<string>()));
        }
    }

    [Fact]
    public async Task Acknowledged_events_survive_crashes_in_their_order()
    {
        const int Events = 30;
        await using var hub = await HubFixture.StartAsync(tasks => tasks
            .AddOrchestratorFunc<List<int>, List<int>>("Collector", async (context, seen) =>
            {
                seen ??= [];
                var rounds = 0;
                while (seen.Count < Events && rounds++ < 7) seen.Add(await context.WaitForExternalEvent<int>("Number"));
                if (seen.Count < Events) context.ContinueAsNew(seen);
                return seen;
            }));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Collector");
        var random = new Random(11);
        for (var number = 0; number < Events; number++)
        {
            await hub.Client.RaiseEventAsync(id, "Number", number);
            if (random.Next(3) == 0) await hub.CrashAndRestartAsync();
        }

        Assert.Equal(Enumerable.Range(0, Events), (await hub.CompletionAsync(id)).ReadOutputAs<int[]>()!);
    }

    /// <summary>Activities in a row, a fan-out, children, timers, messages and a continuation in one.</summary>
    private static void Journey(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc<int, string>("Journey", async (context, round) =>
        {
            var steps = new List<int>();
            for (var step = 0; step < 4; step++) steps.Add(await context.CallActivityAsync<int>("Step", step));
            var fan = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => context.CallActivityAsync<int>("Step", 1)));
            await context.CreateTimer(TimeSpan.FromMilliseconds(5), CancellationToken.None);
            var child = await context.CallSubOrchestratorAsync<int>("Child", 5);
            var letter = context.NewGuid().ToString("N");
            var answer = context.CallSubOrchestratorAsync<string>("Letter", new SubOrchestrationOptions(instanceId: letter));
            await context.CallSubOrchestratorAsync("Writer", letter);
            if (await answer != "hello") throw new InvalidOperationException("The letter did not arrive.");
            if (round < 2) context.ContinueAsNew(round + 1);
            return $"{string.Join(',', steps)}|{fan.Sum()}|{child}";
        })
        .AddOrchestratorFunc<int, int>("Child", async (context, number) => await context.CallActivityAsync<int>("Step", number))
        .AddOrchestratorFunc("Letter", async context => await context.WaitForExternalEvent<string>("Letter"))
        .AddOrchestratorFunc<string>("Writer", async (context, to) =>
        {
            await context.CreateTimer(TimeSpan.FromMilliseconds(20), CancellationToken.None);
            context.SendEvent(to, "Letter", "hello");
        })
        .AddActivityFunc<int, int>("Step", (_, number) => number);
}
