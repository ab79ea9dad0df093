using Azure;
using Azure.Data.Tables;

namespace LocalDiplomacy.DurableTaskEngine.Storage;

internal sealed partial class HubStore
{
    /// <returns>False when the instance was changed meanwhile, by a restart for example.</returns>
    internal async Task<bool> TryPurgeAsync(InstancePartition partition, CancellationToken cancellation)
    {
        InstanceRow row;
        try
        {
            row = await FenceAsync(partition.Row, cancellation);
        }
        catch (TurnConflictException)
        {
            return false;
        }

        await RemoveAsync(row.InstanceId, partition.RowKeysBesidesInstance, cancellation);
        try
        {
            await instances.DeleteEntityAsync(RowKeys.Partition(row.InstanceId), RowKeys.Instance, row.ETag, cancellation);
            Interlocked.Increment(ref changes);
            return true;
        }
        catch (RequestFailedException changed) when (changed.Status is 404 or 412)
        {
            return false;
        }
    }
}
