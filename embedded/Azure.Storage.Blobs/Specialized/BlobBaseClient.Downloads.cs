#nullable disable annotations
using Azure.Storage.Blobs.Models;

namespace Azure.Storage.Blobs.Specialized;

public partial class BlobBaseClient
{
    /// <exception cref="RequestFailedException">404 BlobNotFound or ContainerNotFound.</exception>
    public virtual Response<BlobDownloadResult> DownloadContent() => DownloadContent(CancellationToken.None);

    /// <exception cref="RequestFailedException">404 BlobNotFound or ContainerNotFound.</exception>
    public virtual Task<Response<BlobDownloadResult>> DownloadContentAsync() => DownloadContentAsync(CancellationToken.None);

    public virtual Response<BlobDownloadResult> DownloadContent(CancellationToken cancellationToken = default) =>
        DownloadContent((BlobDownloadOptions)null, cancellationToken);

    public virtual Task<Response<BlobDownloadResult>> DownloadContentAsync(CancellationToken cancellationToken) =>
        DownloadContentAsync((BlobDownloadOptions)null, cancellationToken);

    public virtual Response<BlobDownloadResult> DownloadContent(
        BlobRequestConditions conditions, CancellationToken cancellationToken) =>
        DownloadContent(new BlobDownloadOptions { Conditions = conditions }, cancellationToken);

    public virtual Task<Response<BlobDownloadResult>> DownloadContentAsync(
        BlobRequestConditions conditions, CancellationToken cancellationToken) =>
        DownloadContentAsync(new BlobDownloadOptions { Conditions = conditions }, cancellationToken);

    /// <summary>The response has no value when a condition says that the caller's copy is current (304).</summary>
    /// <exception cref="RequestFailedException">404 BlobNotFound or ContainerNotFound, 412 ConditionNotMet, 416 InvalidRange.</exception>
    public virtual Response<BlobDownloadResult> DownloadContent(
        BlobDownloadOptions options = null, CancellationToken cancellationToken = default) =>
        Content(Download(options, async: false, cancellationToken).Now());

    /// <summary>The response has no value when a condition says that the caller's copy is current (304).</summary>
    /// <exception cref="RequestFailedException">404 BlobNotFound or ContainerNotFound, 412 ConditionNotMet, 416 InvalidRange.</exception>
    public virtual async Task<Response<BlobDownloadResult>> DownloadContentAsync(
        BlobDownloadOptions options = null, CancellationToken cancellationToken = default) =>
        Content(await Download(options, async: true, cancellationToken).ConfigureAwait(false));

    /// <summary>The response has no value when a condition says that the caller's copy is current (304).</summary>
    public virtual Response<BlobDownloadStreamingResult> DownloadStreaming(
        BlobDownloadOptions options = null, CancellationToken cancellationToken = default) =>
        Streaming(Download(options, async: false, cancellationToken).Now());

    /// <summary>The response has no value when a condition says that the caller's copy is current (304).</summary>
    public virtual async Task<Response<BlobDownloadStreamingResult>> DownloadStreamingAsync(
        BlobDownloadOptions options = null, CancellationToken cancellationToken = default) =>
        Streaming(await Download(options, async: true, cancellationToken).ConfigureAwait(false));

    public virtual Response DownloadTo(Stream destination) => DownloadTo(destination, CancellationToken.None);

    public virtual Task<Response> DownloadToAsync(Stream destination) => DownloadToAsync(destination, CancellationToken.None);

    public virtual Response DownloadTo(Stream destination, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(destination);
        var response = Download(null, async: false, cancellationToken).Now();
        response.ContentStream!.CopyTo(destination);
        return response;
    }

    public virtual async Task<Response> DownloadToAsync(Stream destination, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(destination);
        var response = await Download(null, async: true, cancellationToken).ConfigureAwait(false);
        await response.ContentStream!.CopyToAsync(destination, cancellationToken).ConfigureAwait(false);
        return response;
    }

    public virtual Response DownloadTo(string path) => DownloadTo(path, CancellationToken.None);

    public virtual Task<Response> DownloadToAsync(string path) => DownloadToAsync(path, CancellationToken.None);

    public virtual Response DownloadTo(string path, CancellationToken cancellationToken)
    {
        using var file = File.Create(path);
        return DownloadTo(file, cancellationToken);
    }

    public virtual async Task<Response> DownloadToAsync(string path, CancellationToken cancellationToken)
    {
        var file = File.Create(path);
        await using (file.ConfigureAwait(false))
            return await DownloadToAsync(file, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The content as it is at this moment, from a position on.</summary>
    public virtual Stream OpenRead(
        long position = 0,
        int? bufferSize = null,
        BlobRequestConditions conditions = null,
        CancellationToken cancellationToken = default)
    {
        var stream = Download(new() { Conditions = conditions }, async: false, cancellationToken).Now().ContentStream!;
        stream.Position = position;
        return stream;
    }

    /// <summary>The content as it is at this moment, from a position on.</summary>
    public virtual async Task<Stream> OpenReadAsync(
        long position = 0,
        int? bufferSize = null,
        BlobRequestConditions conditions = null,
        CancellationToken cancellationToken = default)
    {
        var response = await Download(new() { Conditions = conditions }, async: true, cancellationToken).ConfigureAwait(false);
        response.ContentStream!.Position = position;
        return response.ContentStream;
    }

    private async ValueTask<Response> Download(BlobDownloadOptions options, bool async, CancellationToken cancellation) =>
        BlobFailure.Accepted(await Storage
            .Get(Address, options?.Range ?? default, options?.Conditions, async, cancellation).ConfigureAwait(false));

    private static Response<BlobDownloadResult> Content(Response response) => response.Status == 304
        ? new NoContentResponse<BlobDownloadResult>(response)
        : Response.FromValue(new BlobDownloadResult(response.Content, Details(response)), response);

    private static Response<BlobDownloadStreamingResult> Streaming(Response response) => response.Status == 304
        ? new NoContentResponse<BlobDownloadStreamingResult>(response)
        : Response.FromValue(new BlobDownloadStreamingResult(response.ContentStream, Details(response)), response);

    private static BlobDownloadDetails Details(Response response) => new(new BlobHeaders(response));
}
