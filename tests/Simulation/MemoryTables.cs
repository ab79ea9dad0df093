using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.DurableFile;
using Azure.Data.Tables.Filters;
using Azure.Data.Tables.Storage;
using Azure.Storage.Shared;

namespace LocalDiplomacy.Simulation;

/// <summary>Tables in memory under the Table service's rules. It answers at once; delays and faults are laid over it.</summary>
internal sealed class MemoryTables : ITableStorage
{
    private readonly Dictionary<string, MemoryTable> tables = new(StringComparer.Ordinal);

    public Uri Endpoint { get; } = new("memory://simulation/");

    public string AccountName => "simulation";

    public ValueTask<Response> CreateTable(string table, bool async, CancellationToken cancellation) => new(
        tables.TryAdd(table, new MemoryTable())
            ? new StoredResponse(204)
            : throw TableFailure.Of(409, "TableAlreadyExists", "The table exists."));

    public ValueTask<Response> DeleteTable(string table, bool async, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<StoragePage<string>> ListTables(
        string? filter, int? top, string? continuation, bool async, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<(Response Response, EntityProperties? Properties)> GetEntity(
        string table, EntityKey key, IReadOnlyList<string>? select, bool async, CancellationToken cancellation) =>
        new(Named(table).Find(key) is { } row
            ? (new StoredResponse(200), MemoryTable.Copy(row))
            : (TableFailure.Answer(404, "ResourceNotFound", "There is no such entity."), null));

    public ValueTask<Response> Apply(string table, EntityChange change, bool async, CancellationToken cancellation)
    {
        try
        {
            return new(Named(table).Change(change));
        }
        catch (RequestFailedException absent) when (change.Kind is TableTransactionActionType.Delete && absent.Status == 404)
        {
            return new(absent.GetRawResponse()!);
        }
    }

    public ValueTask<Response<IReadOnlyList<Response>>> ApplyAll(
        string table, IReadOnlyList<EntityChange> changes, bool async, CancellationToken cancellation) =>
        new(Response.FromValue<IReadOnlyList<Response>>(Named(table).ChangeAll(changes), new StoredResponse(202)));

    public ValueTask<StoragePage<EntityProperties>> Query(
        string table, EntityQuery query, string? continuation, bool async, CancellationToken cancellation)
    {
        var filter = FilterParser.Parse(query.Filter);
        var bounds = KeyBounds.Of(filter);
        var rows = Named(table).Rows(bounds.FromPartition == bounds.ToPartition ? bounds.ToPartition : null);
        return new(new StoragePage<EntityProperties>(
            [.. rows.Where(filter.Matches).Select(MemoryTable.Copy)], null, new StoredResponse(200)));
    }

    private MemoryTable Named(string table) =>
        tables.TryGetValue(table, out var named) ? named : throw TableFailure.Of(404, "TableNotFound", "There is no such table.");
}
