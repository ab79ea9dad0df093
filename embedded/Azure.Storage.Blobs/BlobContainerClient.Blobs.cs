#nullable disable annotations
using Azure.Storage.Blobs.Models;

namespace Azure.Storage.Blobs;

public partial class BlobContainerClient
{
    /// <summary>Blobs in the order of their names, page by page as they are asked for.</summary>
    public virtual Pageable<BlobItem> GetBlobs(
        BlobTraits traits = BlobTraits.None,
        BlobStates states = BlobStates.None,
        string prefix = null,
        CancellationToken cancellationToken = default) =>
        Pages(traits, prefix, cancellationToken).Synchronous();

    /// <summary>Blobs in the order of their names, page by page as they are asked for.</summary>
    public virtual AsyncPageable<BlobItem> GetBlobsAsync(
        BlobTraits traits = BlobTraits.None,
        BlobStates states = BlobStates.None,
        string prefix = null,
        CancellationToken cancellationToken = default) =>
        Pages(traits, prefix, cancellationToken).Asynchronous();

    /// <exception cref="RequestFailedException">409 BlobAlreadyExists.</exception>
    public virtual Response<BlobContentInfo> UploadBlob(
        string blobName, Stream content, CancellationToken cancellationToken = default) =>
        GetBlobClient(blobName).Upload(content, cancellationToken);

    /// <exception cref="RequestFailedException">409 BlobAlreadyExists.</exception>
    public virtual Task<Response<BlobContentInfo>> UploadBlobAsync(
        string blobName, Stream content, CancellationToken cancellationToken = default) =>
        GetBlobClient(blobName).UploadAsync(content, cancellationToken);

    /// <exception cref="RequestFailedException">409 BlobAlreadyExists.</exception>
    public virtual Response<BlobContentInfo> UploadBlob(
        string blobName, BinaryData content, CancellationToken cancellationToken = default) =>
        GetBlobClient(blobName).Upload(content, cancellationToken);

    /// <exception cref="RequestFailedException">409 BlobAlreadyExists.</exception>
    public virtual Task<Response<BlobContentInfo>> UploadBlobAsync(
        string blobName, BinaryData content, CancellationToken cancellationToken = default) =>
        GetBlobClient(blobName).UploadAsync(content, cancellationToken);

    /// <exception cref="RequestFailedException">404 BlobNotFound or ContainerNotFound, 412 ConditionNotMet.</exception>
    public virtual Response DeleteBlob(
        string blobName,
        DeleteSnapshotsOption snapshotsOption = DeleteSnapshotsOption.None,
        BlobRequestConditions conditions = null,
        CancellationToken cancellationToken = default) =>
        GetBlobClient(blobName).Delete(snapshotsOption, conditions, cancellationToken);

    /// <exception cref="RequestFailedException">404 BlobNotFound or ContainerNotFound, 412 ConditionNotMet.</exception>
    public virtual Task<Response> DeleteBlobAsync(
        string blobName,
        DeleteSnapshotsOption snapshotsOption = DeleteSnapshotsOption.None,
        BlobRequestConditions conditions = null,
        CancellationToken cancellationToken = default) =>
        GetBlobClient(blobName).DeleteAsync(snapshotsOption, conditions, cancellationToken);

    public virtual Response<bool> DeleteBlobIfExists(
        string blobName,
        DeleteSnapshotsOption snapshotsOption = DeleteSnapshotsOption.None,
        BlobRequestConditions conditions = null,
        CancellationToken cancellationToken = default) =>
        GetBlobClient(blobName).DeleteIfExists(snapshotsOption, conditions, cancellationToken);

    public virtual Task<Response<bool>> DeleteBlobIfExistsAsync(
        string blobName,
        DeleteSnapshotsOption snapshotsOption = DeleteSnapshotsOption.None,
        BlobRequestConditions conditions = null,
        CancellationToken cancellationToken = default) =>
        GetBlobClient(blobName).DeleteIfExistsAsync(snapshotsOption, conditions, cancellationToken);

    private PageSource<BlobItem, BlobItem> Pages(BlobTraits traits, string prefix, CancellationToken cancellation) => new(
        (continuation, pageSize, async) =>
            storage.List(Name, prefix, traits, continuation, pageSize, async, cancellation),
        item => item);
}
