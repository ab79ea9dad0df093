using Azure.Data.Tables;

namespace LocalDiplomacy.DurableTaskEngine.Storage;

internal sealed partial class HubStore
{
    /// <summary>Gives the instance row a new ETag, so that whoever holds the old one can commit nothing any more.</summary>
    internal async Task<InstanceRow> FenceAsync(InstanceRow row, CancellationToken cancellation) =>
        row with { ETag = await SubmitAsync(row, [Touch(row)], cancellation) };

    /// <summary>Removes what a turn that was cut off left beyond the end of the history. Each part goes together with a fence: rows of
    /// these keys can be put down again as soon as the instance is somebody else's.</summary>
    internal async Task<InstanceRow> ClearAsync(InstanceRow row, IReadOnlyList<string> leftovers, CancellationToken cancellation)
    {
        foreach (var chunk in leftovers.Chunk(limits.Actions - 1))
        {
            TableTransactionAction[] actions = [.. chunk.Select(key => Removal(RowKeys.Partition(row.InstanceId), key)), Touch(row)];
            row = row with { ETag = await SubmitAsync(row, actions, cancellation) };
        }

        return row;
    }

    private static TableTransactionAction Touch(InstanceRow row) => new(
        TableTransactionActionType.UpdateMerge,
        new TableEntity(RowKeys.Partition(row.InstanceId), RowKeys.Instance) { ["Staged"] = false },
        row.ETag);
}
