#nullable disable annotations
using Azure.Core;
using Azure.Storage.Blobs.Models;

namespace Azure.Storage.Blobs;

/// <summary>
/// An account's containers. Besides what the Blob service understands, a connection string may be
/// <c>DurableFile=path</c>: then the blobs live in a file of this process, with the same answers and the same errors.
/// </summary>
public class BlobServiceClient
{
    private readonly IBlobStorage storage;

    public BlobServiceClient(string connectionString)
        : this(connectionString, null)
    {
    }

    public BlobServiceClient(string connectionString, BlobClientOptions options) =>
        storage = BlobStorages.From(connectionString, options);

    /// <param name="serviceUri">The account's address, with a shared access signature as its query or without.</param>
    /// <param name="options">How requests are sent.</param>
    public BlobServiceClient(Uri serviceUri, BlobClientOptions options = null) =>
        storage = BlobStorages.From(serviceUri, options);

    public BlobServiceClient(Uri serviceUri, AzureSasCredential credential, BlobClientOptions options = null) =>
        storage = BlobStorages.From(serviceUri, credential, options);

    public BlobServiceClient(Uri serviceUri, TokenCredential credential, BlobClientOptions options = null) =>
        storage = BlobStorages.From(serviceUri, credential, options);

    /// <summary>For mocks.</summary>
    protected BlobServiceClient()
    {
    }

    public virtual string AccountName => storage.AccountName;

    public virtual Uri Uri => storage.Endpoint;

    public virtual BlobContainerClient GetBlobContainerClient(string blobContainerName) => new(storage, blobContainerName);

    /// <exception cref="RequestFailedException">409 ContainerAlreadyExists.</exception>
    public virtual Response<BlobContainerClient> CreateBlobContainer(
        string blobContainerName,
        PublicAccessType publicAccessType = PublicAccessType.None,
        IDictionary<string, string> metadata = null,
        CancellationToken cancellationToken = default)
    {
        var container = GetBlobContainerClient(blobContainerName);
        var response = container.Create(publicAccessType, metadata, cancellationToken).GetRawResponse();
        return Response.FromValue(container, response);
    }

    /// <exception cref="RequestFailedException">409 ContainerAlreadyExists.</exception>
    public virtual async Task<Response<BlobContainerClient>> CreateBlobContainerAsync(
        string blobContainerName,
        PublicAccessType publicAccessType = PublicAccessType.None,
        IDictionary<string, string> metadata = null,
        CancellationToken cancellationToken = default)
    {
        var container = GetBlobContainerClient(blobContainerName);
        var created = await container.CreateAsync(publicAccessType, metadata, cancellationToken).ConfigureAwait(false);
        return Response.FromValue(container, created.GetRawResponse());
    }

    /// <exception cref="RequestFailedException">404 ContainerNotFound.</exception>
    public virtual Response DeleteBlobContainer(
        string blobContainerName, BlobRequestConditions conditions = null, CancellationToken cancellationToken = default) =>
        GetBlobContainerClient(blobContainerName).Delete(conditions, cancellationToken);

    /// <exception cref="RequestFailedException">404 ContainerNotFound.</exception>
    public virtual Task<Response> DeleteBlobContainerAsync(
        string blobContainerName, BlobRequestConditions conditions = null, CancellationToken cancellationToken = default) =>
        GetBlobContainerClient(blobContainerName).DeleteAsync(conditions, cancellationToken);
}
