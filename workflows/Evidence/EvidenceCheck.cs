using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Evidence;

/// <summary>An evidence archive that holds.</summary>
/// <param name="Sealer">Null where it is not sealed.</param>
/// <param name="Signed">How many of the documents are signed by themselves, with the seal's certificate.</param>
internal sealed record CheckedEvidence(EvidenceManifest Manifest, X509Certificate2? Sealer, int Signed)
{
    public int Count(EvidenceKind kind) => Manifest.Files.Count(file => file.Kind == kind);
}

/// <summary>Checks an evidence archive, alone and offline, and stops at the first thing that does not hold.</summary>
internal sealed class EvidenceCheck
{
    private readonly EvidenceArchive _archive;
    private readonly EvidenceManifest _manifest;

    private EvidenceCheck(EvidenceArchive archive, EvidenceManifest manifest) => (_archive, _manifest) = (archive, manifest);

    /// <exception cref="EvidenceFault">The first thing that does not hold.</exception>
    public static CheckedEvidence Of(string path)
    {
        var archive = EvidenceArchive.Open(path);
        var check = new EvidenceCheck(archive, archive.Manifest(path));
        var sealer = check.CheckSeal();
        check.CheckFiles();
        var chain = check.CheckChain();
        check.CheckTexts(chain);
        check.CheckScans(chain);
        check.CheckDecisions(chain);
        check.CheckRest(chain);
        return new(check._manifest, sealer, check.CheckSignatures(sealer));
    }

    private X509Certificate2? CheckSeal()
    {
        if (_archive.Find(EvidenceManifest.SealPath) is not { } seal) return null;
        try
        {
            return EvidenceSeal.Check(_archive.Find(EvidenceManifest.Path)!, seal);
        }
        catch (CryptographicException)
        {
            throw EvidenceFault.In(EvidenceManifest.SealPath, "it is not the seal of this manifest; one of the two was changed.");
        }
    }

    /// <summary>Every file is as the manifest and the sums have it, and there is no other.</summary>
    private void CheckFiles()
    {
        foreach (var file in _manifest.Files)
        {
            var content = _archive.Find(file.Path) ?? throw EvidenceFault.In(file.Path, "the manifest names it, and it is missing.");
            if (content.Length != file.Bytes || Sha256(content) != file.Sha256)
                throw EvidenceFault.In(file.Path, "its SHA-256 is not the one in the manifest; it was changed.");
        }

        var known = _manifest.Files.Select(file => file.Path).Concat([EvidenceManifest.Path, EvidenceManifest.SealPath, EvidenceManifest.SumsPath]).ToList();
        if (_archive.Paths.Except(known).FirstOrDefault() is { } other) throw EvidenceFault.In(other, "the manifest does not name it; it was added.");
        if (known.Count != known.Distinct().Count()) throw EvidenceFault.In(EvidenceManifest.Path, "it names a file twice.");
        CheckSums(known);
    }

    private void CheckSums(List<string> known)
    {
        var sums = _archive.Find(EvidenceManifest.SumsPath) ?? throw EvidenceFault.In(EvidenceManifest.SumsPath, "it is missing.");
        var expected = known.Where(path => path != EvidenceManifest.SumsPath && _archive.Find(path) is not null).Select(path => (path, _archive.Find(path)!));
        if (sums.AsSpan().SequenceEqual(PreparedEvidence.Sums(expected))) return;
        // The manifest and its seal are named by the sums alone; everything else was compared before.
        var lines = Encoding.UTF8.GetString(sums).Split('\n');
        foreach (var path in new[] { EvidenceManifest.Path, EvidenceManifest.SealPath })
            if (_archive.Find(path) is { } content && lines.Any(line => line.EndsWith("  " + path, StringComparison.Ordinal) && line != $"{Sha256(content)}  {path}"))
                throw EvidenceFault.In(path, $"its SHA-256 is not the one in {EvidenceManifest.SumsPath}; one of the two was changed.");
        throw EvidenceFault.In(EvidenceManifest.SumsPath, "it does not have the sums of these files.");
    }

    private List<ChainedEvent> CheckChain()
    {
        var chain = new List<ChainedEvent>();
        var head = EventChain.Start(_manifest.Mou);
        if (_manifest.Chain.Start != head.Value) throw EvidenceFault.In(EvidenceManifest.Path, "the chain does not start at this case.");
        foreach (var file in Of(EvidenceKind.Event))
        {
            var number = chain.Count + 1;
            if (file.Path != EvidenceManifest.EventPath(number)) throw EvidenceFault.In(EvidenceManifest.EventPath(number), "it is missing from the chain.");
            var json = Encoding.UTF8.GetString(Content(file));
            head = EventChain.Next(head, json);
            if (file.Link != head.Value) throw EvidenceFault.In(file.Path, $"event {number} does not follow from the one before; it, or one before it, was changed.");
            chain.Add(new(number, json, head));
        }

        return chain.Count == _manifest.Chain.Events && head.Value == _manifest.Chain.Head
            ? chain
            : throw EvidenceFault.In(EvidenceManifest.Path, "the chain's head is not the last event's link.");
    }

