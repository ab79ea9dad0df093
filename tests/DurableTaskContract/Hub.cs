using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Worker;

namespace LocalDiplomacy.DurableTaskContract;

/// <summary>A task hub whose workers come and go. Cases see it through its clients.</summary>
public abstract class Hub : IAsyncDisposable
{
    public abstract DurableTaskClient Client { get; }

    /// <summary>A client of its own, as another process on the same hub has one.</summary>
    public abstract DurableTaskClient OtherClient();

    /// <summary>One more worker, with tasks and options other than the hub's if any are given.</summary>
    public abstract Task StartWorkerAsync(Action<DurableTaskRegistry>? tasks = null, Action<DurableTaskWorkerOptions>? worker = null);

    /// <summary>Ends all workers as the end of their processes would: nothing more is stored.</summary>
    public abstract Task EndWorkersAsync();

    /// <summary>Ends all workers, starts another, and makes <see cref="Client"/> that one's.</summary>
    public async Task RestartAsync(Action<DurableTaskRegistry>? tasks = null, Action<DurableTaskWorkerOptions>? worker = null)
    {
        await EndWorkersAsync();
        await StartWorkerAsync(tasks, worker);
    }

    public async Task<OrchestrationMetadata> RunAsync(string name, object? input = null)
    {
        var id = await Client.ScheduleNewOrchestrationInstanceAsync(name, input);
        return await CompletionAsync(id);
    }

    public async Task<T> ResultAsync<T>(string name, object? input = null)
    {
        var done = await RunAsync(name, input);
        Assert.Equal((OrchestrationRuntimeStatus.Completed, null), (done.RuntimeStatus, done.FailureDetails?.ToString()));
        return done.ReadOutputAs<T>()!;
    }

    public async Task<OrchestrationMetadata> CompletionAsync(string id)
    {
        using var limit = Patience.Limit();
        return await Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, limit.Token);
    }

    public async Task<OrchestrationMetadata> StatusAsync(string id, Func<OrchestrationMetadata, bool> isReached)
    {
        OrchestrationMetadata? seen = null;
        await Patience.Until(async () => (seen = await Client.GetInstanceAsync(id, getInputsAndOutputs: true)) is { } now && isReached(now));
        return seen!;
    }

    public Task<OrchestrationMetadata> StatusAsync(string id, OrchestrationRuntimeStatus status) =>
        StatusAsync(id, now => now.RuntimeStatus == status);

    /// <summary>Until the orchestrator has said so itself.</summary>
    public Task<OrchestrationMetadata> SaysAsync(string id, string customStatus) =>
        StatusAsync(id, now => now.SerializedCustomStatus is not null && now.ReadCustomStatusAs<string>() == customStatus);

    public abstract ValueTask DisposeAsync();
}
