#nullable disable annotations
namespace Azure.Storage.Blobs.Models;

/// <summary>How to upload. Without conditions an existing blob is overwritten.</summary>
public class BlobUploadOptions
{
    public BlobHttpHeaders HttpHeaders { get; set; }

    public IDictionary<string, string> Metadata { get; set; }

    public BlobRequestConditions Conditions { get; set; }
}
