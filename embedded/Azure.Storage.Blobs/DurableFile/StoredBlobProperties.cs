using System.Globalization;
using System.Text.Json;
using Azure.Storage.Blobs.Models;
using LocalDiplomacy.DurableFile;

namespace Azure.Storage.Blobs.DurableFile;

/// <summary>A blob's headers and metadata as the durable file keeps them.</summary>
internal sealed record StoredBlobProperties(
    string ContentType,
    string ContentHash,
    string? ContentEncoding,
    string? ContentLanguage,
    string? ContentDisposition,
    string? CacheControl,
    Dictionary<string, string> Metadata)
{
    public static StoredBlobProperties Of(BlobUpload upload, byte[] hash) => new(
        upload.Headers?.ContentType ?? "application/octet-stream",
        Convert.ToBase64String(hash),
        upload.Headers?.ContentEncoding,
        upload.Headers?.ContentLanguage,
        upload.Headers?.ContentDisposition,
        upload.Headers?.CacheControl,
        new Dictionary<string, string>(upload.Metadata ?? new Dictionary<string, string>()));

    public static StoredBlobProperties Parse(StoredBlob blob) =>
        JsonSerializer.Deserialize<StoredBlobProperties>(blob.Properties)!;

    public static ETag ETag(long stamp) => new($"\"0x{stamp:X}\"");

    public static DateTimeOffset Time(long stamp) => new(stamp, TimeSpan.Zero);

    public static Dictionary<string, string> Headers(long stamp) => new(StringComparer.OrdinalIgnoreCase)
    {
        ["ETag"] = ETag(stamp).ToString(),
        ["Last-Modified"] = Http(stamp),
    };

    public override string ToString() => JsonSerializer.Serialize(this);

    public Dictionary<string, string> Headers(StoredBlob blob, long length)
    {
        var headers = Headers(blob.Stamp);
        headers["x-ms-creation-time"] = Http(blob.Created);
        headers["x-ms-blob-type"] = "BlockBlob";
        headers["Content-Length"] = length.ToString(CultureInfo.InvariantCulture);
        Put(headers, "Content-Type", ContentType);
        Put(headers, "x-ms-blob-content-md5", ContentHash);
        Put(headers, "Content-Encoding", ContentEncoding);
        Put(headers, "Content-Language", ContentLanguage);
        Put(headers, "Content-Disposition", ContentDisposition);
        Put(headers, "Cache-Control", CacheControl);
        foreach (var (name, value) in Metadata)
            headers[BlobHeaders.MetadataPrefix + name] = value;
        return headers;
    }

    public BlobItem Item(StoredBlob blob, BlobTraits traits) => new(
        blob.Name,
        new BlobItemProperties
        {
            ETag = ETag(blob.Stamp),
            LastModified = Time(blob.Stamp),
            CreatedOn = Time(blob.Created),
            BlobType = BlobType.Block,
            ContentLength = blob.Length,
            ContentType = ContentType,
            ContentEncoding = ContentEncoding,
            ContentLanguage = ContentLanguage,
            ContentDisposition = ContentDisposition,
            CacheControl = CacheControl,
            ContentHash = Convert.FromBase64String(ContentHash),
        },
        traits.HasFlag(BlobTraits.Metadata) ? Metadata : new Dictionary<string, string>());

    private static string Http(long stamp) => Time(stamp).ToString("R", CultureInfo.InvariantCulture);

    private static void Put(Dictionary<string, string> headers, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            headers[name] = value;
    }
}
