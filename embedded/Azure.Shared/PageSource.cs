namespace Azure.Storage.Shared;

/// <summary>Pages fetched as they are asked for, offered in both of Azure.Core's forms.</summary>
internal sealed class PageSource<TStored, T>(
    Func<string?, int?, bool, ValueTask<StoragePage<TStored>>> fetch, Func<TStored, T> convert)
    where T : notnull
{
    public Pageable<T> Synchronous() => new SyncPages(this);

    public AsyncPageable<T> Asynchronous() => new AsyncPages(this);

    private Page<T> Convert(StoragePage<TStored> page) =>
        Page<T>.FromValues([.. page.Items.Select(convert)], page.Continuation, page.Response);

    private sealed class SyncPages(PageSource<TStored, T> source) : Pageable<T>
    {
        public override IEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
        {
            do
            {
                var page = source.Convert(source.Fetch(continuationToken, pageSizeHint, async: false).Now());
                yield return page;
                continuationToken = page.ContinuationToken;
            }
            while (continuationToken is not null);
        }
    }

    private sealed class AsyncPages(PageSource<TStored, T> source) : AsyncPageable<T>
    {
        public override async IAsyncEnumerable<Page<T>> AsPages(
            string? continuationToken = null, int? pageSizeHint = null)
        {
            do
            {
                var page = source.Convert(
                    await source.Fetch(continuationToken, pageSizeHint, async: true).ConfigureAwait(false));
                yield return page;
                continuationToken = page.ContinuationToken;
            }
            while (continuationToken is not null);
        }
    }

    private ValueTask<StoragePage<TStored>> Fetch(string? continuation, int? pageSize, bool async) =>
        fetch(string.IsNullOrEmpty(continuation) ? null : continuation, pageSize, async);
}

/// <param name="Items">The page.</param>
/// <param name="Continuation">Opaque; null on the last page.</param>
/// <param name="Response">As answered by the storage.</param>
internal sealed record StoragePage<T>(IReadOnlyList<T> Items, string? Continuation, Response Response);
