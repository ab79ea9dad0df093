#nullable disable annotations
namespace Azure.Storage.Blobs.Models;

/// <summary>A blob as a listing shows it.</summary>
public class BlobItem
{
    internal BlobItem(string name, BlobItemProperties properties, IDictionary<string, string> metadata)
    {
        Name = name;
        Properties = properties;
        Metadata = metadata;
    }

    public string Name { get; }

    public BlobItemProperties Properties { get; }

    /// <summary>Empty unless the listing asked for it.</summary>
    public IDictionary<string, string> Metadata { get; }
}
