using System.Globalization;
using System.Xml.Linq;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs.Models;

namespace Azure.Storage.Blobs.Http;

/// <summary>
/// The Blob service's REST interface, https://learn.microsoft.com/rest/api/storageservices/blob-service-rest-api:
/// Azure Storage, or Azurite. A blob is written by one request, which the service takes up to 5,000 MiB.
/// </summary>
internal sealed class HttpBlobs(Uri endpoint, string accountName, HttpPipeline pipeline, string version) : IBlobStorage
{
    public Uri Endpoint => endpoint;

    public string AccountName => accountName;

    public ValueTask<Response> CreateContainer(
        string container, ContainerSettings settings, bool async, CancellationToken cancellation)
    {
        if (ContainerRules.Problem(container) is { } problem)
            return ValueTask.FromResult(problem);
        var message = Message(RequestMethod.Put, Container(container));
        BlobRequestHeaders.Write(message.Request, settings);
        return Send(message, async, cancellation);
    }

    public ValueTask<Response> DeleteContainer(
        string container, BlobRequestConditions? conditions, bool async, CancellationToken cancellation)
    {
        var message = Message(RequestMethod.Delete, Container(container));
        BlobRequestHeaders.Write(message.Request, conditions);
        return Send(message, async, cancellation);
    }

    public ValueTask<Response> GetContainer(string container, bool async, CancellationToken cancellation) =>
        Send(Message(RequestMethod.Head, Container(container)), async, cancellation);

    public async ValueTask<StoragePage<BlobItem>> List(
        string container,
        string? prefix,
        BlobTraits traits,
        string? continuation,
        int? pageSize,
        bool async,
        CancellationToken cancellation)
    {
        var query = "&comp=list"
            + Parameter("prefix", prefix)
            + Parameter("marker", continuation)
            + Parameter("maxresults", pageSize?.ToString(CultureInfo.InvariantCulture))
            + Parameter("include", traits.HasFlag(BlobTraits.Metadata) ? "metadata" : null);
        var message = Message(RequestMethod.Get, new Uri(Container(container).AbsoluteUri + query));
        var response = BlobFailure.Accepted(await Send(message, async, cancellation).ConfigureAwait(false));
        var (items, next) = BlobListing.Read(XDocument.Load(response.ContentStream!));
        return new StoragePage<BlobItem>(items, next, response);
    }

    public ValueTask<Response> Put(BlobAddress blob, BlobUpload upload, bool async, CancellationToken cancellation)
    {
        var message = Message(RequestMethod.Put, BlobStorages.Address(endpoint, blob));
        message.Request.Content = RequestContent.Create(upload.Content);
        BlobRequestHeaders.Write(message.Request, upload);
        return Send(message, async, cancellation);
    }

    public ValueTask<Response> Get(
        BlobAddress blob, HttpRange range, BlobRequestConditions? conditions, bool async, CancellationToken cancellation)
    {
        var message = Message(RequestMethod.Get, BlobStorages.Address(endpoint, blob));
        if (range != default)
            message.Request.Headers.SetValue("x-ms-range", range.ToString());
        BlobRequestHeaders.Write(message.Request, conditions);
        return Send(message, async, cancellation);
    }

    public ValueTask<Response> GetProperties(
        BlobAddress blob, BlobRequestConditions? conditions, bool async, CancellationToken cancellation)
    {
        var message = Message(RequestMethod.Head, BlobStorages.Address(endpoint, blob));
        BlobRequestHeaders.Write(message.Request, conditions);
        return Send(message, async, cancellation);
    }

    public ValueTask<Response> Delete(
        BlobAddress blob,
        DeleteSnapshotsOption snapshots,
        BlobRequestConditions? conditions,
        bool async,
        CancellationToken cancellation)
    {
        var message = Message(RequestMethod.Delete, BlobStorages.Address(endpoint, blob));
        BlobRequestHeaders.Write(message.Request, conditions);
        if (snapshots is not DeleteSnapshotsOption.None)
            message.Request.Headers.SetValue(
                "x-ms-delete-snapshots", snapshots is DeleteSnapshotsOption.OnlySnapshots ? "only" : "include");
        return Send(message, async, cancellation);
    }

    private static string Parameter(string name, string? value) =>
        value is null ? "" : $"&{name}={Uri.EscapeDataString(value)}";

    private Uri Container(string container) => new($"{endpoint.AbsoluteUri.TrimEnd('/')}/{container}?restype=container");

    private HttpMessage Message(RequestMethod method, Uri address)
    {
        var message = pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(address);
        message.Request.Headers.SetValue("x-ms-version", version);
        return message;
    }

    private async ValueTask<Response> Send(HttpMessage message, bool async, CancellationToken cancellation)
    {
        using (message)
        {
            if (async)
                await pipeline.SendAsync(message, cancellation).ConfigureAwait(false);
            else
                pipeline.Send(message, cancellation);
            return message.Response;
        }
    }
}
