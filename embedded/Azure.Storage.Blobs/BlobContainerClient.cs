#nullable disable annotations
using Azure.Storage.Blobs.Models;

namespace Azure.Storage.Blobs;

/// <summary>One container. <see cref="BlobServiceClient"/> says where it may live.</summary>
public partial class BlobContainerClient
{
    private readonly IBlobStorage storage;

    public BlobContainerClient(string connectionString, string blobContainerName)
        : this(connectionString, blobContainerName, null)
    {
    }

    public BlobContainerClient(string connectionString, string blobContainerName, BlobClientOptions options)
        : this(BlobStorages.From(connectionString, options), blobContainerName)
    {
    }

    internal BlobContainerClient(IBlobStorage storage, string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        this.storage = storage;
        Name = name;
    }

    /// <summary>For mocks.</summary>
    protected BlobContainerClient()
    {
    }

    public virtual string Name { get; }

    public virtual string AccountName => storage.AccountName;

    public virtual Uri Uri => new(storage.Endpoint.AbsoluteUri.TrimEnd('/') + "/" + Name);

    public virtual BlobClient GetBlobClient(string blobName) => new(storage, new BlobAddress(Name, blobName));

    /// <exception cref="RequestFailedException">409 ContainerAlreadyExists.</exception>
    public virtual Response<BlobContainerInfo> Create(
        PublicAccessType publicAccessType = PublicAccessType.None,
        IDictionary<string, string> metadata = null,
        BlobContainerEncryptionScopeOptions encryptionScopeOptions = null,
        CancellationToken cancellationToken = default) =>
        CreateCore(new(publicAccessType, metadata, encryptionScopeOptions), async: false, cancellationToken).Now();

    public virtual Response<BlobContainerInfo> Create(
        PublicAccessType publicAccessType, IDictionary<string, string> metadata, CancellationToken cancellationToken) =>
        Create(publicAccessType, metadata, null, cancellationToken);

    /// <exception cref="RequestFailedException">409 ContainerAlreadyExists.</exception>
    public virtual async Task<Response<BlobContainerInfo>> CreateAsync(
        PublicAccessType publicAccessType = PublicAccessType.None,
        IDictionary<string, string> metadata = null,
        BlobContainerEncryptionScopeOptions encryptionScopeOptions = null,
        CancellationToken cancellationToken = default) =>
        await CreateCore(new(publicAccessType, metadata, encryptionScopeOptions), async: true, cancellationToken)
            .ConfigureAwait(false);

    public virtual Task<Response<BlobContainerInfo>> CreateAsync(
        PublicAccessType publicAccessType, IDictionary<string, string> metadata, CancellationToken cancellationToken) =>
        CreateAsync(publicAccessType, metadata, null, cancellationToken);

    /// <summary>Null, as the real client has it, when the container exists; it is then left as it is.</summary>
    public virtual Response<BlobContainerInfo> CreateIfNotExists(
        PublicAccessType publicAccessType = PublicAccessType.None,
        IDictionary<string, string> metadata = null,
        BlobContainerEncryptionScopeOptions encryptionScopeOptions = null,
        CancellationToken cancellationToken = default) =>
        CreateIfNotExistsCore(new(publicAccessType, metadata, encryptionScopeOptions), async: false, cancellationToken).Now();

    public virtual Response<BlobContainerInfo> CreateIfNotExists(
        PublicAccessType publicAccessType, IDictionary<string, string> metadata, CancellationToken cancellationToken) =>
        CreateIfNotExists(publicAccessType, metadata, null, cancellationToken);

    /// <summary>Null, as the real client has it, when the container exists; it is then left as it is.</summary>
    public virtual async Task<Response<BlobContainerInfo>> CreateIfNotExistsAsync(
        PublicAccessType publicAccessType = PublicAccessType.None,
        IDictionary<string, string> metadata = null,
        BlobContainerEncryptionScopeOptions encryptionScopeOptions = null,
        CancellationToken cancellationToken = default) =>
        await CreateIfNotExistsCore(new(publicAccessType, metadata, encryptionScopeOptions), async: true, cancellationToken)
            .ConfigureAwait(false);

    public virtual Task<Response<BlobContainerInfo>> CreateIfNotExistsAsync(
        PublicAccessType publicAccessType, IDictionary<string, string> metadata, CancellationToken cancellationToken) =>
        CreateIfNotExistsAsync(publicAccessType, metadata, null, cancellationToken);

    /// <summary>Deletes the container with its blobs.</summary>
    /// <exception cref="RequestFailedException">404 ContainerNotFound.</exception>
    public virtual Response Delete(BlobRequestConditions conditions = null, CancellationToken cancellationToken = default) =>
        BlobFailure.Accepted(storage.DeleteContainer(Name, conditions, async: false, cancellationToken).Now());

    /// <summary>Deletes the container with its blobs.</summary>
    /// <exception cref="RequestFailedException">404 ContainerNotFound.</exception>
    public virtual async Task<Response> DeleteAsync(
        BlobRequestConditions conditions = null, CancellationToken cancellationToken = default) =>
        BlobFailure.Accepted(
            await storage.DeleteContainer(Name, conditions, async: true, cancellationToken).ConfigureAwait(false));

    public virtual Response<bool> DeleteIfExists(
        BlobRequestConditions conditions = null, CancellationToken cancellationToken = default) =>
        Happened(storage.DeleteContainer(Name, conditions, async: false, cancellationToken).Now());

    public virtual async Task<Response<bool>> DeleteIfExistsAsync(
        BlobRequestConditions conditions = null, CancellationToken cancellationToken = default) =>
        Happened(await storage.DeleteContainer(Name, conditions, async: true, cancellationToken).ConfigureAwait(false));

    public virtual Response<bool> Exists(CancellationToken cancellationToken = default) =>
        Happened(storage.GetContainer(Name, async: false, cancellationToken).Now());

    public virtual async Task<Response<bool>> ExistsAsync(CancellationToken cancellationToken = default) =>
        Happened(await storage.GetContainer(Name, async: true, cancellationToken).ConfigureAwait(false));

    private static Response<bool> Happened(Response response) =>
        BlobFailure.Is(response, "ContainerNotFound")
            ? Response.FromValue(false, response)
            : Response.FromValue(true, BlobFailure.Accepted(response));

    private async ValueTask<Response<BlobContainerInfo>> CreateCore(
        ContainerSettings settings, bool async, CancellationToken cancellation)
    {
        var response = BlobFailure.Accepted(
            await storage.CreateContainer(Name, settings, async, cancellation).ConfigureAwait(false));
        return Response.FromValue(new BlobContainerInfo(new BlobHeaders(response)), response);
    }

    private async ValueTask<Response<BlobContainerInfo>> CreateIfNotExistsCore(
        ContainerSettings settings, bool async, CancellationToken cancellation)
    {
        var response = await storage.CreateContainer(Name, settings, async, cancellation).ConfigureAwait(false);
        return BlobFailure.Is(response, "ContainerAlreadyExists")
            ? null
            : Response.FromValue(new BlobContainerInfo(new BlobHeaders(BlobFailure.Accepted(response))), response);
    }
}
