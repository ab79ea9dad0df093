using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Register;
using LocalDiplomacy.Workflows.Signing.Scans;
using LocalDiplomacy.Workflows.Texts;

namespace LocalDiplomacy.Workflows.Operators;

/// <summary>Something of a case does not hold.</summary>
public sealed record CaseFault(MouId Mou, string What);

/// <summary>Looks whether a case's events are dense and chained, its state is what they say, and its texts and scans are what it names.</summary>
public sealed class CaseCheck(CasePartition partition, TextStore texts, ScanStore scans, RegisterBook register)
{
    public async Task<IReadOnlyList<CaseFault>> RunAsync(MouId id, CancellationToken cancel = default)
    {
        if (await StandingAsync(id, cancel).ConfigureAwait(false) is not { } mou) return [new(id, "its state cannot be read, or there is no such case")];
        try
        {
            var chain = await partition.ChainAsync(id, int.MaxValue, cancel).ConfigureAwait(false);
            var faults = new List<string>();
            if (chain.Count != mou.Version) faults.Add($"its state is of event {mou.Version}, and there are {chain.Count}");
            var replayed = MouLifecycle.Replay(id, chain.Select(link => StoredJson.Read<RecordedEvent>(link.Json)));
            if (StoredJson.Of(replayed) != StoredJson.Of(mou)) faults.Add("its state is not what its events say");
            foreach (var text in replayed.Rounds.Select(round => round.Text).Append(replayed.Text).Distinct())
                if (await texts.FindAsync(text, cancel).ConfigureAwait(false) is not { } found || CanonicalText.HashOf(found) != text) faults.Add($"its text {text.Short} is not stored as it was");
            foreach (var scan in replayed.Scans)
                if (await scans.FindAsync(id, scan.Hash, cancel).ConfigureAwait(false) is null) faults.Add($"its scan {scan.Hash.Short} is not stored as it was");
            if (replayed.Stage.Given is not null && (await register.ReadAsync(cancel).ConfigureAwait(false)).NumberOf(id) is null) faults.Add("it was signed, and the register does not have it");
            return [.. faults.Select(what => new CaseFault(id, what))];
        }
        catch (BrokenCaseException broken)
        {
            return [new(id, broken.Message)];
        }
        catch (Exception unreadable) when (unreadable is System.Text.Json.JsonException or ImpossibleEventException)
        {
            return [new(id, $"its events cannot be followed ({unreadable.GetType().Name})")];
        }
    }

    private async Task<Mou?> StandingAsync(MouId id, CancellationToken cancel)
    {
        try
        {
            return (await partition.FindAsync(id, cancel).ConfigureAwait(false))?.Mou;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }
}
