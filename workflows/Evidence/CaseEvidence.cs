using System.Text;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Documents;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.Texts;

namespace LocalDiplomacy.Workflows.Evidence;

/// <summary>
/// Everything that is recorded of a case, as one ZIP file that can be checked without this program. Made when it is asked
/// for, of what is stored and of nothing else: the same record gives the same bytes.
/// </summary>
public sealed class CaseEvidence(
    CasePartition partition, TextStore texts, MailLedger mails, CaseDocuments documents, EvidenceSeal seal, IEnumerable<IEvidenceSource> sources)
{
    public const string NotePath = "localdiplomacy-evidence.txt";

    private static readonly (string Path, Side Side)[] Originals =
        [("documents/original-local-government.pdf", Side.LocalGovernment), ("documents/original-counterparty.pdf", Side.Counterparty)];

    /// <exception cref="BrokenCaseException">The events are not what was stored, or one names a text that is not there.</exception>
    public async Task<PreparedEvidence> PrepareAsync(MouId id, CancellationToken cancel = default)
    {
        var chain = await partition.ChainAsync(id, int.MaxValue, cancel).ConfigureAwait(false);
        if (chain.Count == 0) throw BrokenCaseException.EventMissing(id, 1);
        var mou = MouLifecycle.Replay(id, chain.Select(chained => StoredJson.Read<RecordedEvent>(chained.Json)));
        List<EvidenceFile> files =
        [
            new(NotePath, EvidenceKind.Note, Encoding.UTF8.GetBytes(EvidenceNote.Of(id, chain[^1].Hash))),
            new("state.json", EvidenceKind.State, EvidenceJson.Of(mou)),
            .. chain.Select(chained => new EvidenceFile(EvidenceManifest.EventPath(chained.Number), EvidenceKind.Event, Encoding.UTF8.GetBytes(chained.Json))),
            .. await TextsAsync(id, chain, cancel).ConfigureAwait(false),
            new("decisions.json", EvidenceKind.Decisions, EvidenceJson.Of(Decisions(chain))),
            new("mails.json", EvidenceKind.Mails, EvidenceJson.Of((await mails.OfCaseAsync(id, cancel).ConfigureAwait(false)).Select(EvidenceMail.Of))),
            .. await DocumentsAsync(mou, chain, cancel).ConfigureAwait(false),
        ];
        foreach (var source in sources) files.AddRange(await source.OfAsync(mou, cancel).ConfigureAwait(false));
        // What cannot be read is said before anything is sent, one file in memory at a time.
        foreach (var file in files) await file.ReadAsync(cancel).ConfigureAwait(false);
        var manifest = EvidenceManifest.Of(id, chain, files).ToJson();
        return new(files, manifest, seal.Sign(manifest));
    }

    /// <summary>Each text that an event names, in the form whose SHA-256 is its name.</summary>
    private async Task<List<EvidenceFile>> TextsAsync(MouId id, IReadOnlyList<ChainedEvent> chain, CancellationToken cancel)
    {
        var files = new List<EvidenceFile>();
        foreach (var hash in chain.Select(DecidedText.TextOf).OfType<TextHash>().Distinct())
        {
            var text = await texts.FindAsync(hash, cancel).ConfigureAwait(false) ?? throw BrokenCaseException.TextMissing(id, hash);
            files.Add(new($"texts/{hash.Value}.txt", EvidenceKind.Text, Encoding.UTF8.GetBytes(CanonicalText.Of(text))));
        }

        return files;
    }

    private static IEnumerable<EvidenceDecision> Decisions(IReadOnlyList<ChainedEvent> chain) => chain.Select(DecidedText.Of).OfType<DecidedText>()
        .Select(decided => new EvidenceDecision(decided.Event, decided.Type, decided.Text, chain[decided.Event - 1].Hash.Value));

    private async Task<List<EvidenceFile>> DocumentsAsync(Mou mou, IReadOnlyList<ChainedEvent> chain, CancellationToken cancel)
    {
        var files = new List<EvidenceFile>();
        foreach (var (path, side) in Originals)
            files.Add(await PrintedAsync(path, () => documents.WriteOriginalAsync(mou, mou.Text, side, cancel)).ConfigureAwait(false));
        foreach (var language in new[] { Language.Korean, Language.English })
            files.Add(await PrintedAsync($"documents/record-{language.Code}.pdf", () => documents.WriteRecordAsync(mou.Id, chain, language, cancel)).ConfigureAwait(false));
        return files;
    }

    /// <summary>What no font can print is no reason to give no evidence: in its place stands why.</summary>
    private static async Task<EvidenceFile> PrintedAsync(string path, Func<Task<byte[]>> print)
    {
        try
        {
            return new(path, EvidenceKind.Document, await print().ConfigureAwait(false));
        }
        catch (UnprintableTextException hole)
        {
            return new(path + ".missing.txt", EvidenceKind.Document, Encoding.UTF8.GetBytes(hole.Message + "\n"));
        }
    }
}
