#nullable disable annotations
using System.Linq.Expressions;
using Azure.Core;
using Azure.Data.Tables.Filters;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Storage;

namespace Azure.Data.Tables;

/// <summary>
/// One table. Besides what the Table service understands, a connection string may be <c>DurableFile=path</c>:
/// then the table lives in a file of this process, with the same answers and the same errors.
/// </summary>
public partial class TableClient
{
    private readonly ITableStorage storage;

    public TableClient(string connectionString, string tableName)
        : this(connectionString, tableName, null)
    {
    }

    public TableClient(string connectionString, string tableName, TableClientOptions options = null)
        : this(TableStorages.From(connectionString, options), tableName)
    {
    }

    /// <param name="endpoint">The table's address, its name being the last segment.</param>
    /// <param name="credential">A shared access signature.</param>
    /// <param name="options">How requests are sent.</param>
    public TableClient(Uri endpoint, AzureSasCredential credential, TableClientOptions options = null)
        : this(TableStorages.From(TableStorages.Account(endpoint), credential, options), TableStorages.Table(endpoint))
    {
    }

    /// <param name="endpoint">The table's address with a shared access signature as its query.</param>
    /// <param name="options">How requests are sent.</param>
    public TableClient(Uri endpoint, TableClientOptions options = null)
        : this(TableStorages.From(TableStorages.Account(endpoint), options), TableStorages.Table(endpoint))
    {
    }

    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential)
        : this(endpoint, tableName, credential, null)
    {
    }

    public TableClient(
        Uri endpoint, string tableName, TableSharedKeyCredential credential, TableClientOptions options = null)
        : this(TableStorages.From(endpoint, credential, options), tableName)
    {
    }

    public TableClient(
        Uri endpoint, string tableName, TokenCredential tokenCredential, TableClientOptions options = null)
        : this(TableStorages.From(endpoint, tokenCredential, options), tableName)
    {
    }

    internal TableClient(ITableStorage storage, string tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        this.storage = storage;
        Name = tableName;
    }

    /// <summary>For mocks.</summary>
    protected TableClient()
    {
    }

    public virtual string Name { get; }

    public virtual string AccountName => storage.AccountName;

    public virtual Uri Uri => new(storage.Endpoint.AbsoluteUri.TrimEnd('/') + "/" + Name);

    /// <summary>Puts values into a filter as literals of their types, so that no text can change its meaning.</summary>
    public static string CreateQueryFilter(FormattableString filter) => FilterLiteral.Format(filter);

    public static string CreateQueryFilter<T>(Expression<Func<T, bool>> filter) => ExpressionFilter.Translate(filter);

    /// <exception cref="RequestFailedException">409 TableAlreadyExists.</exception>
    public virtual Response<TableItem> Create(CancellationToken cancellationToken = default) =>
        CreateCore(async: false, cancellationToken).Now();

    /// <exception cref="RequestFailedException">409 TableAlreadyExists.</exception>
    public virtual async Task<Response<TableItem>> CreateAsync(CancellationToken cancellationToken = default) =>
        await CreateCore(async: true, cancellationToken).ConfigureAwait(false);

    public virtual Response<TableItem> CreateIfNotExists(CancellationToken cancellationToken = default) =>
        CreateIfNotExistsCore(async: false, cancellationToken).Now();

    public virtual async Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default) =>
        await CreateIfNotExistsCore(async: true, cancellationToken).ConfigureAwait(false);

    /// <summary>Deletes the table with its rows; the response's status is 404 when there is none.</summary>
    public virtual Response Delete(CancellationToken cancellationToken = default) =>
        storage.DeleteTable(Name, async: false, cancellationToken).Now();

    /// <summary>Deletes the table with its rows; the response's status is 404 when there is none.</summary>
    public virtual async Task<Response> DeleteAsync(CancellationToken cancellationToken = default) =>
        await storage.DeleteTable(Name, async: true, cancellationToken).ConfigureAwait(false);

    private async ValueTask<Response<TableItem>> CreateCore(bool async, CancellationToken cancellation)
    {
        var response = await storage.CreateTable(Name, async, cancellation).ConfigureAwait(false);
        return Response.FromValue(new TableItem(Name), response);
    }

    private async ValueTask<Response<TableItem>> CreateIfNotExistsCore(bool async, CancellationToken cancellation)
    {
        try
        {
            return await CreateCore(async, cancellation).ConfigureAwait(false);
        }
        catch (RequestFailedException refused) when (refused.ErrorCode == TableErrorCode.TableAlreadyExists.ToString())
        {
            return Response.FromValue(new TableItem(Name), refused.GetRawResponse()!);
        }
    }
}
