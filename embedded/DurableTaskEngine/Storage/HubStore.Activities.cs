using Azure;
using Azure.Data.Tables;

namespace LocalDiplomacy.DurableTaskEngine.Storage;

internal sealed partial class HubStore
{
    /// <returns>False when the activity has a result already, or its instance is gone.</returns>
    internal async Task<bool> UpdateActivityAsync(string instanceId, ActivityRow activity, CancellationToken cancellation)
    {
        try
        {
            var row = activity.Write(RowKeys.Partition(instanceId));
            await instances.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Merge, cancellation);
            return true;
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            return false;
        }
    }
}
