using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Storage;

/// <summary>
/// Files of cases in one container, each in its case's folder under the SHA-256 of its content. The same file in two cases is kept
/// twice, so that one of them can go without the other's evidence.
/// </summary>
internal sealed class CaseFiles(BlobServiceClient blobs, string container)
{
    private volatile bool _isThere;

    public static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>Keeps the content. Again with the same: nothing happens.</summary>
    public async Task SaveAsync(MouId id, string hash, byte[] content, CancellationToken cancel) =>
        await (await OpenAsync(cancel).ConfigureAwait(false)).GetBlobClient(NameOf(id, hash)).UploadAsync(BinaryData.FromBytes(content), overwrite: true, cancel).ConfigureAwait(false);

    /// <returns>Null: it is not there, or is not what was kept under this hash.</returns>
    public async Task<byte[]?> FindAsync(MouId id, string hash, CancellationToken cancel)
    {
        try
        {
            var blob = (await OpenAsync(cancel).ConfigureAwait(false)).GetBlobClient(NameOf(id, hash));
            var content = (await blob.DownloadContentAsync(cancel).ConfigureAwait(false)).Value.Content.ToArray();
            return HashOf(content) == hash ? content : null;
        }
        catch (RequestFailedException fault) when (fault.IsMissing())
        {
            return null;
        }
    }

    /// <summary>All of the case's. There are none: that is fine.</summary>
    public async Task RemoveAllAsync(MouId id, CancellationToken cancel)
    {
        var files = await OpenAsync(cancel).ConfigureAwait(false);
        var names = new List<string>();
        await foreach (var blob in files.GetBlobsAsync(BlobTraits.None, BlobStates.None, NameOf(id, ""), cancel).ConfigureAwait(false)) names.Add(blob.Name);
        foreach (var name in names) await files.DeleteBlobIfExistsAsync(name, cancellationToken: cancel).ConfigureAwait(false);
    }

    private static string NameOf(MouId id, string hash) => $"{id.Value}/{hash}";

    private async ValueTask<BlobContainerClient> OpenAsync(CancellationToken cancel)
    {
        var client = blobs.GetBlobContainerClient(container);
        if (_isThere) return client;
        await client.CreateIfNotExistsAsync(cancellationToken: cancel).ConfigureAwait(false);
        _isThere = true;
        return client;
    }
}
