using Azure.Data.Tables.Filters;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Storage;
using LocalDiplomacy.DurableFile;

namespace Azure.Data.Tables.DurableFile;

/// <summary>Tables in a durable file of this process, opened at the first use.</summary>
internal sealed class DurableFileTables(string path) : ITableStorage
{
    private const int LargestPage = 1000;

    private readonly Lazy<DurableStore> store = new(() => DurableStore.Open(path), LazyThreadSafetyMode.PublicationOnly);

    public Uri Endpoint { get; } = StorageConnectionString.FileAddress(path);

    public string AccountName => Path.GetFileNameWithoutExtension(path);

    public async ValueTask<Response> CreateTable(string table, bool async, CancellationToken cancellation)
    {
        TableRules.CheckName(table);
        var created = await store.Value.WriteAsync(scope => scope.Tables.Create(table), cancellation).ConfigureAwait(false);
        return created
            ? new StoredResponse(204)
            : throw TableFailure.Of(409, "TableAlreadyExists", "The table exists.");
    }

    public async ValueTask<Response> DeleteTable(string table, bool async, CancellationToken cancellation)
    {
        var deleted = await store.Value.WriteAsync(scope => Drop(scope, table), cancellation).ConfigureAwait(false);
        return deleted ? new StoredResponse(204) : Missing();
    }

    public ValueTask<StoragePage<string>> ListTables(
        string? filter, int? top, string? continuation, bool async, CancellationToken cancellation)
    {
        var matches = Parse(filter);
        var size = Math.Min(top ?? LargestPage, LargestPage);
        var names = store.Value.Read(scope => scope.Tables.Names(continuation ?? ""))
            .Where(name => matches.Matches(new EntityProperties { ["TableName"] = name }))
            .Take(size + 1)
            .ToList();
        return ValueTask.FromResult(new StoragePage<string>(
            [.. names.Take(size)], names.ElementAtOrDefault(size), new StoredResponse(200)));
    }

    public ValueTask<(Response Response, EntityProperties? Properties)> GetEntity(
        string table, EntityKey key, IReadOnlyList<string>? select, bool async, CancellationToken cancellation) =>
        ValueTask.FromResult(store.Value.Read(scope =>
        {
            if (scope.Tables.Find(table) is not { } id)
                return (MissingTable(), (EntityProperties?)null);
            return scope.Tables.Get(id, key.Partition, key.Row) is { } row
                ? (new StoredResponse(200), StoredRows.Project(StoredRows.Properties(row), select))
                : (Missing(), null);
        }));

    public async ValueTask<Response> Apply(string table, EntityChange change, bool async, CancellationToken cancellation)
    {
        try
        {
            var prepared = PreparedChange.Of(change);
            return await store.Value
                .WriteAsync(scope => new RowChanges(scope, Existing(scope, table)).Apply(prepared), cancellation)
                .ConfigureAwait(false);
        }
        catch (RequestFailedException absent) when (
            change.Kind is TableTransactionActionType.Delete && absent.Status == 404)
        {
            return absent.GetRawResponse()!;
        }
    }

    public async ValueTask<Response<IReadOnlyList<Response>>> ApplyAll(
        string table, IReadOnlyList<EntityChange> changes, bool async, CancellationToken cancellation)
    {
        PreparedChange[] prepared = [.. changes.Select(PreparedChange.Of)];
        var responses = await store.Value.WriteAsync(scope => ApplyAll(scope, table, prepared), cancellation)
            .ConfigureAwait(false);
        return Response.FromValue<IReadOnlyList<Response>>(responses, new StoredResponse(202));
    }

    public ValueTask<StoragePage<EntityProperties>> Query(
        string table, EntityQuery query, string? continuation, bool async, CancellationToken cancellation)
    {
        var filter = Parse(query.Filter);
        var bounds = KeyBounds.Of(filter);
        var range = bounds.Range(ContinuationToken.Read(continuation));
        var size = Math.Min(query.PageSize ?? LargestPage, LargestPage);
        var rows = store.Value.Read(scope => Scan(scope.Tables, Existing(scope.Tables, table), bounds, range)
            .Where(row => bounds.MayHold(row.RowKey))
            .Select(StoredRows.Properties)
            .Where(filter.Matches)
            .Take(size + 1)
            .ToList());
        cancellation.ThrowIfCancellationRequested();
        return ValueTask.FromResult(new StoragePage<EntityProperties>(
            [.. rows.Take(size).Select(row => StoredRows.Project(row, query.Select))],
            rows.Count > size ? ContinuationToken.Write(StoredRows.Key(rows[size])) : null,
            new StoredResponse(200)));
    }

    /// <summary>Rows of many partitions that have one key are sought one by one: what stands beside them can be a hundred times as much.</summary>
    private static IEnumerable<StoredRow> Scan(TableReader tables, long table, KeyBounds bounds, KeyRange range) =>
        bounds.OneRow is { } row && range.ToRow is null ? tables.ScanRowKey(table, row, range) : tables.Scan(table, range);

    private static bool Drop(WriteScope scope, string table)
    {
        if (scope.Tables.Find(table) is not { } id)
            return false;
        scope.Tables.Drop(id);
        return true;
    }

    private static List<Response> ApplyAll(WriteScope scope, string table, PreparedChange[] changes)
    {
        var index = 0;
        try
        {
            var rows = new RowChanges(scope, Existing(scope, table));
            var responses = new List<Response>(changes.Length);
            for (; index < changes.Length; index++)
                responses.Add(rows.Apply(changes[index]));
            return responses;
        }
        catch (RequestFailedException refusal)
        {
            throw TableFailure.InTransaction(index, refusal);
        }
    }

    private static FilterNode Parse(string? filter)
    {
        try
        {
            return FilterParser.Parse(filter);
        }
        catch (FormatException wrong)
        {
            throw TableFailure.Of(400, TableErrorCode.InvalidInput.ToString(), wrong.Message);
        }
    }

    private static long Existing(WriteScope scope, string table) => Existing(scope.Tables, table);

    private static long Existing(TableReader tables, string table) =>
        tables.Find(table) ?? throw TableFailure.From(MissingTable());

    private static Response MissingTable() => TableFailure.Answer(404, "TableNotFound", "There is no such table.");

    private static Response Missing() => TableFailure.Answer(404, "ResourceNotFound", "There is no such resource.");
}
