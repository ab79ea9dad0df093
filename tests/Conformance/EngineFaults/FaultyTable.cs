using Azure;
using Azure.Data.Tables;

namespace LocalDiplomacy.Conformance.Tests.EngineFaults;

/// <summary>A table whose writes and single reads go through faults. Queries fail only while the storage is away.</summary>
public sealed class FaultyTable(string connection, string name, Faults faults) : TableClient(connection, name)
{
    public override Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default) =>
        faults.Through(() => base.AddEntityAsync(entity, cancellationToken));

    public override Task<Response> UpsertEntityAsync<T>(
        T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default) =>
        faults.Through(() => base.UpsertEntityAsync(entity, mode, cancellationToken));

    public override Task<Response> UpdateEntityAsync<T>(
        T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default) =>
        faults.Through(() => base.UpdateEntityAsync(entity, ifMatch, mode, cancellationToken));

    public override Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        faults.Through(() => base.DeleteEntityAsync(partitionKey, rowKey, ifMatch, cancellationToken));

    public override Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default) =>
        faults.Through(() => base.GetEntityIfExistsAsync<T>(partitionKey, rowKey, select, cancellationToken));

    public override async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        if (faults.TakeBeforeNextTransaction() is { } first) await first();
        TableTransactionAction[] actions = [.. transactionActions];
        if (faults.BeforeTransaction is { } look) await look(actions);
        var answer = await faults.Through(() => base.SubmitTransactionAsync(actions, cancellationToken));
        var after = faults.AfterNextTransaction;
        faults.AfterNextTransaction = null;
        after?.Invoke();
        return answer;
    }

    public override AsyncPageable<T> QueryAsync<T>(
        string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default) =>
        faults.Away
            ? throw new RequestFailedException(503, "The fault injector refused the query.")
            : base.QueryAsync<T>(filter, maxPerPage, select, cancellationToken);
}
