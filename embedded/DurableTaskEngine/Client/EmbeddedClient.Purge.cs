using System.Diagnostics;
using LocalDiplomacy.DurableTaskEngine.Storage;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.DurableTaskEngine.Client;

internal sealed partial class EmbeddedClient
{
    public override async Task<PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        await hub.Store.EnsureCreatedAsync(cancellation);
        return new PurgeResult(await PurgeAsync(instanceId, options?.Recursive ?? false, cancellation), true);
    }

    public override async Task<PurgeResult> PurgeAllInstancesAsync(
        PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await hub.Store.EnsureCreatedAsync(cancellation);
        var began = hub.Clock.Time.GetTimestamp();
        var count = 0;
        await foreach (var row in RowsAsync(InstanceFilter.OfPurgeable(filter), cancellation))
        {
            if (filter.Timeout is { } limit && hub.Clock.Time.GetElapsedTime(began) >= limit) return new PurgeResult(count, false);
            count += await PurgeAsync(row.InstanceId, options?.Recursive ?? false, cancellation);
        }

        return new PurgeResult(count, true);
    }

    /// <summary>The instance row goes last: a purge that was cut off is taken up by the next one.</summary>
    private async Task<int> PurgeAsync(string instanceId, bool recursive, CancellationToken cancellation)
    {
        var count = 0;
        while (await hub.Store.LoadAsync(instanceId, cancellation) is { Row.IsFinished: true } partition)
        {
            if (recursive)
                foreach (var child in partition.ChildIds) count += await PurgeAsync(child, recursive, cancellation);

            // Else it was changed meanwhile: by the host that clears up after its end, or by a restart.
            if (!await hub.Store.TryPurgeAsync(partition, cancellation)) continue;
            await hub.Store.Values.RemoveAllAsync(instanceId, partition.LargeValues, cancellation);
            hub.Signal(instanceId, recheckInbox: false, readAgain: true);
            hub.Watchers.Changed(instanceId, null);
            return count + 1;
        }

        return count;
    }
}
