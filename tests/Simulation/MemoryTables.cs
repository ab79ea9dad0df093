using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Filters;
using Azure.Data.Tables.Storage;
using Azure.Storage.Shared;

namespace LocalDiplomacy.Simulation;

/// <summary>Tables in memory under the Table service's rules. It answers at once; delays and faults are laid over it.</summary>
internal sealed class MemoryTables : ITableStorage
{
    private readonly Dictionary<string, SortedDictionary<EntityKey, EntityProperties>> tables = new(StringComparer.Ordinal);
    private long stamp;

    public Uri Endpoint { get; } = new("memory://simulation/");

    public string AccountName => "simulation";

    public ValueTask<Response> CreateTable(string table, bool async, CancellationToken cancellation) => new(
        tables.TryAdd(table, new SortedDictionary<EntityKey, EntityProperties>(Ordinal.Keys))
            ? new StoredResponse(204)
            : throw TableFailure.Of(409, "TableAlreadyExists", "The table exists."));

    public ValueTask<Response> DeleteTable(string table, bool async, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<StoragePage<string>> ListTables(
        string? filter, int? top, string? continuation, bool async, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<(Response Response, EntityProperties? Properties)> GetEntity(
        string table, EntityKey key, IReadOnlyList<string>? select, bool async, CancellationToken cancellation) =>
        new(Rows(table).TryGetValue(key, out var row)
            ? (new StoredResponse(200), Copy(row))
            : (TableFailure.Answer(404, "ResourceNotFound", "There is no such entity."), null));

    public ValueTask<Response> Apply(string table, EntityChange change, bool async, CancellationToken cancellation)
    {
        try
        {
            return new(Change(Rows(table), change));
        }
        catch (RequestFailedException absent) when (change.Kind is TableTransactionActionType.Delete && absent.Status == 404)
        {
            return new(absent.GetRawResponse()!);
        }
    }

    public ValueTask<Response<IReadOnlyList<Response>>> ApplyAll(
        string table, IReadOnlyList<EntityChange> changes, bool async, CancellationToken cancellation)
    {
        var before = new SortedDictionary<EntityKey, EntityProperties>(Rows(table), Ordinal.Keys);
        var index = 0;
        try
        {
            var responses = new List<Response>();
            for (; index < changes.Count; index++) responses.Add(Change(Rows(table), changes[index]));
            return new(Response.FromValue<IReadOnlyList<Response>>(responses, new StoredResponse(202)));
        }
        catch (RequestFailedException refusal)
        {
            tables[table] = before;
            throw TableFailure.InTransaction(index, refusal);
        }
    }

    public ValueTask<StoragePage<EntityProperties>> Query(
        string table, EntityQuery query, string? continuation, bool async, CancellationToken cancellation)
    {
        var filter = FilterParser.Parse(query.Filter);
        return new(new StoragePage<EntityProperties>(
            [.. Rows(table).Values.Where(filter.Matches).Select(Copy)], null, new StoredResponse(200)));
    }

    private SortedDictionary<EntityKey, EntityProperties> Rows(string table) =>
        tables.TryGetValue(table, out var rows) ? rows : throw TableFailure.Of(404, "TableNotFound", "There is no such table.");

    private StoredResponse Change(SortedDictionary<EntityKey, EntityProperties> rows, EntityChange change)
    {
        var existing = rows.GetValueOrDefault(change.Key);
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
            rows.Remove(change.Key);
            return new StoredResponse(204);
        }

        var merges = change.Kind is TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpsertMerge;
        var row = merges && existing is not null ? Copy(existing) : [];
        foreach (var (name, value) in change.Properties) row[name] = value;
        var tag = $"W/\"{++stamp}\"";
        row[PropertyNames.PartitionKey] = change.Key.Partition;
        row[PropertyNames.RowKey] = change.Key.Row;
        row[PropertyNames.ETag] = tag;
        rows[change.Key] = row;
        return new StoredResponse(204, new Dictionary<string, string> { ["ETag"] = tag });
    }

    private static EntityProperties Copy(EntityProperties row)
    {
        var copy = new EntityProperties();
        foreach (var (name, value) in row) copy[name] = value;
        return copy;
    }

    private sealed class Ordinal : IComparer<EntityKey>
    {
        internal static readonly Ordinal Keys = new();

        public int Compare(EntityKey x, EntityKey y) => string.CompareOrdinal(x.Partition, y.Partition) is var order and not 0
            ? order
            : string.CompareOrdinal(x.Row, y.Row);
    }
}
