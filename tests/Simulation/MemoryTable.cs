using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Storage;
using Azure.Storage.Shared;

namespace LocalDiplomacy.Simulation;

/// <summary>One table, sorted by partition and row. A transaction that is refused is undone row by row.</summary>
internal sealed class MemoryTable
{
    private readonly SortedDictionary<string, SortedDictionary<string, EntityProperties>> partitions = new(StringComparer.Ordinal);
    private long stamp;

    internal static EntityProperties Copy(EntityProperties row)
    {
        var copy = new EntityProperties();
        copy.EnsureCapacity(row.Count);
        foreach (var (name, value) in row) copy[name] = value;
        return copy;
    }

    internal EntityProperties? Find(EntityKey key) => partitions.GetValueOrDefault(key.Partition)?.GetValueOrDefault(key.Row);

    /// <param name="partition">Null for all.</param>
    internal IEnumerable<EntityProperties> Rows(string? partition) => partition is null
        ? partitions.Values.SelectMany(rows => rows.Values)
        : partitions.GetValueOrDefault(partition)?.Values ?? Enumerable.Empty<EntityProperties>();

    internal IReadOnlyList<Response> ChangeAll(IReadOnlyList<EntityChange> changes)
    {
        var before = new List<(EntityKey Key, EntityProperties? Row)>(changes.Count);
        try
        {
            var responses = new List<Response>(changes.Count);
            foreach (var change in changes)
            {
                before.Add((change.Key, Find(change.Key)));
                responses.Add(Change(change));
            }

            return responses;
        }
        catch (RequestFailedException refusal)
        {
            for (var index = before.Count - 1; index >= 0; index--) Put(before[index].Key, before[index].Row);
            throw TableFailure.InTransaction(before.Count - 1, refusal);
        }
    }

    internal StoredResponse Change(EntityChange change)
    {
        var existing = Find(change.Key);
        if (change.Kind is TableTransactionActionType.Add && existing is not null)
            throw TableFailure.Of(409, "EntityAlreadyExists", "An entity with this key exists.");
        if (change.Kind is TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpdateReplace or TableTransactionActionType.Delete)
        {
            if (existing is null) throw TableFailure.Of(404, "ResourceNotFound", "There is no such entity.");
            if (change.IfMatch != ETag.All && change.IfMatch.ToString() != (string)existing[PropertyNames.ETag])
                throw TableFailure.Of(412, "UpdateConditionNotSatisfied", "The entity has changed since it was read.");
        }

        if (change.Kind is TableTransactionActionType.Delete)
        {
            Put(change.Key, null);
            return new StoredResponse(204);
        }

        var merges = change.Kind is TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpsertMerge;
        return Write(change, merges && existing is not null ? Copy(existing) : []);
    }

    private StoredResponse Write(EntityChange change, EntityProperties row)
    {
        foreach (var (name, value) in change.Properties) row[name] = value;
        var tag = $"W/\"{++stamp}\"";
        row[PropertyNames.PartitionKey] = change.Key.Partition;
        row[PropertyNames.RowKey] = change.Key.Row;
        row[PropertyNames.ETag] = tag;
        Put(change.Key, row);
        return new StoredResponse(204, new Dictionary<string, string> { ["ETag"] = tag });
    }

    /// <summary>Rows are replaced, never changed in place: one that was read or kept for an undo stays as it was.</summary>
    private void Put(EntityKey key, EntityProperties? row)
    {
        if (!partitions.TryGetValue(key.Partition, out var rows))
        {
            if (row is null) return;
            partitions[key.Partition] = rows = new SortedDictionary<string, EntityProperties>(StringComparer.Ordinal);
        }

        if (row is not null) rows[key.Row] = row;
        else if (rows.Remove(key.Row) && rows.Count == 0) partitions.Remove(key.Partition);
    }
}
