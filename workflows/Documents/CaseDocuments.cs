using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Evidence;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Texts;

namespace LocalDiplomacy.Workflows.Documents;

/// <summary>The documents of a case, written when they are asked for: they are made of nothing but what is stored.</summary>
public sealed class CaseDocuments(CasePartition partition, TextStore texts, ReferenceTables reference, IDocumentWriter writer)
{
    /// <param name="text">One that the case has or had.</param>
    /// <exception cref="UnprintableTextException">Nothing was written.</exception>
    public async Task<byte[]> WriteOriginalAsync(Mou mou, TextHash text, Side side, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(mou);
        var content = await texts.FindAsync(text, cancel).ConfigureAwait(false) ?? throw BrokenCaseException.TextMissing(mou.Id, text);
        return writer.Write(new TextOriginal(mou, await OfficeAsync(mou, cancel).ConfigureAwait(false), content, text, side));
    }

    /// <summary>The record as it stands at this moment.</summary>
    /// <exception cref="BrokenCaseException">The events are not what was stored.</exception>
    public async Task<byte[]> WriteRecordAsync(MouId id, Language language, CancellationToken cancel = default) =>
        await WriteRecordAsync(id, await partition.ChainAsync(id, int.MaxValue, cancel).ConfigureAwait(false), language, cancel).ConfigureAwait(false);

    internal async Task<byte[]> WriteRecordAsync(MouId id, IReadOnlyList<ChainedEvent> chain, Language language, CancellationToken cancel)
    {
        var events = chain.Select(chained => StoredJson.Read<RecordedEvent>(chained.Json)).ToList();
        var mou = MouLifecycle.Replay(id, events);
        var mission = await reference.FindMissionAsync(mou.Particulars.Mission, cancel).ConfigureAwait(false)
            ?? throw BrokenCaseException.ReferenceMissing(id, mou.Particulars.Mission.Value);
        return writer.Write(new CaseRecord(mou, await OfficeAsync(mou, cancel).ConfigureAwait(false), mission, events, chain, language, await MissionsAsync(mou, mission, cancel).ConfigureAwait(false)));
    }

    private async Task<IReadOnlyDictionary<MissionId, Mission>> MissionsAsync(Mou mou, Mission lead, CancellationToken cancel)
    {
        var all = new Dictionary<MissionId, Mission> { [lead.Id] = lead };
        foreach (var other in mou.Particulars.OtherMissions ?? [])
            all[other.Mission] = await reference.FindMissionAsync(other.Mission, cancel).ConfigureAwait(false) ?? throw BrokenCaseException.ReferenceMissing(mou.Id, other.Mission.Value);
        return all;
    }

    private async Task<LocalGovernment> OfficeAsync(Mou mou, CancellationToken cancel) =>
        await reference.FindLocalGovernmentAsync(mou.Office, cancel).ConfigureAwait(false) ?? throw BrokenCaseException.ReferenceMissing(mou.Id, mou.Office.Value);
}
