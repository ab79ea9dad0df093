using Azure.Storage.Blobs.Models;

namespace Azure.Storage.Blobs;

internal readonly record struct BlobAddress(string Container, string Name);

internal sealed record BlobUpload(
    byte[] Content, BlobHttpHeaders? Headers, IDictionary<string, string>? Metadata, BlobRequestConditions? Conditions);

internal sealed record ContainerSettings(
    PublicAccessType Access, IDictionary<string, string>? Metadata, BlobContainerEncryptionScopeOptions? Encryption);

/// <summary>
/// What the clients need of the storage behind them: the Blob service over HTTP, or a durable file in this process.
/// Every answer has the service's status and headers; a refusal is an answer too, and the client throws it.
/// </summary>
internal interface IBlobStorage
{
    Uri Endpoint { get; }

    string AccountName { get; }

    ValueTask<Response> CreateContainer(string container, ContainerSettings settings, bool async, CancellationToken cancellation);

    ValueTask<Response> DeleteContainer(string container, BlobRequestConditions? conditions, bool async, CancellationToken cancellation);

    ValueTask<Response> GetContainer(string container, bool async, CancellationToken cancellation);

    /// <summary>Throws where the container is missing.</summary>
    ValueTask<StoragePage<BlobItem>> List(
        string container, string? prefix, BlobTraits traits, string? continuation, int? pageSize, bool async, CancellationToken cancellation);

    ValueTask<Response> Put(BlobAddress blob, BlobUpload upload, bool async, CancellationToken cancellation);

    ValueTask<Response> Get(
        BlobAddress blob, HttpRange range, BlobRequestConditions? conditions, bool async, CancellationToken cancellation);

    ValueTask<Response> GetProperties(
        BlobAddress blob, BlobRequestConditions? conditions, bool async, CancellationToken cancellation);

    ValueTask<Response> Delete(
        BlobAddress blob,
        DeleteSnapshotsOption snapshots,
        BlobRequestConditions? conditions,
        bool async,
        CancellationToken cancellation);
}
