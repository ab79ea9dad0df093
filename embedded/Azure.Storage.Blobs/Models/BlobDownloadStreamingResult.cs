#nullable disable annotations
namespace Azure.Storage.Blobs.Models;

/// <summary>A download that the caller reads and disposes.</summary>
public class BlobDownloadStreamingResult : IDisposable
{
    internal BlobDownloadStreamingResult(Stream content, BlobDownloadDetails details)
    {
        Content = content;
        Details = details;
    }

    public BlobDownloadDetails Details { get; }

    public Stream Content { get; }

    public void Dispose()
    {
        Content.Dispose();
        GC.SuppressFinalize(this);
    }
}
