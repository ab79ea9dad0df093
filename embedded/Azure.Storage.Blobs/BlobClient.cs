#nullable disable annotations
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Azure.Storage.Blobs;

/// <summary>One blob. An upload without options refuses to overwrite; one with options overwrites unless told not to.</summary>
public class BlobClient : BlobBaseClient
{
    private static readonly BlobRequestConditions OnlyNew = new() { IfNoneMatch = ETag.All };

    public BlobClient(string connectionString, string blobContainerName, string blobName)
        : base(connectionString, blobContainerName, blobName)
    {
    }

    public BlobClient(string connectionString, string blobContainerName, string blobName, BlobClientOptions options)
        : base(connectionString, blobContainerName, blobName, options)
    {
    }

    internal BlobClient(IBlobStorage storage, BlobAddress address)
        : base(storage, address)
    {
    }

    /// <summary>For mocks.</summary>
    protected BlobClient()
    {
    }

    /// <exception cref="RequestFailedException">409 BlobAlreadyExists, 404 ContainerNotFound.</exception>
    public virtual Response<BlobContentInfo> Upload(Stream content) => Upload(content, overwrite: false);

    /// <exception cref="RequestFailedException">409 BlobAlreadyExists, 404 ContainerNotFound.</exception>
    public virtual Task<Response<BlobContentInfo>> UploadAsync(Stream content) => UploadAsync(content, overwrite: false);

    public virtual Response<BlobContentInfo> Upload(Stream content, CancellationToken cancellationToken) =>
        Upload(content, overwrite: false, cancellationToken);

    public virtual Task<Response<BlobContentInfo>> UploadAsync(Stream content, CancellationToken cancellationToken) =>
        UploadAsync(content, overwrite: false, cancellationToken);

    public virtual Response<BlobContentInfo> Upload(
        Stream content, bool overwrite = false, CancellationToken cancellationToken = default) =>
        Upload(content, Options(overwrite), cancellationToken);

    public virtual Task<Response<BlobContentInfo>> UploadAsync(
        Stream content, bool overwrite = false, CancellationToken cancellationToken = default) =>
        UploadAsync(content, Options(overwrite), cancellationToken);

    /// <exception cref="RequestFailedException">409 BlobAlreadyExists, 412 ConditionNotMet, 404 ContainerNotFound.</exception>
    public virtual Response<BlobContentInfo> Upload(
        Stream content, BlobUploadOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        return UploadCore(BinaryData.FromStream(content), options, async: false, cancellationToken).Now();
    }

    /// <exception cref="RequestFailedException">409 BlobAlreadyExists, 412 ConditionNotMet, 404 ContainerNotFound.</exception>
    public virtual async Task<Response<BlobContentInfo>> UploadAsync(
        Stream content, BlobUploadOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        var data = await BinaryData.FromStreamAsync(content, cancellationToken).ConfigureAwait(false);
        return await UploadCore(data, options, async: true, cancellationToken).ConfigureAwait(false);
    }

    public virtual Response<BlobContentInfo> Upload(BinaryData content) => Upload(content, overwrite: false);

    public virtual Task<Response<BlobContentInfo>> UploadAsync(BinaryData content) => UploadAsync(content, overwrite: false);

    public virtual Response<BlobContentInfo> Upload(BinaryData content, CancellationToken cancellationToken) =>
        Upload(content, overwrite: false, cancellationToken);

    public virtual Task<Response<BlobContentInfo>> UploadAsync(BinaryData content, CancellationToken cancellationToken) =>
        UploadAsync(content, overwrite: false, cancellationToken);

    public virtual Response<BlobContentInfo> Upload(
        BinaryData content, bool overwrite = false, CancellationToken cancellationToken = default) =>
        Upload(content, Options(overwrite), cancellationToken);

    public virtual Task<Response<BlobContentInfo>> UploadAsync(
        BinaryData content, bool overwrite = false, CancellationToken cancellationToken = default) =>
        UploadAsync(content, Options(overwrite), cancellationToken);

    /// <exception cref="RequestFailedException">409 BlobAlreadyExists, 412 ConditionNotMet, 404 ContainerNotFound.</exception>
    public virtual Response<BlobContentInfo> Upload(
        BinaryData content, BlobUploadOptions options, CancellationToken cancellationToken = default) =>
        UploadCore(content, options, async: false, cancellationToken).Now();

    /// <exception cref="RequestFailedException">409 BlobAlreadyExists, 412 ConditionNotMet, 404 ContainerNotFound.</exception>
    public virtual async Task<Response<BlobContentInfo>> UploadAsync(
        BinaryData content, BlobUploadOptions options, CancellationToken cancellationToken = default) =>
        await UploadCore(content, options, async: true, cancellationToken).ConfigureAwait(false);

    private static BlobUploadOptions Options(bool overwrite) => new() { Conditions = overwrite ? null : OnlyNew };

    private async ValueTask<Response<BlobContentInfo>> UploadCore(
        BinaryData content, BlobUploadOptions options, bool async, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(content);
        var upload = new BlobUpload(content.ToArray(), options?.HttpHeaders, options?.Metadata, options?.Conditions);
        var response = BlobFailure.Accepted(
            await Storage.Put(Address, upload, async, cancellation).ConfigureAwait(false));
        return Response.FromValue(new BlobContentInfo(new BlobHeaders(response)), response);
    }
}
