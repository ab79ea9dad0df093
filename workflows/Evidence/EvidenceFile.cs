using System.Security.Cryptography;
using System.Text.Json.Serialization;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Evidence;

/// <summary>What a file of an evidence archive is. Written by name: never rename, only add.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EvidenceKind>))]
public enum EvidenceKind { Note, State, Event, Text, Decisions, Mails, Document, Scan }

/// <summary>One file of an evidence archive.</summary>
/// <param name="Path">Within the archive, with slashes.</param>
public sealed record EvidenceFile(string Path, EvidenceKind Kind, byte[] Content)
{
    public const string ScanFolder = "scans/";

    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Content));
}

/// <summary>Whoever keeps more of a case than its partition does, such as scans, adds it to the evidence.</summary>
public interface IEvidenceSource
{
    /// <summary>Of the case as it stands in the chain that the evidence holds, in an order that is the same each time.</summary>
    Task<IReadOnlyList<EvidenceFile>> OfAsync(Mou mou, CancellationToken cancel);
}
