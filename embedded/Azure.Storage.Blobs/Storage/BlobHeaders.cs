using System.Globalization;

namespace Azure.Storage.Blobs;

/// <summary>Reads what the storage says of a blob from the headers of its answer.</summary>
internal sealed class BlobHeaders(Response response)
{
    public const string MetadataPrefix = "x-ms-meta-";

    public ETag ETag => Text("ETag") is { } etag ? new ETag(etag) : default;

    public DateTimeOffset LastModified => Time("Last-Modified");

    public DateTimeOffset CreatedOn => Time("x-ms-creation-time");

    public long ContentLength => response.Headers.ContentLengthLong ?? 0;

    public string? ContentType => Text("Content-Type");

    public string? ContentEncoding => Text("Content-Encoding");

    public string? ContentLanguage => Text("Content-Language");

    public string? ContentDisposition => Text("Content-Disposition");

    public string? CacheControl => Text("Cache-Control");

    // A part's own hash stands in Content-MD5, and the whole blob's beside it.
    public byte[]? ContentHash => (Text("x-ms-blob-content-md5") ?? Text("Content-MD5")) is { } hash
        ? Convert.FromBase64String(hash)
        : null;

    public IDictionary<string, string> Metadata => response.Headers
        .Where(header => header.Name.StartsWith(MetadataPrefix, StringComparison.OrdinalIgnoreCase))
        .ToDictionary(header => header.Name[MetadataPrefix.Length..], header => header.Value, StringComparer.OrdinalIgnoreCase);

    private string? Text(string name) => response.Headers.TryGetValue(name, out var value) ? value : null;

    private DateTimeOffset Time(string name) =>
        Text(name) is { } value ? DateTimeOffset.Parse(value, CultureInfo.InvariantCulture) : default;
}
