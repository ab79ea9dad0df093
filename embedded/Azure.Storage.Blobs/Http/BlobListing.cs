using System.Globalization;
using System.Xml.Linq;
using Azure.Storage.Blobs.Models;

namespace Azure.Storage.Blobs.Http;

/// <summary>The Blob service's list of blobs.</summary>
internal static class BlobListing
{
    public static (IReadOnlyList<BlobItem> Items, string? Next) Read(XDocument listing)
    {
        var root = listing.Root!;
        var next = root.Element("NextMarker")?.Value;
        return ([.. root.Descendants("Blob").Select(Item)], string.IsNullOrEmpty(next) ? null : next);
    }

    private static BlobItem Item(XElement blob) => new(
        Name(blob.Element("Name")!),
        Properties(blob.Element("Properties")!),
        blob.Element("Metadata")?.Elements().ToDictionary(entry => entry.Name.LocalName, entry => entry.Value)
            ?? new Dictionary<string, string>());

    // Names that XML cannot hold are escaped and say so.
    private static string Name(XElement name) =>
        name.Attribute("Encoded")?.Value == "true" ? Uri.UnescapeDataString(name.Value) : name.Value;

    private static BlobItemProperties Properties(XElement properties) => new()
    {
        ETag = Text(properties, "Etag") is { } etag ? new ETag(etag) : null,
        LastModified = Time(properties, "Last-Modified"),
        CreatedOn = Time(properties, "Creation-Time"),
        BlobType = Text(properties, "BlobType") switch
        {
            "PageBlob" => BlobType.Page,
            "AppendBlob" => BlobType.Append,
            _ => BlobType.Block,
        },
        ContentLength = Text(properties, "Content-Length") is { } length ? long.Parse(length, CultureInfo.InvariantCulture) : null,
        ContentType = Text(properties, "Content-Type"),
        ContentEncoding = Text(properties, "Content-Encoding"),
        ContentLanguage = Text(properties, "Content-Language"),
        ContentDisposition = Text(properties, "Content-Disposition"),
        CacheControl = Text(properties, "Cache-Control"),
        ContentHash = Text(properties, "Content-MD5") is { } hash ? Convert.FromBase64String(hash) : null,
    };

    private static DateTimeOffset? Time(XElement properties, string name) =>
        Text(properties, name) is { } value ? DateTimeOffset.Parse(value, CultureInfo.InvariantCulture) : null;

    private static string? Text(XElement properties, string name) =>
        properties.Element(name)?.Value is { Length: > 0 } value ? value : null;
}
