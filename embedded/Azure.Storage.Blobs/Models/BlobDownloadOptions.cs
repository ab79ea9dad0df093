#nullable disable annotations
namespace Azure.Storage.Blobs.Models;

public class BlobDownloadOptions
{
    public HttpRange Range { get; set; }

    public BlobRequestConditions Conditions { get; set; }
}
