using System.Collections.Concurrent;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Lists;
using LocalDiplomacy.Workflows.Register;

namespace LocalDiplomacy.Workflows.Operators;

/// <summary>Where lists say something else than the events.</summary>
/// <param name="List">"index", "lists", "office" or "register".</param>
/// <param name="Of">A case's id, or an office's.</param>
/// <param name="What">"missing", "other" or "stray".</param>
public sealed record ListDifference(string List, string Of, string What);

/// <summary>What a rebuild found.</summary>
public sealed record RebuiltLists(int Cases, IReadOnlyList<ListDifference> Differences, bool IsMended);

/// <summary>
/// Holds the index, the lists and the register against what the events of every case say, and writes what differs. Lists are a copy:
/// nothing is lost with them, and a program that runs meanwhile writes the same.
/// </summary>
public sealed class ListsRebuild(CasePartition partition, CaseIndex index, CaseLists lists, OfficeIndex offices, RegisterBook register, RegisterRebuild rebuild)
{
    private const int AtOnce = 8;
    private const int RowsAtOnce = 200;

    /// <param name="mend">False: only looks.</param>
    public async Task<RebuiltLists> RunAsync(bool mend, Action<int, int> progress, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(progress);
        var ids = await partition.AllAsync(cancel).ConfigureAwait(false);
        var (rows, found) = (new ConcurrentDictionary<MouId, CaseRow>(), new ConcurrentBag<ListDifference>());
        var indexed = (await index.ReadAsync(cancel).ConfigureAwait(false)).All.ToDictionary(one => one.Id);
        var done = 0;
        await Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (id, stop) =>
        {
            var mou = MouLifecycle.Replay(id, await partition.EventsAsync(id, 1, int.MaxValue, stop).ConfigureAwait(false));
            var row = rows[id] = Summary.Of(mou);
            if (indexed.GetValueOrDefault(id) is not { } there) found.Add(new("index", id.Value, "missing"));
            else if (there.Version <= row.Version && !there.Json.SequenceEqual(System.Text.Encoding.UTF8.GetBytes(StoredJson.Of(row)))) found.Add(new("index", id.Value, "other"));
            if (!await lists.AgreeAsync(row, stop).ConfigureAwait(false)) found.Add(new("lists", id.Value, "other"));
            if (mou.Stage.Given is not null && (await register.ReadAsync(stop).ConfigureAwait(false)).NumberOf(id) is null) found.Add(new("register", id.Value, "missing"));
            if (Interlocked.Increment(ref done) % 100 == 0) progress(done, ids.Count);
        }).ConfigureAwait(false);
        foreach (var stray in indexed.Keys.Where(id => !rows.ContainsKey(id))) found.Add(new("index", stray.Value, "stray"));
        foreach (var (_, _, id) in await lists.StraysAsync(rows.Values, cancel).ConfigureAwait(false)) found.Add(new("lists", id.Value, "stray"));
        var ofOffice = rows.Values.ToLookup(row => row.Office);
        foreach (var office in ofOffice.Select(same => same.Key).Union(await offices.AllAsync(cancel).ConfigureAwait(false)))
            if (!await offices.AgreesAsync(office, [.. ofOffice[office]], cancel).ConfigureAwait(false)) found.Add(new("office", office.Value, ofOffice.Contains(office) ? "other" : "stray"));
        if (mend) await MendAsync([.. found.Distinct()], rows, cancel).ConfigureAwait(false);
        return new(ids.Count, [.. found.Distinct().OrderBy(one => one.List, StringComparer.Ordinal).ThenBy(one => one.Of, StringComparer.Ordinal)], mend);
    }

    private async Task MendAsync(IReadOnlyList<ListDifference> found, IReadOnlyDictionary<MouId, CaseRow> rows, CancellationToken cancel)
    {
        foreach (var some in RowsIn(found, "index", rows).Chunk(RowsAtOnce)) await index.WriteAsync(some, anew: true, cancel).ConfigureAwait(false);
        foreach (var stray in found.Where(one => one is { List: "index", What: "stray" })) await index.RemoveAsync(new(stray.Of), cancel).ConfigureAwait(false);
        foreach (var (list, key, _) in found.Any(one => one is { List: "lists", What: "stray" }) ? await lists.StraysAsync(rows.Values, cancel).ConfigureAwait(false) : []) await lists.RemoveAsync(list, key, cancel).ConfigureAwait(false);
        foreach (var some in RowsIn(found, "lists", rows).Chunk(RowsAtOnce)) await lists.AddAsync(some, cancel).ConfigureAwait(false);
        foreach (var office in found.Where(one => one.List == "office").Select(one => new LocalGovernmentId(one.Of)))
            await offices.RewriteAsync(office, [.. rows.Values.Where(row => row.Office == office)], cancel).ConfigureAwait(false);
        if (found.Any(one => one.List == "register")) await rebuild.RunAsync(cancel).ConfigureAwait(false);
        await index.NoteWholeAsync(cancel).ConfigureAwait(false);
    }

    private static IEnumerable<CaseRow> RowsIn(IReadOnlyList<ListDifference> found, string list, IReadOnlyDictionary<MouId, CaseRow> rows) =>
        found.Where(one => one.List == list && one.What != "stray").Select(one => rows[new(one.Of)]);
}
