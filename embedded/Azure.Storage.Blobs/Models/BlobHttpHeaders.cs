#nullable disable annotations
namespace Azure.Storage.Blobs.Models;

/// <summary>The headers that a blob's content is served with.</summary>
public class BlobHttpHeaders
{
    public string ContentType { get; set; }

    /// <summary>MD5; the service refuses content that does not have it.</summary>
    public byte[] ContentHash { get; set; }

    public string ContentEncoding { get; set; }

    public string ContentLanguage { get; set; }

    public string ContentDisposition { get; set; }

    public string CacheControl { get; set; }
}
