using LocalDiplomacy.Workflows.Evidence;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Signing.Scans;

/// <summary>A case's scans, for its evidence: each under its hash, in the order in which they were kept.</summary>
public sealed class ScanEvidence(ScanStore scans) : IEvidenceSource
{
    public async Task<IReadOnlyList<EvidenceFile>> OfAsync(Mou mou, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(mou);
        var files = new List<EvidenceFile>();
        foreach (var scan in mou.Scans)
            files.Add(new(PathOf(scan), EvidenceKind.Scan, await scans.ExpectAsync(mou.Id, scan.Hash, cancel).ConfigureAwait(false)));
        return files;
    }

    private static string PathOf(Scan scan) => EvidenceFile.ScanFolder + scan.Hash.Value + ScanForms.Extensions(scan.Form)[0];
}
