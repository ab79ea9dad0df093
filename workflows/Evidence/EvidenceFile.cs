using System.Security.Cryptography;
using System.Text.Json.Serialization;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Evidence;

/// <summary>What a file of an evidence archive is. Written by name: never rename, only add.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EvidenceKind>))]
public enum EvidenceKind { Note, State, Event, Text, Decisions, Mails, Document, Scan }

/// <summary>One file of an evidence archive: what the manifest says of it, and where its content comes from.</summary>
/// <param name="Path">Within the archive, with slashes.</param>
/// <param name="ReadAsync">Of large files only one is in memory at a time: each is read when it is its turn.</param>
public sealed record EvidenceFile(string Path, EvidenceKind Kind, long Bytes, string Sha256, Func<CancellationToken, Task<byte[]>> ReadAsync)
{
    public const string ScanFolder = "scans/";

    public EvidenceFile(string path, EvidenceKind kind, byte[] content)
        : this(path, kind, content.LongLength, Convert.ToHexStringLower(SHA256.HashData(content)), _ => Task.FromResult(content)) { }
}

/// <summary>Whoever keeps more of a case than its partition does, such as scans, adds it to the evidence.</summary>
public interface IEvidenceSource
{
    /// <summary>Of the case as it stands in the chain that the evidence holds, in an order that is the same each time.</summary>
    Task<IReadOnlyList<EvidenceFile>> OfAsync(Mou mou, CancellationToken cancel);
}
