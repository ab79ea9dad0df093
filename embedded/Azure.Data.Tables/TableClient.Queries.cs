#nullable disable annotations
using System.Linq.Expressions;
using Azure.Data.Tables.Filters;
using Azure.Data.Tables.Storage;

namespace Azure.Data.Tables;

public partial class TableClient
{
    /// <summary>Rows in the order of partition key, then row key, page by page as they are asked for.</summary>
    public virtual Pageable<T> Query<T>(
        Expression<Func<T, bool>> filter,
        int? maxPerPage = null,
        IEnumerable<string> select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        Query<T>(ExpressionFilter.Translate(filter), maxPerPage, select, cancellationToken);

    /// <summary>Rows in the order of partition key, then row key, page by page as they are asked for.</summary>
    public virtual AsyncPageable<T> QueryAsync<T>(
        Expression<Func<T, bool>> filter,
        int? maxPerPage = null,
        IEnumerable<string> select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        QueryAsync<T>(ExpressionFilter.Translate(filter), maxPerPage, select, cancellationToken);

    /// <param name="filter">OData, best made by <see cref="CreateQueryFilter(FormattableString)"/>; null for all rows.</param>
    /// <param name="maxPerPage">At most so many rows a page, 1,000 at most.</param>
    /// <param name="select">The properties to return; null for all.</param>
    /// <param name="cancellationToken">Ends the paging.</param>
    public virtual Pageable<T> Query<T>(
        string filter = null,
        int? maxPerPage = null,
        IEnumerable<string> select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        Pages<T>(filter, maxPerPage, select, cancellationToken).Synchronous();

    /// <param name="filter">OData, best made by <see cref="CreateQueryFilter(FormattableString)"/>; null for all rows.</param>
    /// <param name="maxPerPage">At most so many rows a page, 1,000 at most.</param>
    /// <param name="select">The properties to return; null for all.</param>
    /// <param name="cancellationToken">Ends the paging.</param>
    public virtual AsyncPageable<T> QueryAsync<T>(
        string filter = null,
        int? maxPerPage = null,
        IEnumerable<string> select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        Pages<T>(filter, maxPerPage, select, cancellationToken).Asynchronous();

    private PageSource<EntityProperties, T> Pages<T>(
        string filter, int? maxPerPage, IEnumerable<string> select, CancellationToken cancellation)
    {
        var selected = select?.ToArray();
        return new PageSource<EntityProperties, T>(
            (continuation, pageSize, async) => storage.Query(
                Name, new EntityQuery(filter, selected, pageSize ?? maxPerPage), continuation, async, cancellation),
            EntityMapper.FromProperties<T>);
    }
}
