using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace LocalDiplomacy.Workflows.Tests.Surroundings;

/// <summary>A store whose transactions can be interrupted, before or after they were made.</summary>
internal sealed class UnreliableTables(TableServiceClient inner) : TableServiceClient
{
    /// <summary>Runs before a transaction of the named table; what it throws, the transaction throws.</summary>
    public Func<string, Task> BeforeTransaction { get; set; } = _ => Task.CompletedTask;

    /// <summary>Runs after a transaction was made: what it throws is a reply that was lost.</summary>
    public Func<string, Task> AfterTransaction { get; set; } = _ => Task.CompletedTask;

    /// <summary>Runs before a query of the named table, with its filter.</summary>
    public Action<string, string?> BeforeQuery { get; set; } = (_, _) => { };

    /// <summary>Runs before a row of the named table is removed, with its two keys.</summary>
    public Func<string, string, string, Task> BeforeDelete { get; set; } = (_, _, _) => Task.CompletedTask;

    /// <summary>Questions that were asked of it so far, and rows that came back for queries.</summary>
    public (int Questions, int Rows) Read { get; private set; }

    public override TableClient GetTableClient(string tableName) => new UnreliableTable(this, inner.GetTableClient(tableName));

    private sealed class UnreliableTable(UnreliableTables tables, TableClient inner) : TableClient
    {
        public override string Name => inner.Name;

        public override async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
            IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
        {
            await tables.BeforeTransaction(Name);
            var response = await inner.SubmitTransactionAsync(transactionActions, cancellationToken);
            await tables.AfterTransaction(Name);
            return response;
        }

        public override Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default) =>
            inner.CreateIfNotExistsAsync(cancellationToken);

        public override Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default) =>
            inner.AddEntityAsync(entity, cancellationToken);

        public override Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
            string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        {
            tables.Count(questions: 1, rows: 0);
            return inner.GetEntityIfExistsAsync<T>(partitionKey, rowKey, select, cancellationToken);
        }

        public override Task<Response> UpsertEntityAsync<T>(
            T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default) =>
            inner.UpsertEntityAsync(entity, mode, cancellationToken);

        public override Task<Response> UpdateEntityAsync<T>(
            T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default) =>
            inner.UpdateEntityAsync(entity, ifMatch, mode, cancellationToken);

        public override async Task<Response> DeleteEntityAsync(
            string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default)
        {
            await tables.BeforeDelete(Name, partitionKey, rowKey);
            return await inner.DeleteEntityAsync(partitionKey, rowKey, ifMatch, cancellationToken);
        }

        public override AsyncPageable<T> QueryAsync<T>(
            string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        {
            tables.BeforeQuery(Name, filter);
            return new CountedPages<T>(tables, inner.QueryAsync<T>(filter, maxPerPage, select, cancellationToken));
        }
    }

    private void Count(int questions, int rows)
    {
        lock (this) Read = (Read.Questions + questions, Read.Rows + rows);
    }

    /// <summary>Each page is a question of its own, and brings all its rows.</summary>
    private sealed class CountedPages<T>(UnreliableTables tables, AsyncPageable<T> inner) : AsyncPageable<T> where T : notnull
    {
        public override async IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
        {
            await foreach (var page in inner.AsPages(continuationToken, pageSizeHint))
            {
                tables.Count(questions: 1, rows: page.Values.Count);
                yield return page;
            }
        }
    }
}
