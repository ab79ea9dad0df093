using Azure.Data.Tables;
using Azure.Storage.Blobs;
using LocalDiplomacy.DurableTaskEngine.History;

namespace LocalDiplomacy.DurableTaskEngine.Storage;

/// <summary>Texts of any size. What is short is kept in the row, after '='; what is long goes to a blob of the instance that will
/// read it, and the row keeps its name, after '@'. Blobs are written before the row that names them, and go with the instance.</summary>
internal sealed class LargeValues(BlobServiceClient blobs, string containerName, DurableTaskHostOptions options)
{
    private static readonly TimeSpan Youth = TimeSpan.FromHours(1);

    private static readonly string[] Columns =
        [nameof(HistoryEvent.Data), nameof(HistoryEvent.Failure), nameof(InstanceRow.Input), nameof(InstanceRow.Output)];

    private const char InRow = '=';
    private const char InBlob = '@';

    private readonly BlobContainerClient container = blobs.GetBlobContainerClient(containerName);
    private volatile bool created;

    internal async ValueTask<string?> KeepAsync(string ownerId, string? text, CancellationToken cancellation)
    {
        if (text is null) return null;
        if (text.Length <= options.Limits.TextInRow) return InRow + text;

        if (!created) await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
        created = true;
        var name = PrefixOf(ownerId) + options.Chance.NewGuid().ToString("N");
        await container.GetBlobClient(name).UploadAsync(BinaryData.FromString(text), cancellation);
        return InBlob + name;
    }

    internal async ValueTask<string?> ReadAsync(string? kept, CancellationToken cancellation)
    {
        if (kept is null) return null;
        if (kept[0] == InRow) return kept[1..];
        var content = await container.GetBlobClient(kept[1..]).DownloadContentAsync(cancellation);
        return content.Value.Content.ToString();
    }

    internal async ValueTask<HistoryEvent> KeepAsync(string ownerId, HistoryEvent plain, CancellationToken cancellation) => plain with
    {
        Data = await KeepAsync(ownerId, plain.Data, cancellation),
        Failure = await KeepAsync(ownerId, plain.Failure, cancellation),
    };

    internal async ValueTask<HistoryEvent> ReadAsync(HistoryEvent kept, CancellationToken cancellation) => kept with
    {
        Data = await ReadAsync(kept.Data, cancellation),
        Failure = await ReadAsync(kept.Failure, cancellation),
    };

    internal static IEnumerable<string> NamedBy(TableEntity row) => Columns
        .Select(row.GetString)
        .Where(kept => kept is { Length: > 1 } && kept[0] == InBlob)
        .Select(kept => kept![1..]);

    /// <summary>Removes the blobs of an instance that is gone: those that its rows named, and what earlier executions and turns that were
    /// cut off left. A young one that no row named can belong to an instance of the same id that is just being started.</summary>
    internal async Task RemoveAllAsync(string ownerId, IReadOnlySet<string> named, CancellationToken cancellation)
    {
        if (!await container.ExistsAsync(cancellation)) return;
        var young = options.TimeProvider.GetUtcNow() - Youth;
        await foreach (var blob in container.GetBlobsAsync(prefix: PrefixOf(ownerId), cancellationToken: cancellation))
            if (named.Contains(blob.Name) || blob.Properties.CreatedOn < young)
                await container.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellation);
    }

    // A length in front: the prefix of one instance is then never the prefix of another's.
    private static string PrefixOf(string ownerId) => $"{ownerId.Length}-{Uri.EscapeDataString(ownerId)}/";
}
