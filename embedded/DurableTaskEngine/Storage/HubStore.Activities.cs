using Azure;
using Azure.Data.Tables;

namespace LocalDiplomacy.DurableTaskEngine.Storage;

internal sealed partial class HubStore
{
    /// <summary>Counts a start before it happens. It fails when somebody else has counted one since the row was read.</summary>
    /// <returns>False when the activity has a result already, or its instance is gone.</returns>
    internal Task<bool> StartActivityAsync(string instanceId, ActivityRow activity, CancellationToken cancellation) =>
        UpdateActivityAsync(instanceId, activity, activity.ETag, cancellation);

    /// <returns>False when the activity has a result already, or its instance is gone.</returns>
    internal Task<bool> UpdateActivityAsync(string instanceId, ActivityRow activity, CancellationToken cancellation) =>
        UpdateActivityAsync(instanceId, activity, ETag.All, cancellation);

    private async Task<bool> UpdateActivityAsync(string instanceId, ActivityRow activity, ETag expected, CancellationToken cancellation)
    {
        try
        {
            var row = activity.Write(RowKeys.Partition(instanceId));
            await instances.UpdateEntityAsync(row, expected, TableUpdateMode.Merge, cancellation);
            return true;
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            return false;
        }
    }
}
