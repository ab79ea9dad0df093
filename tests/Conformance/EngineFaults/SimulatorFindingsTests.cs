using LocalDiplomacy.DurableTaskContract;
using LocalDiplomacy.Simulation;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Conformance.Tests.EngineFaults;

/// <summary>What runs drawn from seeds have found in the engine, each by its name and without chance. Seeds draw other runs as soon as
/// the simulator changes; these stay.</summary>
public sealed class SimulatorFindingsTests
{
    [Fact]
    public async Task A_rewind_that_is_cut_off_after_the_parents_turn_still_reaches_the_failed_child()
    {
        var isMended = false;
        await using var hub = await HubFixture.StartAsync(
            tasks => tasks
                .AddOrchestratorFunc("Parent", context => context.CallSubOrchestratorAsync<int>("Child"))
                .AddOrchestratorFunc("Child", context => context.CallActivityAsync<int>("Stumble"))
                .AddActivityFunc("Stumble", int (_) => Volatile.Read(ref isMended) ? 7 : throw new IOException("There is a stone.")),
            options => options.SweepEvery = TimeSpan.FromMilliseconds(200));
        await hub.Client.ScheduleNewOrchestrationInstanceAsync("Parent", new StartOrchestrationOptions("it"));
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await hub.CompletionAsync("it")).RuntimeStatus);
        var other = hub.Client;
        Volatile.Write(ref isMended, true);

        var faults = new Faults(1, 0);
        faults.AfterNextTransaction = () => faults.Away = true;
        hub.Faults = faults;
        await Record.ExceptionAsync(() => hub.AddHost().Client.RewindInstanceAsync("it", "mended"));

        Assert.True(faults.Away, "the rewind was not cut off");
        await Patience.Until(async () => (await other.GetInstanceAsync("it", true))!.RuntimeStatus == OrchestrationRuntimeStatus.Completed);
        Assert.Equal(7, (await other.GetInstanceAsync("it", true))!.ReadOutputAs<int>());
    }

    [Fact]
    public async Task What_an_activity_failed_with_before_a_rewind_does_not_fail_its_instance_again()
    {
        var (runs, both, late, mended) = (0, new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        await using var hub = await HubFixture.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Stumbling", context => context.CallActivityAsync<int>("Stumble"))
            .AddActivityFunc("Stumble", async Task<int> (_) =>
            {
                var run = Interlocked.Increment(ref runs);
                if (run == 2) both.SetResult();
                await (run switch { 1 => both.Task, 2 => late.Task, _ => mended.Task });
                return run > 2 ? 7 : throw new IOException("There is a stone.");
            }));
        var one = hub.Client;
        var id = await one.ScheduleNewOrchestrationInstanceAsync("Stumbling");
        await Patience.Until(() => Volatile.Read(ref runs) == 1);
        // Takes the first one for dead, and runs the activity too.
        await hub.StartHostAsync();
        var other = hub.Host;
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await one.WaitForInstanceCompletionAsync(id).InTime()).RuntimeStatus);

        await one.RewindInstanceAsync(id, "mended");
        await Patience.Until(() => Volatile.Read(ref runs) == 3);
        late.SetResult();
        await other.StopAsync(CancellationToken.None);
        mended.SetResult();

        Assert.Equal(7, (await one.WaitForInstanceCompletionAsync(id, true).InTime()).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Activities_whose_rows_a_split_turn_left_over_are_not_run_again()
    {
        const int Wide = 150;
        var (runs, ended, all) = (0, 0, new TaskCompletionSource());
        await using var hub = await HubFixture.StartAsync(
            tasks => tasks
                .AddOrchestratorFunc("Wide", async context =>
                {
                    await Task.WhenAll(Enumerable.Range(0, Wide).Select(_ => context.CallActivityAsync<int>("One")));
                    context.SetCustomStatus("waiting");
                    return await context.WaitForExternalEvent<int>("Go");
                })
                .AddActivityFunc("One", async Task<int> (_) =>
                {
                    if (Interlocked.Increment(ref runs) == Wide) all.SetResult();
                    await all.Task;
                    Interlocked.Increment(ref ended);
                    return 1;
                }),
            options => options.Worker.Concurrency.MaximumConcurrentActivityWorkItems = 2 * Wide);
        await hub.Host.DisposeAsync();
        var isCutOff = false;
        hub.Faults = new Faults(1, 0)
        {
            BeforeTransaction = async actions =>
            {
                // The first results wait for the others, so that one turn takes in more than a transaction can remove the rows of.
                if (Volatile.Read(ref ended) > 0) await Patience.Until(() => Volatile.Read(ref ended) == Wide);
                if (!actions.All(action => action.ActionType == Azure.Data.Tables.TableTransactionActionType.Delete && action.Entity.RowKey[0] == 'a')) return;
                isCutOff = true;
                throw new Azure.RequestFailedException(503, "The process is about to end.");
            },
        };
        await hub.StartHostAsync();
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Wide");
        await Patience.Until(() => Volatile.Read(ref isCutOff));

        hub.Faults = null;
        await hub.CrashAndRestartAsync();
        await hub.StatusAsync(id, now => now.SerializedCustomStatus is not null);
        await hub.Client.RaiseEventAsync(id, "Go", 7);

        Assert.Equal(7, (await hub.CompletionAsync(id)).ReadOutputAs<int>());
        Assert.Equal(Wide, runs);
    }

    [Fact]
    public async Task A_task_that_two_hosts_ran_has_one_result_though_its_instance_was_suspended()
    {
        var (runs, release) = (0, new TaskCompletionSource());
        await using var hub = await HubFixture.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Calling", context => context.CallActivityAsync<int>("Long"))
            .AddActivityFunc("Long", async Task<int> (_) =>
            {
                Interlocked.Increment(ref runs);
                await release.Task;
                return 7;
            }));
        var one = hub.Host;
        var id = await one.Client.ScheduleNewOrchestrationInstanceAsync("Calling");
        await Patience.Until(() => Volatile.Read(ref runs) == 1);
        await hub.StartHostAsync();
        await Patience.Until(() => Volatile.Read(ref runs) == 2);
        await one.Client.SuspendInstanceAsync(id);
        await hub.StatusAsync(id, now => now.RuntimeStatus == OrchestrationRuntimeStatus.Suspended);

        release.SetResult();
        await one.StopAsync(CancellationToken.None);
        await hub.Host.StopAsync(CancellationToken.None);
        await hub.StartHostAsync();
        await hub.Client.ResumeInstanceAsync(id);

        Assert.Equal(7, (await hub.CompletionAsync(id)).ReadOutputAs<int>());
        var history = (await hub.Host.ExportHistoryAsync(id, CancellationToken.None))!;
        Assert.Single(history.Events, happened => happened.Kind == "TaskCompleted");
    }

    /// <summary>Around the moment in which an instance leaves memory, after half a minute without work.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(29_990)]
    [InlineData(30_000)]
    [InlineData(30_001)]
    [InlineData(45_000)]
    public void An_event_that_a_host_acknowledged_just_before_it_ended_is_in_the_index_for_the_other(int milliseconds)
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            World.Run(seed, async world =>
            {
                var doomed = await world.StartHostAsync(Listening, options => options.TakesOverAtStart = false);
                var other = await world.StartHostAsync(Listening, options => options.TakesOverAtStart = false);
                await doomed.Client.ScheduleNewOrchestrationInstanceAsync("Listener", new StartOrchestrationOptions("it"));
                await world.Pause(TimeSpan.FromMilliseconds(milliseconds));
                await doomed.Client.RaiseEventAsync("it", "Go", 7);
                await doomed.EndAsync();

                Assert.Equal(7, (await world.EndOfAsync(other, "it")).ReadOutputAs<int>());
            });
        }

        static void Listening(DurableTaskRegistry tasks, Func<SimulatedHost> host) =>
            tasks.AddOrchestratorFunc("Listener", context => context.WaitForExternalEvent<int>("Go"));
    }

    [Fact]
    public async Task A_resumption_that_is_handed_over_finds_the_suspension_that_was_only_stored()
    {
        await using var hub = await HubFixture.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Listener", context => context.WaitForExternalEvent<int>("Go")));
        var owner = hub.Client;
        var id = await owner.ScheduleNewOrchestrationInstanceAsync("Listener");
        await owner.WaitForInstanceStartAsync(id);

        await hub.AddHost().Client.SuspendInstanceAsync(id);
        await owner.ResumeInstanceAsync(id);
        await owner.RaiseEventAsync(id, "Go", 7);

        Assert.Equal(7, (await owner.WaitForInstanceCompletionAsync(id, true).InTime()).ReadOutputAs<int>());
    }
}
