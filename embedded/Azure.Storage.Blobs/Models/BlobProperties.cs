#nullable disable annotations
namespace Azure.Storage.Blobs.Models;

/// <summary>What is known of a blob without its content.</summary>
public class BlobProperties
{
    public BlobProperties()
    {
    }

    internal BlobProperties(BlobHeaders headers)
    {
        ETag = headers.ETag;
        LastModified = headers.LastModified;
        CreatedOn = headers.CreatedOn;
        BlobType = BlobType.Block;
        ContentLength = headers.ContentLength;
        ContentType = headers.ContentType;
        ContentEncoding = headers.ContentEncoding;
        ContentLanguage = headers.ContentLanguage;
        ContentDisposition = headers.ContentDisposition;
        CacheControl = headers.CacheControl;
        ContentHash = headers.ContentHash;
        Metadata = headers.Metadata;
    }

    public ETag ETag { get; }

    public DateTimeOffset LastModified { get; }

    public DateTimeOffset CreatedOn { get; }

    public BlobType BlobType { get; }

    public long ContentLength { get; }

    public string ContentType { get; }

    public string ContentEncoding { get; }

    public string ContentLanguage { get; }

    public string ContentDisposition { get; }

    public string CacheControl { get; }

    /// <summary>MD5 of the whole content.</summary>
    public byte[] ContentHash { get; }

    public IDictionary<string, string> Metadata { get; }
}
