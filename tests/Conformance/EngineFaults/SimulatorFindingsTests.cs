using LocalDiplomacy.DurableTaskContract;
using LocalDiplomacy.DurableTaskEngine.History;
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
    public void What_an_activity_failed_with_before_a_rewind_does_not_fail_its_instance_again() => World.Run(seed: 1, async world =>
    {
        var (runs, both, late, mended) = (0, new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        var one = await world.StartHostAsync(Register);
        await one.Client.ScheduleNewOrchestrationInstanceAsync("Stumbling", new StartOrchestrationOptions("it"));
        await world.Pause(TimeSpan.FromSeconds(1));
        // Takes the first one for dead, and runs the activity too.
        await world.StartHostAsync(Register);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await world.EndOfAsync(one, "it")).RuntimeStatus);

        await one.Client.RewindInstanceAsync("it", "mended");
        await world.Pause(TimeSpan.FromSeconds(1));
        late.SetResult();
        await world.Pause(TimeSpan.FromMinutes(1));
        mended.SetResult();

        Assert.Equal(7, (await world.EndOfAsync(one, "it")).ReadOutputAs<int>());
        Assert.Equal(3, runs);

        void Register(DurableTaskRegistry tasks, Func<SimulatedHost> host) => tasks
            .AddOrchestratorFunc("Stumbling", context => context.CallActivityAsync<int>("Stumble"))
            .AddActivityFunc("Stumble", async Task<int> (_) =>
            {
                var run = ++runs;
                if (run == 2) both.SetResult();
                await (run switch { 1 => both.Task, 2 => late.Task, _ => mended.Task });
                return run > 2 ? 7 : throw new IOException("There is a stone.");
            });
    });

    [Fact]
    public async Task Activities_whose_rows_a_split_turn_left_over_are_not_run_again()
    {
        const int Wide = 250;
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
        await hub.Host.DisposeAsync();
        var done = (await hub.Store.LoadAsync(id, CancellationToken.None))!.History.Count(happened => happened.Kind == HistoryKind.TaskCompleted);
        await hub.StartHostAsync();
        await hub.StatusAsync(id, now => now.SerializedCustomStatus is not null);
        await hub.Client.RaiseEventAsync(id, "Go", 7);

        Assert.Equal(7, (await hub.CompletionAsync(id)).ReadOutputAs<int>());
        Assert.InRange(done, 100, Wide);
        Assert.Equal(Wide + (Wide - done), runs);
    }

    [Fact]
    public void A_task_that_two_hosts_ran_has_one_result_though_its_instance_was_suspended() => World.Run(seed: 1, async world =>
    {
        var (runs, release) = (0, new TaskCompletionSource());
        var one = await world.StartHostAsync(Register);
        await one.Client.ScheduleNewOrchestrationInstanceAsync("Calling", new StartOrchestrationOptions("it"));
        await world.Pause(TimeSpan.FromSeconds(1));
        await world.StartHostAsync(Register);
        await world.Pause(TimeSpan.FromSeconds(1));
        await one.Client.SuspendInstanceAsync("it");
        await world.Pause(TimeSpan.FromSeconds(1));

        release.SetResult();
        await world.Pause(TimeSpan.FromMinutes(1));
        await one.Client.ResumeInstanceAsync("it");

        Assert.Equal(7, (await world.EndOfAsync(one, "it")).ReadOutputAs<int>());
        Assert.Equal(2, runs);
        var history = (await one.Host.ExportHistoryAsync("it", CancellationToken.None))!;
        Assert.Single(history.Events, happened => happened.Kind == "TaskCompleted");

        void Register(DurableTaskRegistry tasks, Func<SimulatedHost> host) => tasks
            .AddOrchestratorFunc("Calling", context => context.CallActivityAsync<int>("Long"))
            .AddActivityFunc("Long", async Task<int> (_) =>
            {
                runs++;
                await release.Task;
                return 7;
            });
    });

    /// <summary>The other one has let the instance go, and has put the index up: what the first one remembers of it does not hold any more.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(35)]
    [InlineData(40)]
    [InlineData(60)]
    public void An_event_that_a_host_acknowledged_just_before_it_ended_is_in_the_index_for_the_other(int seconds)
    {
        for (var seed = 1; seed <= 10; seed++)
        {
            World.Run(seed, async world =>
            {
                var doomed = await world.StartHostAsync(
                    Listening, options => (options.TakesOverAtStart, options.KeepIdleInstancesFor) = (false, TimeSpan.FromMinutes(10)));
                var other = await world.StartHostAsync(Listening, options => options.TakesOverAtStart = false);
                await doomed.Client.ScheduleNewOrchestrationInstanceAsync("Listener", new StartOrchestrationOptions("it"));
                await world.Pause(TimeSpan.FromSeconds(seconds));
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
