#nullable disable annotations
using Azure.Data.Tables.Storage;

namespace Azure.Data.Tables;

public partial class TableClient
{
    /// <exception cref="RequestFailedException">409 EntityAlreadyExists, 404 TableNotFound.</exception>
    public virtual Response AddEntity<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        storage.Apply(Name, Checked(TableTransactionActionType.Add, entity), async: false, cancellationToken).Now();

    /// <exception cref="RequestFailedException">409 EntityAlreadyExists, 404 TableNotFound.</exception>
    public virtual async Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        await storage.Apply(Name, Checked(TableTransactionActionType.Add, entity), async: true, cancellationToken)
            .ConfigureAwait(false);

    /// <exception cref="RequestFailedException">404 ResourceNotFound or TableNotFound.</exception>
    public virtual Response<T> GetEntity<T>(
        string partitionKey, string rowKey, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        Found(Get<T>(partitionKey, rowKey, select, async: false, cancellationToken).Now());

    /// <exception cref="RequestFailedException">404 ResourceNotFound or TableNotFound.</exception>
    public virtual async Task<Response<T>> GetEntityAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        Found(await Get<T>(partitionKey, rowKey, select, async: true, cancellationToken).ConfigureAwait(false));

    public virtual NullableResponse<T> GetEntityIfExists<T>(
        string partitionKey, string rowKey, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        Get<T>(partitionKey, rowKey, select, async: false, cancellationToken).Now();

    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        await Get<T>(partitionKey, rowKey, select, async: true, cancellationToken).ConfigureAwait(false);

    public virtual Response UpsertEntity<T>(
        T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        storage.Apply(Name, Checked(Upsert(mode), entity), async: false, cancellationToken).Now();

    public virtual async Task<Response> UpsertEntityAsync<T>(
        T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        await storage.Apply(Name, Checked(Upsert(mode), entity), async: true, cancellationToken).ConfigureAwait(false);

    /// <exception cref="RequestFailedException">412 UpdateConditionNotSatisfied, 404 ResourceNotFound.</exception>
    public virtual Response UpdateEntity<T>(
        T entity,
        ETag ifMatch,
        TableUpdateMode mode = TableUpdateMode.Merge,
        CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        storage.Apply(Name, Checked(Update(mode), entity, Given(ifMatch)), async: false, cancellationToken).Now();

    /// <exception cref="RequestFailedException">412 UpdateConditionNotSatisfied, 404 ResourceNotFound.</exception>
    public virtual async Task<Response> UpdateEntityAsync<T>(
        T entity,
        ETag ifMatch,
        TableUpdateMode mode = TableUpdateMode.Merge,
        CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        await storage.Apply(Name, Checked(Update(mode), entity, Given(ifMatch)), async: true, cancellationToken)
            .ConfigureAwait(false);

    /// <summary>Without <paramref name="ifMatch"/> any version; the response's status is 404 when there is none.</summary>
    public virtual Response DeleteEntity(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        storage.Apply(Name, Deletion(partitionKey, rowKey, ifMatch), async: false, cancellationToken).Now();

    /// <summary>Without <paramref name="ifMatch"/> any version; the response's status is 404 when there is none.</summary>
    public virtual async Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        await storage.Apply(Name, Deletion(partitionKey, rowKey, ifMatch), async: true, cancellationToken)
            .ConfigureAwait(false);

    public virtual Response DeleteEntity(
        ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        DeleteEntity(entity?.PartitionKey, entity?.RowKey, ifMatch, cancellationToken);

    public virtual Task<Response> DeleteEntityAsync(
        ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        DeleteEntityAsync(entity?.PartitionKey, entity?.RowKey, ifMatch, cancellationToken);

    /// <summary>All actions or none; up to 100, of one partition, each row once, 4 MiB together.</summary>
    /// <exception cref="TableTransactionFailedException">One was refused; it says which.</exception>
    /// <exception cref="InvalidOperationException">There is no action.</exception>
    public virtual Response<IReadOnlyList<Response>> SubmitTransaction(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default) =>
        storage.ApplyAll(Name, Changes(transactionActions), async: false, cancellationToken).Now();

    /// <summary>All actions or none; up to 100, of one partition, each row once, 4 MiB together.</summary>
    /// <exception cref="TableTransactionFailedException">One was refused; it says which.</exception>
    /// <exception cref="InvalidOperationException">There is no action.</exception>
    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default) =>
        await storage.ApplyAll(Name, Changes(transactionActions), async: true, cancellationToken).ConfigureAwait(false);

    private async ValueTask<NullableResponse<T>> Get<T>(
        string partitionKey, string rowKey, IEnumerable<string> select, bool async, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        var (response, properties) = await storage
            .GetEntity(Name, new EntityKey(partitionKey, rowKey), select?.ToArray(), async, cancellation)
            .ConfigureAwait(false);
        return properties is null
            ? new NoEntityResponse<T>(response)
            : Response.FromValue(EntityMapper.FromProperties<T>(properties), response);
    }

    private static Response<T> Found<T>(NullableResponse<T> answer) =>
        answer as Response<T> ?? throw TableFailure.From(answer.GetRawResponse());

    private static EntityChange Change(
        TableTransactionActionType kind, ITableEntity entity, ETag ifMatch = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return new EntityChange(
            kind,
            EntityMapper.Key(entity),
            kind is TableTransactionActionType.Delete ? [] : EntityMapper.ToProperties(entity),
            ifMatch == default ? ETag.All : ifMatch);
    }

    private static EntityChange Checked(TableTransactionActionType kind, ITableEntity entity, ETag ifMatch = default)
    {
        var change = Change(kind, entity, ifMatch);
        EntityRules.Check(change);
        return change;
    }

    private static EntityChange Deletion(string partitionKey, string rowKey, ETag ifMatch)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        return new EntityChange(
            TableTransactionActionType.Delete,
            new EntityKey(partitionKey, rowKey),
            [],
            ifMatch == default ? ETag.All : ifMatch);
    }

    private static EntityChange[] Changes(IEnumerable<TableTransactionAction> actions)
    {
        ArgumentNullException.ThrowIfNull(actions);
        EntityChange[] changes = [.. actions.Select(action => Change(action.ActionType, action.Entity, action.ETag))];
        if (changes.Length == 0)
            throw new InvalidOperationException("A transaction needs an action.");
        EntityRules.Check(changes);
        return changes;
    }

    // The update asks for a version; forgetting it must not become "any version".
    private static ETag Given(ETag ifMatch) =>
        ifMatch != default ? ifMatch : throw new ArgumentException("An update names the version it expects, or ETag.All.", nameof(ifMatch));

    private static TableTransactionActionType Upsert(TableUpdateMode mode) => mode switch
    {
        TableUpdateMode.Merge => TableTransactionActionType.UpsertMerge,
        TableUpdateMode.Replace => TableTransactionActionType.UpsertReplace,
        _ => throw new ArgumentException($"Unknown mode {mode}.", nameof(mode)),
    };

    private static TableTransactionActionType Update(TableUpdateMode mode) => mode switch
    {
        TableUpdateMode.Merge => TableTransactionActionType.UpdateMerge,
        TableUpdateMode.Replace => TableTransactionActionType.UpdateReplace,
        _ => throw new ArgumentException($"Unknown mode {mode}.", nameof(mode)),
    };
}
