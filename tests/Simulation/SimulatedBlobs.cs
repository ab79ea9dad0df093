extern alias Blobs;
using Azure;
using Blobs::Azure.Storage.Blobs;
using Blobs::Azure.Storage.Blobs.Models;
using Blobs::Azure.Storage.Shared;

namespace LocalDiplomacy.Simulation;

/// <summary>The blobs as one host sees them. What the engine uses of the clients, and nothing more.</summary>
internal sealed class SimulatedBlobs(MemoryBlobs storage, SimulatedClock clock, Weather weather) : BlobServiceClient
{
    public override BlobContainerClient GetBlobContainerClient(string blobContainerName) =>
        new SimulatedContainer(storage, blobContainerName, clock, weather);
}

internal sealed class SimulatedContainer(MemoryBlobs storage, string name, SimulatedClock clock, Weather weather) : BlobContainerClient
{
    internal static readonly Response Done = new StoredResponse(200);

    public override BlobClient GetBlobClient(string blobName) => new SimulatedBlob(storage, name, blobName, clock, weather);

    public override Task<Response<BlobContainerInfo>> CreateIfNotExistsAsync(
        PublicAccessType publicAccessType = PublicAccessType.None,
        IDictionary<string, string>? metadata = null,
        BlobContainerEncryptionScopeOptions? encryptionScopeOptions = null,
        CancellationToken cancellationToken = default) => weather.Through<Response<BlobContainerInfo>>(
            () =>
            {
                storage.Create(name);
                return null!;
            },
            changes: true);

    public override Task<Response<bool>> ExistsAsync(CancellationToken cancellationToken = default) =>
        weather.Through(() => Response.FromValue(storage.Has(name), Done), changes: false);

    public override AsyncPageable<BlobItem> GetBlobsAsync(
        BlobTraits traits = BlobTraits.None,
        BlobStates states = BlobStates.None,
        string? prefix = null,
        CancellationToken cancellationToken = default) => new Listing(this, prefix ?? string.Empty);

    public override Task<Response<bool>> DeleteBlobIfExistsAsync(
        string blobName,
        DeleteSnapshotsOption snapshotsOption = DeleteSnapshotsOption.None,
        BlobRequestConditions? conditions = null,
        CancellationToken cancellationToken = default) =>
        weather.Through(() => Response.FromValue(storage.In(name).Remove(blobName), Done), changes: true);

    private Task<BlobItem[]> FindAsync(string prefix) => weather.Through<BlobItem[]>(
        () =>
        [
            .. storage.In(name).Where(blob => blob.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(blob => new BlobItem(
                blob.Key, new BlobItemProperties { CreatedOn = blob.Value.CreatedOn, LastModified = blob.Value.CreatedOn }, null)),
        ],
        changes: false);

    private sealed class Listing(SimulatedContainer container, string prefix) : AsyncPageable<BlobItem>
    {
        public override async IAsyncEnumerable<Page<BlobItem>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
        {
            yield return Page<BlobItem>.FromValues(await container.FindAsync(prefix), null, Done);
        }

        public override async IAsyncEnumerator<BlobItem> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        {
            foreach (var blob in await container.FindAsync(prefix)) yield return blob;
        }
    }
}

internal sealed class SimulatedBlob(MemoryBlobs storage, string container, string name, SimulatedClock clock, Weather weather) : BlobClient
{
    public override Task<Response<BlobContentInfo>> UploadAsync(BinaryData content, CancellationToken cancellationToken) =>
        weather.Through<Response<BlobContentInfo>>(
            () => storage.In(container).TryAdd(name, new StoredContent(content, clock.Now))
                ? null!
                : throw new RequestFailedException(409, "The blob exists.", "BlobAlreadyExists", null),
            changes: true);

    public override Task<Response<BlobDownloadResult>> DownloadContentAsync(CancellationToken cancellationToken) => weather.Through(
        () => storage.In(container).TryGetValue(name, out var blob)
            ? Response.FromValue(new BlobDownloadResult(blob.Content, new BlobDownloadDetails()), SimulatedContainer.Done)
            : throw new RequestFailedException(404, $"There is no blob {name}.", "BlobNotFound", null),
        changes: false);
}
