using Azure;
using Azure.Storage.Blobs;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.Texts;

/// <summary>Texts by their hash, one blob each. A text never changes: another text has another hash.</summary>
public sealed class TextStore(BlobServiceClient blobs)
{
    public const string Container = "texts";
    private volatile bool _containerIsThere;

    /// <summary>Keeps the text. Again with the same text: nothing happens, the same hash comes back.</summary>
    public async Task<TextHash> SaveAsync(MouText text, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        var hash = CanonicalText.HashOf(text);
        var container = await OpenAsync(cancel).ConfigureAwait(false);
        // Over a blob of the same hash: whatever is written stands for the same text.
        await container.GetBlobClient(hash.Value)
            .UploadAsync(BinaryData.FromString(StoredJson.Of(text)), overwrite: true, cancel).ConfigureAwait(false);
        return hash;
    }

    public async Task<MouText?> FindAsync(TextHash hash, CancellationToken cancel = default)
    {
        if (hash.Value is not { Length: 64 } || !hash.Value.All(char.IsAsciiHexDigitLower)) return null;
        try
        {
            var blob = (await OpenAsync(cancel).ConfigureAwait(false)).GetBlobClient(hash.Value);
            var downloaded = await blob.DownloadContentAsync(cancel).ConfigureAwait(false);
            return StoredJson.Read<MouText>(downloaded.Value.Content.ToString());
        }
        catch (RequestFailedException fault) when (fault.IsMissing())
        {
            return null;
        }
    }

    private async ValueTask<BlobContainerClient> OpenAsync(CancellationToken cancel)
    {
        var container = blobs.GetBlobContainerClient(Container);
        if (_containerIsThere) return container;
        await container.CreateIfNotExistsAsync(cancellationToken: cancel).ConfigureAwait(false);
        _containerIsThere = true;
        return container;
    }
}
