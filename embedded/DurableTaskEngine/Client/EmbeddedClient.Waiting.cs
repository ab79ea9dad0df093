using LocalDiplomacy.DurableTaskEngine.Scheduling;
using LocalDiplomacy.DurableTaskEngine.Storage;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.DurableTaskEngine.Client;

internal sealed partial class EmbeddedClient
{
    /// <summary>How often a waiter reads the row itself, in case another process runs the instance.</summary>
    private static readonly TimeSpan ReadAgainEvery = TimeSpan.FromSeconds(2);

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(instanceId, row => row.Status != OrchestrationRuntimeStatus.Pending, getInputsAndOutputs, cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(instanceId, row => row.IsFinished, getInputsAndOutputs, cancellation);

    private async Task<OrchestrationMetadata> WaitAsync(
        string instanceId, Func<InstanceRow, bool> isReached, bool withData, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        await hub.Store.EnsureCreatedAsync(cancellation);
        for (var isFirst = true; ; isFirst = false)
        {
            using var watch = hub.Watchers.Begin(instanceId, isReached);
            var row = (isFirst ? hub.KnownUnfinished(instanceId) : null)
                ?? await hub.Store.FindAsync(instanceId, cancellation)
                ?? throw new OrchestrationUnreachableException($"There is no orchestration instance '{instanceId}'.");
            var reached = isReached(row) ? row : await ReachedAsync(watch, cancellation);
            if (reached is not null) return await MetadataAsync(reached, withData, cancellation);
        }
    }

    /// <returns>Null when it is time to read the row itself.</returns>
    private async Task<InstanceRow?> ReachedAsync(Watchers.Watch watch, CancellationToken cancellation)
    {
        try
        {
            return await watch.Reached.WaitAsync(ReadAgainEvery, hub.Clock.Time, cancellation);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }
}
