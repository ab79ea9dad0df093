using Azure.Data.Tables;

namespace LocalDiplomacy.DurableTaskEngine.Storage;

internal sealed partial class HubStore
{
    /// <summary>Gives the instance row a new ETag, so that whoever holds the old one can commit nothing any more.</summary>
    internal async Task<InstanceRow> FenceAsync(InstanceRow row, CancellationToken cancellation)
    {
        var touch = new TableTransactionAction(
            TableTransactionActionType.UpdateMerge,
            new TableEntity(RowKeys.Partition(row.InstanceId), RowKeys.Instance) { ["Staged"] = false },
            row.ETag);
        return row with { ETag = await SubmitAsync(row, [touch], cancellation) };
    }
}
