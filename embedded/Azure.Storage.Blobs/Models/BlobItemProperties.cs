#nullable disable annotations
namespace Azure.Storage.Blobs.Models;

public class BlobItemProperties
{
    internal BlobItemProperties()
    {
    }

    public ETag? ETag { get; internal init; }

    public DateTimeOffset? LastModified { get; internal init; }

    public DateTimeOffset? CreatedOn { get; internal init; }

    public BlobType? BlobType { get; internal init; }

    public long? ContentLength { get; internal init; }

    public string ContentType { get; internal init; }

    public string ContentEncoding { get; internal init; }

    public string ContentLanguage { get; internal init; }

    public string ContentDisposition { get; internal init; }

    public string CacheControl { get; internal init; }

    /// <summary>MD5.</summary>
    public byte[] ContentHash { get; internal init; }
}
