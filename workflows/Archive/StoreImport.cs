using Azure.Data.Tables;
using Azure.Storage.Blobs;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.Archive;

/// <summary>What an import did.</summary>
/// <param name="OpenCases">Cases whose orchestrations begin with the program's next start.</param>
/// <param name="Mails">Mails that are delivered then.</param>
internal sealed record ImportSummary(ArchiveSummary Archive, long OpenCases, long Mails);

/// <summary>
/// Writes an archive into an empty store. The whole archive is checked before the first write; from then on the store
/// carries a mark, with which no program starts, until all that was written has been read back and is the same. An import
/// that was cut off is repeated from its beginning.
/// </summary>
internal sealed class StoreImport(StoreReader store, TableServiceClient service, Tables tables, BlobServiceClient blobs, ImportMark mark, TimeProvider time)
{
    /// <summary>Most partitions hold one row, so one transaction after the other would wait for the network most of the time.</summary>
    private const int AtOnce = 16;

    public async Task<ImportSummary> RunAsync(string path, CancellationToken cancel)
    {
        using var archive = await ArchiveFile.OpenAsync(path, cancel).ConfigureAwait(false);
        var repeats = await mark.IsUnfinishedAsync(cancel).ConfigureAwait(false);
        if (!repeats && await store.FindContentAsync(cancel).ConfigureAwait(false) is { } content) throw ArchiveException.NotEmpty(content);
        var mine = await mark.BeginAsync(archive.Sha256, cancel).ConfigureAwait(false);
        if (repeats) await ClearAsync(cancel).ConfigureAwait(false);

        var restarts = new Restarts(service, time);
        foreach (var part in archive.Parts) await WriteAsync(archive, part.Name, restarts, cancel).ConfigureAwait(false);
        foreach (var part in archive.Parts)
            if (await store.WriteAsync(part.Name, Stream.Null, cancel).ConfigureAwait(false) != part) throw ArchiveException.Changed(part.Name);
        await mark.EndAsync(mine, cancel).ConfigureAwait(false);
        return new(new(Path.GetFullPath(path), archive.Sha256, archive.Parts), restarts.OpenCases, restarts.Mails);
    }

    private async Task WriteAsync(ArchiveFile archive, string part, Restarts restarts, CancellationToken cancel)
    {
        if (ArchiveContent.TableOf(part) is { } name)
        {
            await tables.OpenAsync(name, cancel).ConfigureAwait(false);
            var rows = restarts.WithRestartsAsync(name, archive.RowsAsync(part, cancel), cancel);
            await EachAsync(RowBatch.OfAsync(rows, cancel), WriteAsync, cancel).ConfigureAwait(false);
            return;
        }

        var container = blobs.GetBlobContainerClient(ArchiveContent.ContainerOf(part));
        await container.CreateIfNotExistsAsync(cancellationToken: cancel).ConfigureAwait(false);
        await EachAsync(
            archive.BlobsAsync(part, cancel),
            async (blob, stop) => await container.GetBlobClient(blob.Name).UploadAsync(BinaryData.FromBytes(blob.Content), overwrite: true, stop).ConfigureAwait(false),
            cancel).ConfigureAwait(false);
    }

    private async ValueTask WriteAsync(RowBatch batch, CancellationToken cancel)
    {
        var table = await tables.OpenAsync(batch.Table, cancel).ConfigureAwait(false);
        // Not Add: a transaction whose answer was lost is sent again.
        var actions = batch.Rows.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row));
        await table.SubmitTransactionAsync(actions, cancel).ConfigureAwait(false);
    }

    /// <summary>Removes what an import that was cut off left: the store was empty when it began.</summary>
    private async Task ClearAsync(CancellationToken cancel)
    {
        foreach (var name in ArchiveContent.Tables.Concat(ArchiveContent.LeftBehind).Where(name => name != Tables.Imports))
        {
            var table = service.GetTableClient(name);
            await EachAsync(store.KeysAsync(name, cancel), async (row, stop) => await table.RemoveAsync(row.PartitionKey, row.RowKey, stop).ConfigureAwait(false), cancel)
                .ConfigureAwait(false);
        }

        foreach (var name in ArchiveContent.Containers)
        {
            var container = blobs.GetBlobContainerClient(name);
            await EachAsync(
                store.NamesAsync(name, cancel),
                async (blob, stop) => await container.DeleteBlobIfExistsAsync(blob, cancellationToken: stop).ConfigureAwait(false),
                cancel).ConfigureAwait(false);
        }
    }

    private static Task EachAsync<T>(IAsyncEnumerable<T> items, Func<T, CancellationToken, ValueTask> write, CancellationToken cancel) =>
        Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, write);
}
