using Azure;
using Azure.Data.Tables;

namespace LocalDiplomacy.DurableTaskEngine.Storage;

/// <summary>Which instances have work, and from when: one row for each that is not finished. A row may say "too early", never "too
/// late": it is lowered before a turn that makes work is committed, or before a message is acknowledged, and raised only
/// under the ETag that was read before the instance was found idle.</summary>
internal sealed class DueIndex(TableClient table)
{
    private const string Partition = "due";
    private const string DueAt = "Due";
    private const string Instance = "InstanceId";

    internal async Task<DueEntry?> FindAsync(string instanceId, CancellationToken cancellation)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(
            Partition, RowKeys.Partition(instanceId), cancellationToken: cancellation);
        return found.HasValue ? Read(found.Value!) : null;
    }

    internal async Task<DueEntry> LowerAsync(string instanceId, DateTimeOffset due, CancellationToken cancellation)
    {
        var response = await table.UpsertEntityAsync(Write(instanceId, due), TableUpdateMode.Replace, cancellation);
        return response.Headers.ETag is { } tag
            ? new DueEntry(instanceId, due, tag)
            : (await FindAsync(instanceId, cancellation))!;
    }

    /// <returns>Null when somebody lowered it meanwhile.</returns>
    internal async Task<DueEntry?> RaiseAsync(DueEntry entry, DateTimeOffset due, CancellationToken cancellation)
    {
        try
        {
            var response = await table.UpdateEntityAsync(Write(entry.InstanceId, due), entry.ETag, TableUpdateMode.Replace, cancellation);
            return response.Headers.ETag is { } tag ? new DueEntry(entry.InstanceId, due, tag) : null;
        }
        catch (RequestFailedException changed) when (changed.Status is 404 or 412)
        {
            return null;
        }
    }

    /// <summary>Does nothing when somebody changed the row meanwhile.</summary>
    internal async Task RemoveAsync(DueEntry entry, CancellationToken cancellation)
    {
        try
        {
            await table.DeleteEntityAsync(Partition, RowKeys.Partition(entry.InstanceId), entry.ETag, cancellation);
        }
        catch (RequestFailedException changed) when (changed.Status is 404 or 412)
        {
        }
    }

    internal IAsyncEnumerable<DueEntry> AllAsync(CancellationToken cancellation) =>
        ReadAsync(TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"), cancellation);

    internal IAsyncEnumerable<DueEntry> UntilAsync(DateTimeOffset time, CancellationToken cancellation) =>
        ReadAsync(TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and Due le {time.UtcTicks}"), cancellation);

    private async IAsyncEnumerable<DueEntry> ReadAsync(
        string filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation)) yield return Read(entity);
    }

    private static TableEntity Write(string instanceId, DateTimeOffset due) =>
        new(Partition, RowKeys.Partition(instanceId)) { [Instance] = instanceId, [DueAt] = due.UtcTicks };

    private static DueEntry Read(TableEntity entity) =>
        new(entity.GetString(Instance), new DateTimeOffset(entity.GetInt64(DueAt) ?? 0, TimeSpan.Zero), entity.ETag);
}
