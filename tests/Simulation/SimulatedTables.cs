using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Storage;

namespace LocalDiplomacy.Simulation;

/// <summary>The tables as one host sees them.</summary>
internal sealed class SimulatedTables(ITableStorage storage, Weather weather) : TableServiceClient
{
    public override TableClient GetTableClient(string tableName) => new SimulatedTable(storage, tableName, weather);
}

internal sealed class SimulatedTable(ITableStorage storage, string name, Weather weather) : TableClient(storage, name)
{
    public override Task<Response<Azure.Data.Tables.Models.TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default) =>
        weather.Through(() => base.CreateIfNotExists(cancellationToken), changes: true);

    public override Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default) =>
        weather.Through(() => base.AddEntity(entity, cancellationToken), changes: true);

    public override Task<Response> UpsertEntityAsync<T>(
        T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default) =>
        weather.Through(() => base.UpsertEntity(entity, mode, cancellationToken), changes: true);

    public override Task<Response> UpdateEntityAsync<T>(
        T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default) =>
        weather.Through(() => base.UpdateEntity(entity, ifMatch, mode, cancellationToken), changes: true);

    public override Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        weather.Through(() => base.DeleteEntity(partitionKey, rowKey, ifMatch, cancellationToken), changes: true);

    public override Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default) =>
        weather.Through(() => base.GetEntityIfExists<T>(partitionKey, rowKey, select, cancellationToken), changes: false);

    public override Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        TableTransactionAction[] actions = [.. transactionActions];
        return weather.Through(() => base.SubmitTransaction(actions, cancellationToken), changes: true);
    }

    public override AsyncPageable<T> QueryAsync<T>(
        string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default) =>
        new Answers<T>(weather, () => base.Query<T>(filter, maxPerPage, select, cancellationToken));

    private sealed class Answers<T>(Weather weather, Func<Pageable<T>> query) : AsyncPageable<T>
        where T : notnull
    {
        public override async IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
        {
            foreach (var page in await weather.Through(() => query().AsPages(continuationToken, pageSizeHint).ToList(), changes: false))
                yield return page;
        }

        public override async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        {
            await foreach (var page in AsPages().WithCancellation(cancellationToken))
                foreach (var value in page.Values) yield return value;
        }
    }
}
