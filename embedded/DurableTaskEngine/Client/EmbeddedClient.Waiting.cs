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
        while (true)
        {
            var change = hub.Watchers.NextChange(instanceId);
            var row = await hub.Store.FindAsync(instanceId, cancellation)
                ?? throw new OrchestrationUnreachableException($"There is no orchestration instance '{instanceId}'.");
            if (isReached(row)) return await MetadataAsync(row, withData, cancellation);

            using var pause = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            await Task.WhenAny(change, Task.Delay(ReadAgainEvery, hub.Clock.Time, pause.Token));
            await pause.CancelAsync();
            cancellation.ThrowIfCancellationRequested();
        }
    }
}
