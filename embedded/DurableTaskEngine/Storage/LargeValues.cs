using Azure.Storage.Blobs;
using LocalDiplomacy.DurableTaskEngine.History;

namespace LocalDiplomacy.DurableTaskEngine.Storage;

/// <summary>Texts of any size. What is short is kept in the row, after '='; what is long goes to a blob of the instance that will
/// read it, and the row keeps its name, after '@'. Blobs are written before the row that names them, and go with the instance.</summary>
internal sealed class LargeValues(BlobServiceClient blobs, string containerName)
{
    /// <summary>In UTF-16 units; a property takes 32,768. Half of it keeps most turns within one transaction.</summary>
    internal const int LongestInRow = 16_000;

    private const char InRow = '=';
    private const char InBlob = '@';

    private readonly BlobContainerClient container = blobs.GetBlobContainerClient(containerName);
    private volatile bool created;

    internal async ValueTask<string?> KeepAsync(string ownerId, string? text, CancellationToken cancellation)
    {
        if (text is null) return null;
        if (text.Length <= LongestInRow) return InRow + text;

        if (!created) await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
        created = true;
        var name = PrefixOf(ownerId) + Guid.NewGuid().ToString("N");
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

    /// <summary>Removes the blobs of an instance that is gone.</summary>
    internal async Task RemoveAllAsync(string ownerId, CancellationToken cancellation)
    {
        if (!await container.ExistsAsync(cancellation)) return;
        await foreach (var blob in container.GetBlobsAsync(prefix: PrefixOf(ownerId), cancellationToken: cancellation))
            await container.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellation);
    }

    // A length in front: the prefix of one instance is then never the prefix of another's.
    private static string PrefixOf(string ownerId) => $"{ownerId.Length}-{Uri.EscapeDataString(ownerId)}/";
}
