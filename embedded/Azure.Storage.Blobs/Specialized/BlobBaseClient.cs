#nullable disable annotations
using Azure.Storage.Blobs.Models;

namespace Azure.Storage.Blobs.Specialized;

/// <summary>What every kind of blob offers.</summary>
public partial class BlobBaseClient
{
    public BlobBaseClient(string connectionString, string blobContainerName, string blobName)
        : this(connectionString, blobContainerName, blobName, null)
    {
    }

    public BlobBaseClient(string connectionString, string blobContainerName, string blobName, BlobClientOptions options)
        : this(BlobStorages.From(connectionString, options), new BlobAddress(blobContainerName, blobName))
    {
    }

    internal BlobBaseClient(IBlobStorage storage, BlobAddress address)
    {
        ArgumentException.ThrowIfNullOrEmpty(address.Container);
        ArgumentException.ThrowIfNullOrEmpty(address.Name);
        Storage = storage;
        Address = address;
    }

    /// <summary>For mocks.</summary>
    protected BlobBaseClient()
    {
    }

    public virtual string Name => Address.Name;

    public virtual string BlobContainerName => Address.Container;

    public virtual string AccountName => Storage.AccountName;

    public virtual Uri Uri => BlobStorages.Address(Storage.Endpoint, Address);

    internal IBlobStorage Storage { get; }

    internal BlobAddress Address { get; }

    public virtual Response<bool> Exists(CancellationToken cancellationToken = default) =>
        Happened(Storage.GetProperties(Address, null, async: false, cancellationToken).Now());

    public virtual async Task<Response<bool>> ExistsAsync(CancellationToken cancellationToken = default) =>
        Happened(await Storage.GetProperties(Address, null, async: true, cancellationToken).ConfigureAwait(false));

    /// <exception cref="RequestFailedException">404 BlobNotFound or ContainerNotFound, 412 ConditionNotMet.</exception>
    public virtual Response<BlobProperties> GetProperties(
        BlobRequestConditions conditions = null, CancellationToken cancellationToken = default) =>
        Properties(Storage.GetProperties(Address, conditions, async: false, cancellationToken).Now());

    /// <exception cref="RequestFailedException">404 BlobNotFound or ContainerNotFound, 412 ConditionNotMet.</exception>
    public virtual async Task<Response<BlobProperties>> GetPropertiesAsync(
        BlobRequestConditions conditions = null, CancellationToken cancellationToken = default) =>
        Properties(await Storage.GetProperties(Address, conditions, async: true, cancellationToken).ConfigureAwait(false));

    /// <exception cref="RequestFailedException">404 BlobNotFound or ContainerNotFound, 412 ConditionNotMet.</exception>
    public virtual Response Delete(
        DeleteSnapshotsOption snapshotsOption = DeleteSnapshotsOption.None,
        BlobRequestConditions conditions = null,
        CancellationToken cancellationToken = default) =>
        BlobFailure.Accepted(Storage.Delete(Address, snapshotsOption, conditions, async: false, cancellationToken).Now());

    /// <exception cref="RequestFailedException">404 BlobNotFound or ContainerNotFound, 412 ConditionNotMet.</exception>
    public virtual async Task<Response> DeleteAsync(
        DeleteSnapshotsOption snapshotsOption = DeleteSnapshotsOption.None,
        BlobRequestConditions conditions = null,
        CancellationToken cancellationToken = default) =>
        BlobFailure.Accepted(await Storage
            .Delete(Address, snapshotsOption, conditions, async: true, cancellationToken).ConfigureAwait(false));

    public virtual Response<bool> DeleteIfExists(
        DeleteSnapshotsOption snapshotsOption = DeleteSnapshotsOption.None,
        BlobRequestConditions conditions = null,
        CancellationToken cancellationToken = default) =>
        Happened(Storage.Delete(Address, snapshotsOption, conditions, async: false, cancellationToken).Now());

    public virtual async Task<Response<bool>> DeleteIfExistsAsync(
        DeleteSnapshotsOption snapshotsOption = DeleteSnapshotsOption.None,
        BlobRequestConditions conditions = null,
        CancellationToken cancellationToken = default) =>
        Happened(await Storage
            .Delete(Address, snapshotsOption, conditions, async: true, cancellationToken).ConfigureAwait(false));

    private static Response<bool> Happened(Response response) =>
        BlobFailure.Is(response, "BlobNotFound", "ContainerNotFound")
            ? Response.FromValue(false, response)
            : Response.FromValue(true, BlobFailure.Accepted(response));

    private static Response<BlobProperties> Properties(Response response) =>
        Response.FromValue(new BlobProperties(new BlobHeaders(BlobFailure.Accepted(response))), response);
}
