using Azure;
using Azure.Data.Tables;

namespace LocalDiplomacy.DurableTaskEngine.Storage;

/// <summary>Which instances have work, and from when: one row for each that is not finished. A row may say "too early", never "too
/// late": it is lowered before a turn that makes work is committed, or before a message is acknowledged. It is raised in steps: the row
/// is marked, the instance row is fenced so that whoever relied on the unmarked row can commit nothing, the inbox is read once
/// more, and only then the row is raised, under the mark's ETag.</summary>
internal sealed class DueIndex(TableClient table)
{
    private const string Partition = "due";
    private const string DueAt = "Due";
    private const string Leaving = "Leaving";
    private const string Instance = "InstanceId";

    private readonly DueWriter writer = new(table);

    internal async Task<DueEntry?> FindAsync(string instanceId, CancellationToken cancellation)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(
            Partition, RowKeys.Partition(instanceId), cancellationToken: cancellation);
        return found.HasValue ? Read(found.Value!) : null;
    }

    internal async Task<DueEntry> LowerAsync(string instanceId, DateTimeOffset due, CancellationToken cancellation)
    {
        return await writer.PutAsync(Write(instanceId, due), cancellation) is { } tag
            ? new DueEntry(instanceId, due, tag)
            : (await FindAsync(instanceId, cancellation))!;
    }

    /// <returns>Null when somebody lowered it meanwhile.</returns>
    internal Task<DueEntry?> MarkAsync(DueEntry entry, CancellationToken cancellation) =>
        ReplaceAsync(entry, entry with { IsLeaving = true }, cancellation);

    /// <returns>Null when somebody lowered it meanwhile.</returns>
    internal Task<DueEntry?> RaiseAsync(DueEntry marked, DateTimeOffset due, CancellationToken cancellation) =>
        ReplaceAsync(marked, marked with { Due = due, IsLeaving = false }, cancellation);

    private async Task<DueEntry?> ReplaceAsync(DueEntry old, DueEntry entry, CancellationToken cancellation)
    {
        try
        {
            var row = Write(entry.InstanceId, entry.Due);
            if (entry.IsLeaving) row[Leaving] = true;
            var response = await table.UpdateEntityAsync(row, old.ETag, TableUpdateMode.Replace, cancellation);
            return response.Headers.ETag is { } tag ? entry with { ETag = tag } : null;
        }
        catch (RequestFailedException changed) when (changed.Status is 404 or 412)
        {
            return null;
        }
    }

    /// <summary>Does nothing when somebody changed the row meanwhile.</summary>
    internal Task RemoveAsync(DueEntry entry, CancellationToken cancellation) =>
        writer.RemoveAsync(new TableEntity(Partition, RowKeys.Partition(entry.InstanceId)), entry.ETag, cancellation);

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
        new(entity.GetString(Instance), new DateTimeOffset(entity.GetInt64(DueAt) ?? 0, TimeSpan.Zero), entity.ETag)
        {
            IsLeaving = entity.GetBoolean(Leaving) ?? false,
        };
}
