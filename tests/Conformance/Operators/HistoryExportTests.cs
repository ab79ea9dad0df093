using LocalDiplomacy.Conformance.Tests.EngineFaults;
using LocalDiplomacy.DurableTaskEngine;
using LocalDiplomacy.DurableTaskEngine.Recording;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Worker;

namespace LocalDiplomacy.Conformance.Tests.Operators;

/// <summary>A history that was exported from a store replays through the orchestrator that made it.</summary>
public abstract class HistoryExportTests(bool onAzurite)
{
    [Fact]
    public async Task An_instance_that_did_everything_replays_from_its_file()
    {
        await using var hub = await StartAsync(Everything, options => options.Worker = Hopping);
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Everything", new string('가', 40_000));
        await hub.Client.RaiseEventAsync(id, "Go", "now");
        await hub.CompletionAsync(id);

        var exported = await hub.Host.ExportHistoryAsync(id, CancellationToken.None);
        var read = HistoryJson.Read(HistoryJson.Write(exported!));

        Assert.Equal("Completed", read.Status);
        Assert.Equal(exported, read with { Events = exported!.Events });
        Assert.Equal(240_002, read.Input!.Length);
        Assert.Contains(read.Events, happened => happened.Kind == "TaskFailed" && happened.Failure!.ErrorMessage == "not yet");
        Assert.Contains(read.Events, happened => happened is { Kind: "SubOrchestrationCreated", Name: "Child", Target.Length: > 0 });
        Assert.Null(Replayer(Everything, Hopping).Replay(read).Divergence);
        Assert.StartsWith("TimerCreated", Replayer(Everything).Replay(read).Divergence!.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_still_waits_what_was_terminated_and_what_failed_can_be_exported_and_replayed()
    {
        await using var hub = await StartAsync(Everything);
        var waiting = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Waits");
        var ended = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Waits");
        await hub.Client.WaitForInstanceStartAsync(ended);
        await hub.Client.TerminateInstanceAsync(ended);
        await hub.CompletionAsync(ended);
        var failed = (await hub.RunAsync("Throws")).InstanceId;
        await hub.StatusAsync(waiting, now => now.SerializedCustomStatus is not null);

        foreach (var (id, status) in new[] { (waiting, "Running"), (ended, "Terminated"), (failed, "Failed") })
        {
            var history = (await hub.Host.ExportHistoryAsync(id, CancellationToken.None))!;
            Assert.Equal(status, history.Status);
            Assert.Null(Replayer(Everything).Replay(history).Divergence);
        }

        Assert.Null(await hub.Host.ExportHistoryAsync("nobody", CancellationToken.None));
    }

    [Fact]
    public async Task An_instance_that_would_end_otherwise_is_found_though_every_call_is_the_same()
    {
        await using var hub = await StartAsync(Everything);
        var failed = (await hub.RunAsync("Throws")).InstanceId;
        var history = (await hub.Host.ExportHistoryAsync(failed, CancellationToken.None))!;

        var divergence = Replayer(tasks => tasks.AddOrchestratorFunc("Throws", context => context.CallActivityAsync("Twice", true))).Replay(history).Divergence!;

        Assert.Equal("Failed", divergence.Expected);
        Assert.Equal("Completed", divergence.Found);
    }

    /// <summary>How far a timer goes at once is part of what an orchestrator does.</summary>
    private static DurableTaskWorkerOptions Hopping => new() { MaximumTimerInterval = TimeSpan.FromMilliseconds(30) };

    private static HistoryReplayer Replayer(Action<DurableTaskRegistry> tasks, DurableTaskWorkerOptions? worker = null)
    {
        var registry = new DurableTaskRegistry();
        tasks(registry);
        return new(registry, null, worker);
    }

    private Task<HubFixture> StartAsync(Action<DurableTaskRegistry> tasks, Action<DurableTaskHostOptions>? configure = null) =>
        onAzurite ? HubFixture.StartOnAzuriteAsync(tasks, configure) : HubFixture.StartAsync(tasks, configure);

    private static void Everything(DurableTaskRegistry tasks)
    {
        var tries = 0;
        tasks
            .AddOrchestratorFunc("Everything", async context =>
            {
                var retry = TaskOptions.FromRetryPolicy(new RetryPolicy(3, TimeSpan.FromMilliseconds(10)));
                await context.CallActivityAsync("Twice", false, retry);
                await context.CreateTimer(context.CurrentUtcDateTime.AddMilliseconds(100), CancellationToken.None);
                var said = await context.WaitForExternalEvent<string>("Go");
                await Task.WhenAll(context.CallSubOrchestratorAsync("Child", said), context.CallActivityAsync("Nothing"));
                context.SendEvent("nobody", "Heard", context.NewGuid());
                return said;
            })
            .AddOrchestratorFunc<string, string>("Child", (_, input) => input)
            .AddOrchestratorFunc("Waits", async context =>
            {
                context.SetCustomStatus("waiting");
                await context.WaitForExternalEvent<object>("Never");
            })
            .AddOrchestratorFunc("Throws", async context =>
            {
                await context.CallActivityAsync("Twice", true);
                throw new InvalidOperationException("It ends badly.");
            })
            .AddActivityFunc<bool, object?>("Twice", (_, isFine) => isFine || ++tries > 1 ? (object?)null : throw new IOException("not yet"))
            .AddActivityFunc("Nothing", _ => { });
    }
}

public sealed class HistoryExportOnTheDurableFile() : HistoryExportTests(onAzurite: false);

public sealed class HistoryExportOnAzurite() : HistoryExportTests(onAzurite: true);