    /// <summary>Each text is what its name says, and each that an event names is there.</summary>
    private void CheckTexts(List<ChainedEvent> chain)
    {
        foreach (var file in Of(EvidenceKind.Text))
            if (file.Path != TextPath(new(Sha256(Content(file))))) throw EvidenceFault.In(file.Path, "its content is not the text that its name stands for.");
        foreach (var chained in chain)
        {
            var text = Within(EvidenceManifest.EventPath(chained.Number), () => DecidedText.TextOf(chained));
            if (text is { } hash && _archive.Find(TextPath(hash)) is null)
                throw EvidenceFault.In(EvidenceManifest.EventPath(chained.Number), $"the text {hash.Value}, which it is about, is missing.");
        }
    }

    /// <summary>Each scan is what its name says, and there are those that the events tell of and no others.</summary>
    private void CheckScans(List<ChainedEvent> chain)
    {
        var told = chain.Select(chained => (chained.Number, Scan: Within(EvidenceManifest.EventPath(chained.Number), () => KeptScan.Of(chained)))).Where(one => one.Scan is not null).ToList();
        foreach (var file in Of(EvidenceKind.Scan))
            if (!file.Path.StartsWith($"{EvidenceFile.ScanFolder}{Sha256(Content(file))}.", StringComparison.Ordinal)) throw EvidenceFault.In(file.Path, "its content is not the scan that its name stands for.");
            else if (told.All(one => one.Scan != Sha256(Content(file)))) throw EvidenceFault.In(file.Path, "no event tells of it.");
        foreach (var (number, scan) in told)
            if (!Of(EvidenceKind.Scan).Any(file => file.Path.StartsWith($"{EvidenceFile.ScanFolder}{scan}.", StringComparison.Ordinal)))
                throw EvidenceFault.In(EvidenceManifest.EventPath(number), $"the scan {scan}, which it tells of, is missing.");
    }

    private void CheckDecisions(List<ChainedEvent> chain)
    {
        foreach (var file in Of(EvidenceKind.Decisions))
            foreach (var decision in Within(file.Path, () => EvidenceJson.Read<List<EvidenceDecision>>(Content(file))))
            {
                var chained = chain.ElementAtOrDefault(decision.Event - 1);
                if (chained is null || chained.Hash.Value != decision.Link || DecidedText.Of(chained) is not { } decided || decided.Text != decision.Text || decided.Type != decision.Type)
                    throw EvidenceFault.In(file.Path, $"its decision by event {decision.Event} is not what that event says.");
            }
    }

    /// <summary>The state, the mails and the printed documents belong to this record.</summary>
    private void CheckRest(List<ChainedEvent> chain)
    {
        foreach (var file in Of(EvidenceKind.State))
            if (Within(file.Path, () => EvidenceJson.Read<StateFacts>(Content(file))) is var state && (state.Id != _manifest.Mou || state.Version != chain.Count))
                throw EvidenceFault.In(file.Path, "it is the state of another case, or of another moment.");
        foreach (var file in Of(EvidenceKind.Mails))
            _ = Within(file.Path, () => EvidenceJson.Read<List<MailFacts>>(Content(file)));
        foreach (var file in Printed())
        {
            var pdf = Encoding.Latin1.GetString(Content(file));
            if (!pdf.Contains($"({chain[^1].Hash.Value})", StringComparison.Ordinal) && !Of(EvidenceKind.Text).Any(text => pdf.Contains($"({text.Sha256})", StringComparison.Ordinal)))
                throw EvidenceFault.In(file.Path, "it names neither this chain's head nor a text of this case.");
        }
    }

    /// <summary>Documents of a sealed archive are signed by themselves; those that were written before they were, are not.</summary>
    private int CheckSignatures(X509Certificate2? sealer)
    {
        var signers = Printed().Select(file => (file.Path, Signer: SignedPdf.SignerOf(file.Path, Content(file)))).ToList();
        if (signers.All(one => one.Signer is null)) return 0;
        if (signers.FirstOrDefault(one => one.Signer is null).Path is { } bare) throw EvidenceFault.In(bare, "it is not signed, and the others are; its signature was taken away.");
        if (sealer is null) throw EvidenceFault.In(EvidenceManifest.SealPath, "it is missing, and the documents are signed; it was taken away.");
        if (signers.FirstOrDefault(one => !one.Signer!.RawData.AsSpan().SequenceEqual(sealer.RawData)).Path is { } other)
            throw EvidenceFault.In(other, "it is signed with another certificate than the manifest.");
        return signers.Count;
    }

    private IEnumerable<ManifestFile> Printed() => Of(EvidenceKind.Document).Where(file => file.Path.EndsWith(".pdf", StringComparison.Ordinal));

    private IEnumerable<ManifestFile> Of(EvidenceKind kind) => _manifest.Files.Where(file => file.Kind == kind);

    private byte[] Content(ManifestFile file) => _archive.Find(file.Path)!;

    private static string TextPath(TextHash hash) => $"texts/{hash.Value}.txt";

    private static string Sha256(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static T Within<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw EvidenceFault.In(path, "it is no JSON of its kind.");
        }
    }

    private sealed record StateFacts(MouId Id, int Version);

    private sealed record MailFacts(string Id, string To);
}
