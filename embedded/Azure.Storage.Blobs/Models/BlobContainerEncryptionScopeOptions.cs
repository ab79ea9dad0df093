#nullable disable annotations
namespace Azure.Storage.Blobs.Models;

/// <summary>Which key the service encrypts a container's blobs with; a durable file has no such scopes.</summary>
public class BlobContainerEncryptionScopeOptions
{
    public string DefaultEncryptionScope { get; set; }

    public bool PreventEncryptionScopeOverride { get; set; }
}
