namespace Azure.Storage.Blobs.Models;

/// <summary>What must hold of a blob for a request to be carried out: its version, or the time of its last change.</summary>
public class BlobRequestConditions : BlobLeaseRequestConditions
{
}
