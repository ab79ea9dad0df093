
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Worker;

namespace LocalDiplomacy.DurableTaskContract;

public abstract class VersionContract(IEngines engines) : Contract(engines)
{
    [Fact]
    [Holds(Rule.Versions)]
    public async Task A_worker_leaves_newer_instances_to_newer_workers()
    {
        await using var hub = await StartAsync(Tasks, options => Runs("1.9")(options.Worker));
        var newer = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Versioned", new StartOrchestrationOptions { Version = "1.10" });
        var older = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Versioned", new StartOrchestrationOptions { Version = "1.2" });

        Assert.Equal("1.2:old", (await hub.CompletionAsync(older)).ReadOutputAs<string>());
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await hub.Client.GetInstanceAsync(newer))!.RuntimeStatus);

        await hub.StartWorkerAsync(worker: Runs("2.0"));
        Assert.Equal("1.10:new", (await hub.CompletionAsync(newer)).ReadOutputAs<string>());
    }

    [Fact]
    [Holds(Rule.Versions)]
    public async Task A_worker_can_fail_what_it_does_not_match()
    {
        await using var hub = await StartAsync(
            Tasks, options => Runs("1.0", DurableTaskWorkerOptions.VersionFailureStrategy.Fail)(options.Worker));

        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Versioned", new StartOrchestrationOptions { Version = "3.0" });

        var done = await hub.CompletionAsync(id);
        Assert.Equal((OrchestrationRuntimeStatus.Failed, "VersionMismatch"), (done.RuntimeStatus, done.FailureDetails!.ErrorType));
    }

    private static Action<DurableTaskWorkerOptions> Runs(
        string version, DurableTaskWorkerOptions.VersionFailureStrategy otherwise = DurableTaskWorkerOptions.VersionFailureStrategy.Reject) =>
        worker => worker.Versioning = new DurableTaskWorkerOptions.VersioningOptions
        {
            Version = version,
            MatchStrategy = DurableTaskWorkerOptions.VersionMatchStrategy.CurrentOrOlder,
            FailureStrategy = otherwise,
        };

    private static void Tasks(DurableTaskRegistry tasks) => tasks.AddOrchestratorFunc("Versioned", context =>
        $"{context.Version}:{(context.CompareVersionTo("1.5") < 0 ? "old" : "new")}");
}
