using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Azure;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Evidence;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Lists;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Register;
using LocalDiplomacy.Workflows.SignIn;
using LocalDiplomacy.Workflows.Signing.Scans;
using LocalDiplomacy.Workflows.Storage;
using LocalDiplomacy.Workflows.Texts;

namespace LocalDiplomacy.Workflows.Seed;

/// <summary>What a seeding wrote.</summary>
internal sealed record Seeded(int Cases, int Live, int Events, int Entries, int WereThere);

/// <summary>
/// Fills a store with MOUs as they would have come about: decided by the rules, written as commits write them, one transaction a
/// case, and put into lists, index and register many at once. Mails of that time are taken as sent. Each case that lives has a nudge:
/// the program that starts next begins their orchestrations as it finds those of any lost nudge.
/// </summary>
internal sealed class SeedRun(
    CasePartition partition, Nudges nudges, CaseLists lists, OfficeIndex offices, CaseIndex index, TextStore texts, ScanStore scans, PersonRegister people, ReferenceTables reference, RegisterBook register, TimeProvider time)
{
    private const int CasesOfOneStep = 2000;
    private const int AtOnce = 8;
    private readonly ConcurrentDictionary<TextHash, Task<TextHash>> _saved = new();

    /// <param name="progress">How many of them stand.</param>
    public async Task<Seeded> RunAsync(SeedOptions options, Action<int> progress, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var (governments, missions) = (await reference.LocalGovernmentsAsync(cancel).ConfigureAwait(false), await reference.MissionsAsync(cancel).ConfigureAwait(false));
        var (world, ties) = (new SeedWorld(governments, missions), new TieOfCase(governments, missions));
        await Parallel.ForEachAsync(governments.SelectMany(SeedWorld.PeopleOf), cancel, async (person, stop) => await people.AddAsync(person, stop).ConfigureAwait(false)).ConfigureAwait(false);
        var total = new Seeded(0, 0, 0, 0, 0);
        foreach (var step in Enumerable.Range(0, options.Mous).Chunk(CasesOfOneStep))
        {
            var cases = await WriteCasesAsync(options, step, world, now, cancel).ConfigureAwait(false);
            CaseRow[] rows = [.. cases.Select(one => Summary.Of(one.Mou))];
            await lists.AddAsync(rows, cancel).ConfigureAwait(false);
            await index.WriteAsync(rows, anew: false, cancel).ConfigureAwait(false);
            // An office's cases one after the other: they share its counts.
            await Parallel.ForEachAsync(rows.GroupBy(row => row.Office), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (ofOffice, stop) =>
            {
                foreach (var row in ofOffice) await offices.WriteAsync(row, stop).ConfigureAwait(false);
            }).ConfigureAwait(false);
            var entries = await EnterAsync(cases, ties, cancel).ConfigureAwait(false);
            total = new(
                total.Cases + cases.Count, total.Live + cases.Count(one => !one.Mou.Stage.IsEnd), total.Events + cases.Sum(one => one.Events.Count), total.Entries + entries,
                total.WereThere + cases.Count(one => one.WasThere));
            progress(total.Cases);
        }

        await index.NoteWholeAsync(cancel).ConfigureAwait(false);
        return total;
    }

    private async Task<IReadOnlyList<SeededCase>> WriteCasesAsync(SeedOptions options, int[] numbers, SeedWorld world, DateTimeOffset now, CancellationToken cancel)
    {
        var written = new ConcurrentDictionary<int, SeededCase>();
        await Parallel.ForEachAsync(numbers, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (number, stop) =>
            written[number] = await WriteAsync(options, number, world, now, stop).ConfigureAwait(false)).ConfigureAwait(false);
        return [.. numbers.Select(number => written[number])];
    }

    private async Task<SeededCase> WriteAsync(SeedOptions options, int number, SeedWorld world, DateTimeOffset now, CancellationToken cancel)
    {
        var script = SeedScript.Play(IdOf(options, number), IdOf(options, (number + 1) % options.Mous), world, new Random(HashCodeOf(options.RandomSeed, number)), now);
        var (mou, events) = (script.Story.Mou, script.Story.Events);
        foreach (var text in script.Texts) await _saved.GetOrAdd(text.Hash, _ => texts.SaveAsync(text.Text, cancel)).ConfigureAwait(false);
        foreach (var scan in mou.Scans) await scans.SaveAsync(mou.Id, scan.Hash, SeedScans.ContentOf(scan.Hash), cancel).ConfigureAwait(false);
        if (!mou.Stage.IsEnd) await nudges.ExpectAsync(mou.Id, mou.Version, cancel).ConfigureAwait(false);
        var command = new CarriedOutCommand(CommandKey.From("seed", mou.Id.Value, ""), Secret.NewToken(), 1, mou.Version);
        try
        {
            await partition.CommitAsync(new(mou.Id, null, mou, events, command, []), cancel).ConfigureAwait(false);
            return new(mou, events, WasThere: false);
        }
        catch (RequestFailedException fault) when (fault.IsConflict())
        {
            // A seeding that was cut off and is repeated: what stands there counts, and its lists are written again.
            var standing = (await partition.FindAsync(mou.Id, cancel).ConfigureAwait(false))!.Mou;
            return new(standing, await partition.EventsAsync(mou.Id, 1, standing.Version, cancel).ConfigureAwait(false), WasThere: true);
        }
    }

    /// <summary>The tie and its number first, then what became of it: two records for all of them.</summary>
    private async Task<int> EnterAsync(IReadOnlyList<SeededCase> cases, TieOfCase ties, CancellationToken cancel)
    {
        var steps = cases.Where(one => one.Mou.Stage.Given is not null).ToDictionary(one => one.Mou.Id, one => Drafts(one, ties));
        var before = (await register.LoadAsync(cancel).ConfigureAwait(false)).All.Count();
        await register.WriteAsync(state => new([.. steps.Where(one => state.NumberOf(one.Key) is null).Select(one => one.Value[0])]), cancel).ConfigureAwait(false);
        var state = await register.WriteAsync(now => new([.. steps.SelectMany(one => Missing(now, one.Key, one.Value))]), cancel).ConfigureAwait(false);
        await Parallel.ForEachAsync(steps.Keys, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (id, stop) =>
            await partition.KeepRegisterNumberAsync(id, state.NumberOf(id)!.Value, stop).ConfigureAwait(false)).ConfigureAwait(false);
        return state.All.Count() - before;
    }

    private static IEnumerable<EntryDraft> Missing(RegisterState now, MouId id, IReadOnlyList<EntryDraft> drafts)
    {
        var number = now.NumberOf(id)!.Value;
        var there = now.Of(number).Select(entry => entry.Event).ToHashSet();
        return drafts.Where(draft => !there.Contains(draft.Event)).Select(draft => draft with { About = number });
    }

    private static IReadOnlyList<EntryDraft> Drafts(SeededCase one, TieOfCase ties)
    {
        var heads = new List<ChainHash>();
        foreach (var recorded in one.Events) heads.Add(EventChain.Next(heads.Count == 0 ? EventChain.Start(one.Mou.Id) : heads[^1], StoredJson.Of(recorded)));
        return
        [
            .. RegisteredSteps.Of(one.Mou.Id, one.Events).Select(step =>
                new EntryDraft(null, step.Cause, step.Recorded.Number, step.Recorded.At, ties.Of(step.Mou, heads[step.Recorded.Number - 1].Value))),
        ];
    }

    private static MouId IdOf(SeedOptions options, int number) => MouCases.IdFor("seed", FormattableString.Invariant($"{options.RandomSeed}/{number}"));

    private static int HashCodeOf(int seed, int number) =>
        BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{seed}/{number}"))));

    private sealed record SeededCase(Mou Mou, IReadOnlyList<RecordedEvent> Events, bool WasThere);
}
