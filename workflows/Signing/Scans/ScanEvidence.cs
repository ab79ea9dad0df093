using LocalDiplomacy.Workflows.Evidence;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Signing.Scans;

/// <summary>A case's scans, for its evidence: each under its hash, in the order in which they were kept.</summary>
public sealed class ScanEvidence(ScanStore scans) : IEvidenceSource
{
    public Task<IReadOnlyList<EvidenceFile>> OfAsync(Mou mou, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(mou);
        return Task.FromResult<IReadOnlyList<EvidenceFile>>(
            [.. mou.Scans.Select(scan => new EvidenceFile(PathOf(scan), EvidenceKind.Scan, scan.Bytes, scan.Hash.Value, reading => scans.ExpectAsync(mou.Id, scan.Hash, reading)))]);
    }

    private static string PathOf(Scan scan) => EvidenceFile.ScanFolder + scan.Hash.Value + ScanForms.Extensions(scan.Form)[0];
}
