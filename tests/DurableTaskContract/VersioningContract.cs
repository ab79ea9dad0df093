using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Worker;

namespace LocalDiplomacy.DurableTaskContract;

/// <summary>Versions of instances, of workers and of tasks.</summary>
public abstract class VersioningContract(IEngines engines) : Contract(engines)
{
    [Theory]
    [Holds(Rule.Versions)]
    [InlineData(DurableTaskWorkerOptions.VersionMatchStrategy.None, "9.0", true)]
    [InlineData(DurableTaskWorkerOptions.VersionMatchStrategy.Strict, "2.0", true)]
    [InlineData(DurableTaskWorkerOptions.VersionMatchStrategy.Strict, "1.9", false)]
    [InlineData(DurableTaskWorkerOptions.VersionMatchStrategy.Strict, "", false)]
    [InlineData(DurableTaskWorkerOptions.VersionMatchStrategy.CurrentOrOlder, "2.0", true)]
    [InlineData(DurableTaskWorkerOptions.VersionMatchStrategy.CurrentOrOlder, "1.10", true)]
    [InlineData(DurableTaskWorkerOptions.VersionMatchStrategy.CurrentOrOlder, "", true)]
    [InlineData(DurableTaskWorkerOptions.VersionMatchStrategy.CurrentOrOlder, "2.1", false)]
    [InlineData(DurableTaskWorkerOptions.VersionMatchStrategy.CurrentOrOlder, "10.0", false)]
    public async Task A_worker_runs_what_its_strategy_matches_and_fails_the_rest_if_told_to(
        DurableTaskWorkerOptions.VersionMatchStrategy strategy, string version, bool isRun)
    {
        await using var hub = await StartAsync(Tell, options => options.Worker.Versioning = new DurableTaskWorkerOptions.VersioningOptions
        {
            Version = "2.0",
            MatchStrategy = strategy,
            FailureStrategy = DurableTaskWorkerOptions.VersionFailureStrategy.Fail,
        });

        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Tell", new StartOrchestrationOptions { Version = version });

        var done = await hub.CompletionAsync(id);
        Assert.Equal(isRun ? OrchestrationRuntimeStatus.Completed : OrchestrationRuntimeStatus.Failed, done.RuntimeStatus);
        if (isRun) Assert.Equal(version, done.ReadOutputAs<string>());
        else Assert.Contains("ersion", done.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    [Holds(Rule.Versions)]
    public async Task What_is_rejected_waits_for_a_worker_that_matches_and_loses_no_event()
    {
        await using var hub = await StartAsync(
            tasks => tasks.AddOrchestratorFunc("Waiter", async context => $"{await context.WaitForExternalEvent<string>("E")}/{context.Version}"),
            options => options.Worker.Versioning = Current("1.0"));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Waiter", new StartOrchestrationOptions { Version = "2.0" });
        await hub.Client.RaiseEventAsync(id, "E", "kept");
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await hub.Client.GetInstanceAsync(id))!.RuntimeStatus);

        await hub.RestartAsync(worker: worker => worker.Versioning = Current("2.0"));

        Assert.Equal("kept/2.0", (await hub.CompletionAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    [Holds(Rule.Versions)]
    public async Task An_instance_keeps_its_version_under_a_newer_worker()
    {
        Action<DurableTaskRegistry> tasks = registry => registry.AddOrchestratorFunc("Old", async context =>
        {
            context.SetCustomStatus("waiting");
            await context.WaitForExternalEvent<object>("Go");
            return $"{context.Version}:{(context.CompareVersionTo("2.0") < 0 ? "old way" : "new way")}";
        });
        await using var hub = await StartAsync(tasks, options => options.Worker.Versioning = Current("1.0"));
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Old", new StartOrchestrationOptions { Version = "1.0" });
        await hub.SaysAsync(id, "waiting");

        await hub.RestartAsync(worker: worker => worker.Versioning = Current("2.0"));
        await hub.Client.RaiseEventAsync(id, "Go");

        Assert.Equal("1.0:old way", (await hub.CompletionAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    [Holds(Rule.Versions)]
    public async Task A_start_without_a_version_takes_the_default()
    {
        await using var hub = await StartAsync(Tell, options => options.Worker.Versioning = Current("1.0", "0.9"));

        Assert.Equal("0.9", await hub.ResultAsync<string>("Tell"));
    }

    [Fact]
    [Holds(Rule.Versions)]
    public async Task Without_any_versions_the_version_is_empty()
    {
        await using var hub = await StartAsync(Tell);

        Assert.Equal("", await hub.ResultAsync<string>("Tell"));
    }

    [Theory]
    [Holds(Rule.Versions, Rule.SubOrchestration)]
    [InlineData("3.0", "3.0")]
    [InlineData(null, "0.9")]
    public async Task A_child_has_the_version_of_its_call_or_the_default_but_not_its_parents(string? called, string expected)
    {
        await using var hub = await StartAsync(
            tasks =>
            {
                Tell(tasks);
                tasks.AddOrchestratorFunc("Parent", async context => await context.CallSubOrchestratorAsync<string>(
                    "Tell", new SubOrchestrationOptions { Version = called is null ? default(TaskVersion?) : new TaskVersion(called) }));
            },
            options => options.Worker.Versioning = new DurableTaskWorkerOptions.VersioningOptions { DefaultVersion = "0.9" });

        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Parent", new StartOrchestrationOptions { Version = "2.0" });

        Assert.Equal(expected, (await hub.CompletionAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    [Holds(Rule.Versions)]
    public async Task An_activity_has_the_version_of_its_call_or_its_orchestrations()
    {
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Caller", async context => new[]
            {
                await context.CallActivityAsync<string>("Tell"),
                await context.CallActivityAsync<string>("Tell", new TaskOptions { Version = "4.0" }),
                await context.CallActivityAsync<string>("Tell", new TaskOptions { Version = TaskVersion.Unversioned }),
            })
            .AddActivityFunc("Tell", context => context.Version));

        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Caller", new StartOrchestrationOptions { Version = "2.0" });

        Assert.Equal(["2.0", "4.0", ""], (await hub.CompletionAsync(id)).ReadOutputAs<string[]>()!.AsEnumerable());
    }

    [Fact]
    [Holds(Rule.Versions, Rule.Registration)]
    public async Task Of_several_registered_versions_the_one_that_was_asked_for_runs_and_no_other_stands_in()
    {
        await using var hub = await StartAsync(tasks => tasks
            .AddOrchestratorFunc<object?, string>("Many", "1.0", (_, _) => Task.FromResult("one"))
            .AddOrchestratorFunc<object?, string>("Many", "2.0", (_, _) => Task.FromResult("two"))
            .AddOrchestratorFunc("Many", _ => "unversioned"));

        Assert.Equal("one", (await OfAsync(hub, "1.0")).ReadOutputAs<string>());
        Assert.Equal("two", (await OfAsync(hub, "2.0")).ReadOutputAs<string>());
        Assert.Equal("unversioned", (await OfAsync(hub, "")).ReadOutputAs<string>());
        Assert.Equal("OrchestratorTaskNotFound", (await OfAsync(hub, "3.0")).FailureDetails!.ErrorType);

        static async Task<OrchestrationMetadata> OfAsync(Hub hub, string version) => await hub.CompletionAsync(
            await hub.Client.ScheduleNewOrchestrationInstanceAsync("Many", new StartOrchestrationOptions { Version = version }));
    }

    private static void Tell(DurableTaskRegistry tasks) => tasks.AddOrchestratorFunc("Tell", context => context.Version);

    private static DurableTaskWorkerOptions.VersioningOptions Current(string version, string defaultVersion = "") => new()
    {
        Version = version,
        DefaultVersion = defaultVersion,
        MatchStrategy = DurableTaskWorkerOptions.VersionMatchStrategy.CurrentOrOlder,
    };
}
