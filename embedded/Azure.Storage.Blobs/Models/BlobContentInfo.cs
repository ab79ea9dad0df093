#nullable disable annotations
namespace Azure.Storage.Blobs.Models;

/// <summary>What the storage says of a blob that it has just written.</summary>
public class BlobContentInfo
{
    internal BlobContentInfo(BlobHeaders headers)
    {
        ETag = headers.ETag;
        LastModified = headers.LastModified;
        ContentHash = headers.ContentHash;
    }

    public ETag ETag { get; }

    public DateTimeOffset LastModified { get; }

    /// <summary>MD5 of the content.</summary>
    public byte[] ContentHash { get; }
}
