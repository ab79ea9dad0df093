using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.Archive;

/// <summary>Reads the store as the parts of an archive, a page at a time. A table or container that is missing is an empty one.</summary>
internal sealed class StoreReader(TableServiceClient tables, BlobServiceClient blobs)
{
    private const int ReadingsOfOneCase = 20;

    public async Task<ArchivePart> WriteAsync(string part, Stream to, CancellationToken cancel)
    {
        using var writer = new PartWriter(part, to);
        if (ArchiveContent.TableOf(part) is { } table)
        {
            await foreach (var row in RowsAsync(table, cancel).ConfigureAwait(false))
                await writer.WriteAsync((row.PartitionKey, row.RowKey), [RowLine.Write(row)], cancel).ConfigureAwait(false);
        }
        else
        {
            await foreach (var blob in BlobsAsync(ArchiveContent.ContainerOf(part), cancel).ConfigureAwait(false))
                await writer.WriteAsync((blob.Name, ""), blob.Pieces, cancel).ConfigureAwait(false);
        }

        return writer.Finish();
    }

    /// <returns>A table or container that holds something; null where none does.</returns>
    public async Task<string?> FindContentAsync(CancellationToken cancel)
    {
        foreach (var table in ArchiveContent.Tables.Concat(ArchiveContent.LeftBehind).Where(name => name != Tables.Imports))
            if (await AnyAsync(AllRows(tables.GetTableClient(table), null, ["PartitionKey"], cancel)).ConfigureAwait(false)) return $"table {table} has rows";
        foreach (var container in ArchiveContent.Containers)
            if (await AnyAsync(NamesAsync(container, cancel)).ConfigureAwait(false)) return $"container {container} has blobs";
        return null;
    }

    public IAsyncEnumerable<string> NamesAsync(string container, CancellationToken cancel) => OrNone(
        blobs.GetBlobContainerClient(container).GetBlobsAsync(cancellationToken: cancel), blob => blob.Name, cancel);

    public IAsyncEnumerable<TableEntity> KeysAsync(string table, CancellationToken cancel) =>
        AllRows(tables.GetTableClient(table), null, ["PartitionKey", "RowKey"], cancel);

    private IAsyncEnumerable<TableEntity> RowsAsync(string table, CancellationToken cancel)
    {
        var client = tables.GetTableClient(table);
        return table == Tables.Mous ? CasesAsync(client, cancel) : AllRows(client, null, null, cancel);
    }

    /// <summary>
    /// Case by case, each as it stood at one moment. A commit adds events and effects and replaces the state, whose row
    /// comes last: where its version was the same before and at the end of a reading, no commit came in between.
    /// </summary>
    private static async IAsyncEnumerable<TableEntity> CasesAsync(TableClient table, [EnumeratorCancellation] CancellationToken cancel)
    {
        (string? mou, int? version) = (null, null);
        await foreach (var key in AllRows(table, null, ["PartitionKey", "RowKey", "Version"], cancel).ConfigureAwait(false))
        {
            if (mou is not null && key.PartitionKey != mou)
            {
                foreach (var row in await CaseAsync(table, mou, version, cancel).ConfigureAwait(false)) yield return row;
                version = null;
            }

            mou = key.PartitionKey;
            if (key.RowKey == CaseRows.State) version = key.GetInt32("Version");
        }

        if (mou is null) yield break;
        foreach (var row in await CaseAsync(table, mou, version, cancel).ConfigureAwait(false)) yield return row;
    }

    private static async Task<List<TableEntity>> CaseAsync(TableClient table, string mou, int? version, CancellationToken cancel)
    {
        for (var reading = 0; reading < ReadingsOfOneCase; reading++)
        {
            var rows = new List<TableEntity>();
            await foreach (var row in AllRows(table, TableClient.CreateQueryFilter($"PartitionKey eq {mou}"), null, cancel).ConfigureAwait(false)) rows.Add(row);
            var now = rows.FirstOrDefault(row => row.RowKey == CaseRows.State)?.GetInt32("Version");
            if (now == version) return rows;
            version = now;
        }

        throw ArchiveException.Unrest(mou);
    }

    private async IAsyncEnumerable<ArchivedBlob> BlobsAsync(string container, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var name in NamesAsync(container, cancel).ConfigureAwait(false))
        {
            var content = await blobs.GetBlobContainerClient(container).GetBlobClient(name).DownloadContentAsync(cancel).ConfigureAwait(false);
            yield return new(name, content.Value.Content.ToArray());
        }
    }

    private static IAsyncEnumerable<TableEntity> AllRows(TableClient table, string? filter, string[]? select, CancellationToken cancel) =>
        OrNone(table.QueryAsync<TableEntity>(filter, select: select, cancellationToken: cancel), row => row, cancel);

    private static async IAsyncEnumerable<TTo> OrNone<TFrom, TTo>(
        AsyncPageable<TFrom> items, Func<TFrom, TTo> give, [EnumeratorCancellation] CancellationToken cancel)
        where TFrom : notnull
    {
        var each = items.GetAsyncEnumerator(cancel);
        await using (each.ConfigureAwait(false))
        {
            while (await NextAsync(each).ConfigureAwait(false)) yield return give(each.Current);
        }
    }

    private static async Task<bool> NextAsync<T>(IAsyncEnumerator<T> each)
    {
        try
        {
            return await each.MoveNextAsync().ConfigureAwait(false);
        }
        catch (RequestFailedException fault) when (fault.IsMissing())
        {
            return false;
        }
    }

    private static async Task<bool> AnyAsync<T>(IAsyncEnumerable<T> items)
    {
        await foreach (var _ in items.ConfigureAwait(false)) return true;
        return false;
    }
}
