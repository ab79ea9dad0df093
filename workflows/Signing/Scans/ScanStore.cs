using Azure.Storage.Blobs;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.Signing.Scans;

/// <summary>Each case's scans by their hash. A scan never changes: another one has another hash.</summary>
public sealed class ScanStore(BlobServiceClient blobs)
{
    public const string Container = "scans";
    private readonly CaseFiles _files = new(blobs, Container);

    public static ScanHash HashOf(byte[] content) => new(CaseFiles.HashOf(content));

    /// <summary>Keeps the content. Again with the same: nothing happens.</summary>
    public Task SaveAsync(MouId id, ScanHash hash, byte[] content, CancellationToken cancel = default) => _files.SaveAsync(id, hash.Value, content, cancel);

    /// <returns>Null: it is not there, or is not what was kept under this hash.</returns>
    public Task<byte[]?> FindAsync(MouId id, ScanHash hash, CancellationToken cancel = default) => _files.FindAsync(id, hash.Value, cancel);

    /// <exception cref="BrokenCaseException">It is not there, or is not what was kept.</exception>
    public async Task<byte[]> ExpectAsync(MouId id, ScanHash hash, CancellationToken cancel = default) =>
        await FindAsync(id, hash, cancel).ConfigureAwait(false) ?? throw BrokenCaseException.ScanMissing(id, hash);

    internal Task RemoveAllAsync(MouId id, CancellationToken cancel) => _files.RemoveAllAsync(id, cancel);
}
