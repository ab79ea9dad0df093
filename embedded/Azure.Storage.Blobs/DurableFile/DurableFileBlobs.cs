using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Azure.Storage.Blobs.Models;
using LocalDiplomacy.DurableFile;

namespace Azure.Storage.Blobs.DurableFile;

/// <summary>Blobs in a durable file of this process, opened at the first use.</summary>
internal sealed class DurableFileBlobs(string path) : IBlobStorage
{
    private const int LargestPage = 5000;

    private readonly Lazy<DurableStore> store = new(() => DurableStore.Open(path), LazyThreadSafetyMode.PublicationOnly);

    public Uri Endpoint { get; } = StorageConnectionString.FileAddress(path);

    public string AccountName => Path.GetFileNameWithoutExtension(path);

    public async ValueTask<Response> CreateContainer(
        string container, ContainerSettings settings, bool async, CancellationToken cancellation) =>
        ContainerRules.Problem(container) ?? await store.Value.WriteAsync(
            scope => scope.Blobs.Create(container)
                ? new StoredResponse(201, StoredBlobProperties.Headers(scope.Stamp))
                : BlobFailure.Answer(409, "ContainerAlreadyExists", "The container exists."),
            cancellation).ConfigureAwait(false);

    public async ValueTask<Response> DeleteContainer(
        string container, BlobRequestConditions? conditions, bool async, CancellationToken cancellation) =>
        await store.Value.WriteAsync(
            scope =>
            {
                if (scope.Blobs.Find(container) is not { } id)
                    return MissingContainer();
                scope.Blobs.Drop(id);
                return new StoredResponse(202);
            },
            cancellation).ConfigureAwait(false);

    public ValueTask<Response> GetContainer(string container, bool async, CancellationToken cancellation) =>
        ValueTask.FromResult(store.Value.Read(scope => scope.Blobs.Find(container) is { } id
            ? new StoredResponse(200, StoredBlobProperties.Headers(scope.Blobs.Stamp(id)))
            : MissingContainer()));

    public ValueTask<StoragePage<BlobItem>> List(
        string container,
        string? prefix,
        BlobTraits traits,
        string? continuation,
        int? pageSize,
        bool async,
        CancellationToken cancellation)
    {
        var size = Math.Min(pageSize ?? LargestPage, LargestPage);
        var blobs = store.Value.Read(scope => scope.Blobs
            .List(scope.Blobs.Find(container) ?? throw BlobFailure.From(MissingContainer()), continuation ?? prefix ?? "")
            .TakeWhile(blob => blob.Name.StartsWith(prefix ?? "", StringComparison.Ordinal))
            .Take(size + 1)
            .ToList());
        return ValueTask.FromResult(new StoragePage<BlobItem>(
            [.. blobs.Take(size).Select(blob => StoredBlobProperties.Parse(blob).Item(blob, traits))],
            blobs.ElementAtOrDefault(size)?.Name,
            new StoredResponse(200)));
    }

    public async ValueTask<Response> Put(BlobAddress blob, BlobUpload upload, bool async, CancellationToken cancellation)
    {
        var hash = Hash(upload.Content);
        if (upload.Headers?.ContentHash is { } expected && !hash.AsSpan().SequenceEqual(expected))
            return BlobFailure.Answer(400, "Md5Mismatch", "The content does not have the hash that was named.");
        var properties = StoredBlobProperties.Of(upload, hash);
        return await store.Value.WriteAsync(scope => Put(scope, blob, upload, properties), cancellation).ConfigureAwait(false);
    }

    public ValueTask<Response> Get(
        BlobAddress blob, HttpRange range, BlobRequestConditions? conditions, bool async, CancellationToken cancellation) =>
        ValueTask.FromResult(store.Value.Read(scope => Found(scope.Blobs, blob, conditions, (container, found) =>
            BlobRange.Answer(found, scope.Blobs.Content(container, blob.Name)!, range))));

    public ValueTask<Response> GetProperties(
        BlobAddress blob, BlobRequestConditions? conditions, bool async, CancellationToken cancellation) =>
        ValueTask.FromResult(store.Value.Read(scope => Found(scope.Blobs, blob, conditions, (_, found) =>
            new StoredResponse(200, StoredBlobProperties.Parse(found).Headers(found, found.Length)))));

    public async ValueTask<Response> Delete(
        BlobAddress blob,
        DeleteSnapshotsOption snapshots,
        BlobRequestConditions? conditions,
        bool async,
        CancellationToken cancellation) =>
        await store.Value.WriteAsync(
            scope => Found(scope.Blobs, blob, null, (container, found) =>
            {
                if (BlobPreconditions.OfWrite(conditions, found) is { } refusal)
                    return refusal;
                scope.Blobs.Delete(container, blob.Name);
                return new StoredResponse(202);
            }),
            cancellation).ConfigureAwait(false);

    private static Response Put(WriteScope scope, BlobAddress blob, BlobUpload upload, StoredBlobProperties properties)
    {
        if (scope.Blobs.Find(blob.Container) is not { } container)
            return MissingContainer();
        if (BlobPreconditions.OfWrite(upload.Conditions, scope.Blobs.Get(container, blob.Name)) is { } refusal)
            return refusal;
        scope.Blobs.Put(container, blob.Name, properties.ToString(), upload.Content);
        var headers = StoredBlobProperties.Headers(scope.Stamp);
        headers["Content-MD5"] = properties.ContentHash;
        return new StoredResponse(201, headers);
    }

    private static Response Found(
        BlobReader blobs, BlobAddress blob, BlobRequestConditions? conditions, Func<long, StoredBlob, Response> answer)
    {
        if (blobs.Find(blob.Container) is not { } container)
            return MissingContainer();
        if (blobs.Get(container, blob.Name) is not { } found)
            return BlobFailure.Answer(404, "BlobNotFound", "There is no such blob.");
        return BlobPreconditions.OfRead(conditions, found) ?? answer(container, found);
    }

    private static Response MissingContainer() =>
        BlobFailure.Answer(404, "ContainerNotFound", "There is no such container.");

    [SuppressMessage("Security", "CA5351", Justification = "The service's own checksum; nothing is secured by it.")]
    private static byte[] Hash(byte[] content) => MD5.HashData(content);
}
