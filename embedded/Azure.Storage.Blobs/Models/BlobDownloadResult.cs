#nullable disable annotations
namespace Azure.Storage.Blobs.Models;

public class BlobDownloadResult
{
    internal BlobDownloadResult(BinaryData content, BlobDownloadDetails details)
    {
        Content = content;
        Details = details;
    }

    public BlobDownloadDetails Details { get; }

    public BinaryData Content { get; }
}
