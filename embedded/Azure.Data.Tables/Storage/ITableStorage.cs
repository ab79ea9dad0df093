namespace Azure.Data.Tables.Storage;

/// <summary>
/// What the clients need of the storage behind them: the Table service over HTTP, or a durable file in this process.
/// Refusals are thrown as RequestFailedException, except where a 404 is an answer (delete and get).
/// </summary>
internal interface ITableStorage
{
    Uri Endpoint { get; }

    string AccountName { get; }

    ValueTask<Response> CreateTable(string table, bool async, CancellationToken cancellation);

    ValueTask<Response> DeleteTable(string table, bool async, CancellationToken cancellation);

    ValueTask<StoragePage<string>> ListTables(
        string? filter, int? top, string? continuation, bool async, CancellationToken cancellation);

    /// <summary>Properties are null when the answer is 404.</summary>
    ValueTask<(Response Response, EntityProperties? Properties)> GetEntity(
        string table, EntityKey key, IReadOnlyList<string>? select, bool async, CancellationToken cancellation);

    ValueTask<Response> Apply(string table, EntityChange change, bool async, CancellationToken cancellation);

    /// <summary>All or nothing; throws <see cref="TableTransactionFailedException"/>.</summary>
    ValueTask<Response<IReadOnlyList<Response>>> ApplyAll(
        string table, IReadOnlyList<EntityChange> changes, bool async, CancellationToken cancellation);

    ValueTask<StoragePage<EntityProperties>> Query(
        string table, EntityQuery query, string? continuation, bool async, CancellationToken cancellation);
}
