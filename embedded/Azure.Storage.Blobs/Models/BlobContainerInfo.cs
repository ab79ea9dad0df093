namespace Azure.Storage.Blobs.Models;

public class BlobContainerInfo
{
    internal BlobContainerInfo(BlobHeaders headers)
    {
        ETag = headers.ETag;
        LastModified = headers.LastModified;
    }

    public ETag ETag { get; }

    public DateTimeOffset LastModified { get; }
}
