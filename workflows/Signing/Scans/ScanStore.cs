using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.Signing.Scans;

/// <summary>Scans by their hash, one blob each. A scan never changes: another one has another hash.</summary>
public sealed class ScanStore(BlobServiceClient blobs)
{
    public const string Container = "scans";
    private volatile bool _containerIsThere;

    public static ScanHash HashOf(byte[] content) => new(Convert.ToHexStringLower(SHA256.HashData(content)));

    /// <summary>Keeps the content. Again with the same: nothing happens.</summary>
    public async Task SaveAsync(ScanHash hash, byte[] content, CancellationToken cancel = default) =>
        await (await OpenAsync(cancel).ConfigureAwait(false)).GetBlobClient(hash.Value)
            .UploadAsync(BinaryData.FromBytes(content), overwrite: true, cancel).ConfigureAwait(false);

    /// <returns>Null: it is not there, or is not what was kept under this hash.</returns>
    public async Task<byte[]?> FindAsync(ScanHash hash, CancellationToken cancel = default)
    {
        try
        {
            var blob = (await OpenAsync(cancel).ConfigureAwait(false)).GetBlobClient(hash.Value);
            var content = (await blob.DownloadContentAsync(cancel).ConfigureAwait(false)).Value.Content.ToArray();
            return HashOf(content) == hash ? content : null;
        }
        catch (RequestFailedException fault) when (fault.IsMissing())
        {
            return null;
        }
    }

    /// <summary>There is none: that is fine.</summary>
    internal async Task RemoveAsync(ScanHash hash, CancellationToken cancel) =>
        await (await OpenAsync(cancel).ConfigureAwait(false)).GetBlobClient(hash.Value).DeleteIfExistsAsync(cancellationToken: cancel).ConfigureAwait(false);

    /// <exception cref="Cases.BrokenCaseException">It is not there, or is not what was kept.</exception>
    public async Task<byte[]> ExpectAsync(MouId id, ScanHash hash, CancellationToken cancel = default) =>
        await FindAsync(hash, cancel).ConfigureAwait(false) ?? throw Cases.BrokenCaseException.ScanMissing(id, hash);

    private async ValueTask<BlobContainerClient> OpenAsync(CancellationToken cancel)
    {
        var container = blobs.GetBlobContainerClient(Container);
        if (_containerIsThere) return container;
        await container.CreateIfNotExistsAsync(cancellationToken: cancel).ConfigureAwait(false);
        _containerIsThere = true;
        return container;
    }
}
