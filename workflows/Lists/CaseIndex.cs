using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.Lists;

/// <summary>
/// MOUs by what they have in common, and how many there are of each: written when a case changes, by its orchestration
/// alone, so it is behind by the moments that an effect takes. Each case has a mark that says how it was counted last; mark
/// and count change in one transaction, so that an effect which runs twice counts once.
/// </summary>
public sealed class CaseIndex(Tables tables, CaseLists lists, OfficeIndex offices)
{
    /// <summary>Counts are kept in so many partitions, by the case's id: cases that change at the same time seldom meet in one.</summary>
    private const int Shards = 16;

    private const string Counts = "counts";
    private const string Upkeep = "upkeep";
    /// <summary>Named anew whenever more is kept: a store of before is then taken in again.</summary>
    private const string Whole = "whole-with-offices";
    private const int RowsAtOnce = 100;

    /// <exception cref="BadCursorException"/>
    public async Task<Page<CaseRow>> ListAsync(CaseSelection selection, string? cursor, int limit, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(selection);
        return await CaseLists.ReadAsync(await OpenAsync(cancel).ConfigureAwait(false), selection.Name, cursor, limit, cancel).ConfigureAwait(false);
    }

    public async Task<Overview> OverviewAsync(CancellationToken cancel = default)
    {
        var table = await OpenAsync(cancel).ConfigureAwait(false);
        var counted = await Task.WhenAll(Enumerable.Range(0, Shards).Select(shard => table.FindAsync(NameOf(shard), Counts, cancel))).ConfigureAwait(false);
        var longest = new Dictionary<WaitedOn, CaseRow>();
        foreach (var whom in CaseSelection.All.Where(selection => selection.WaitedOn is not null))
            if ((await CaseLists.ReadAsync(table, whom.Name, null, 1, cancel).ConfigureAwait(false)).Items is [var first]) longest[whom.WaitedOn!.Value] = first;
        return new(
            [.. counted.OfType<TableEntity>().SelectMany(CountsIn).GroupBy(count => count with { Count = 0 }).Select(same => same.Key with { Count = same.Sum(one => one.Count) }).Where(count => count.Count > 0)],
            longest);
    }

    /// <summary>Puts a case where it belongs now. Again, or after a newer state was put there: changes nothing.</summary>
    internal async Task WriteAsync(CaseRow row, CancellationToken cancel)
    {
        var table = await OpenAsync(cancel).ConfigureAwait(false);
        while (true)
        {
            var mark = await table.FindAsync(ShardOf(row.Id), NameOf(row.Id), cancel).ConfigureAwait(false);
            var before = mark is null ? null : StoredJson.Read<CaseRow>(ChunkedText.Take(mark));
            if (before?.Version >= row.Version) return;
            var places = PlacesOf(row);
            foreach (var (list, key) in places)
                await table.UpsertEntityAsync(ChunkedText.Put(new TableEntity(list, key), StoredJson.Of(row)), TableUpdateMode.Replace, cancel).ConfigureAwait(false);
            foreach (var (list, key) in before is null ? [] : PlacesOf(before).Except(places))
                await table.RemoveAsync(list, key, cancel).ConfigureAwait(false);
            if (await TryCountAsync(table, mark, before, row, cancel).ConfigureAwait(false)) return;
            await Task.Delay(RandomNumberGenerator.GetInt32(5, 50), cancel).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Takes in the cases of a store that is older than this index, a page at a time. Safe to be cut off: what was taken in
    /// is not counted again.
    /// </summary>
    public async Task EnsureWholeAsync(CancellationToken cancel = default)
    {
        var table = await OpenAsync(cancel).ConfigureAwait(false);
        if (await table.FindAsync(Upkeep, Whole, cancel).ConfigureAwait(false) is not null) return;
        string? cursor = null;
        do
        {
            var page = await lists.AllAsync(cursor, RowsAtOnce, cancel).ConfigureAwait(false);
            foreach (var row in page.Items)
            {
                await WriteAsync(row, cancel).ConfigureAwait(false);
                await offices.WriteAsync(row, cancel).ConfigureAwait(false);
            }

            cursor = page.Next;
        }
        while (cursor is not null);
        await table.TryAddAsync(new TableEntity(Upkeep, Whole), cancel).ConfigureAwait(false);
    }

    /// <returns>False: another case of the shard was counted in between.</returns>
    private static async Task<bool> TryCountAsync(TableClient table, TableEntity? mark, CaseRow? before, CaseRow row, CancellationToken cancel)
    {
        var next = ChunkedText.Put(new TableEntity(ShardOf(row.Id), NameOf(row.Id)), StoredJson.Of(row));
        if (before is not null && KindOf(before) == KindOf(row)) return await table.TryWriteAsync(next, mark, cancel).ConfigureAwait(false);
        var known = await table.FindAsync(ShardOf(row.Id), Counts, cancel).ConfigureAwait(false);
        var counts = known is null ? [] : CountsIn(known).ToDictionary(count => count with { Count = 0 }, count => count.Count);
        if (before is not null) counts[KindOf(before)] = counts.GetValueOrDefault(KindOf(before)) - 1;
        counts[KindOf(row)] = counts.GetValueOrDefault(KindOf(row)) + 1;
        var recounted = ChunkedText.Put(new TableEntity(ShardOf(row.Id), Counts), StoredJson.Of(counts.Select(count => count.Key with { Count = count.Value }).ToList()));
        try
        {
            await table.SubmitTransactionAsync([Write(next, mark), Write(recounted, known)], cancel).ConfigureAwait(false);
            return true;
        }
        catch (RequestFailedException fault) when (fault.IsConflict() || fault.IsMissing())
        {
            return false;
        }
    }

    private static TableTransactionAction Write(TableEntity row, TableEntity? before) => before is null
        ? new(TableTransactionActionType.Add, row) : new(TableTransactionActionType.UpdateReplace, row, before.ETag);

    /// <summary>A stage's list begins with the newest; where somebody is waited on, with whoever waits longest.</summary>
    private static List<(string List, string Key)> PlacesOf(CaseRow row) =>
        [.. CaseSelection.With(row).Select(selection => (selection.Name, selection.Stage is null ? KeyOf(row) : CaseLists.KeyOf(row)))];

    private static string KeyOf(CaseRow row) => string.Create(CultureInfo.InvariantCulture, $"{row.Since.UtcTicks:D19}-{row.Id.Value}");

    private static CaseCount KindOf(CaseRow row) => new(row.Stage, row.WaitedOn, row.Overdue, row.CameBack, 0);

    private static List<CaseCount> CountsIn(TableEntity row) => StoredJson.Read<List<CaseCount>>(ChunkedText.Take(row));

    private static string NameOf(MouId id) => "case-" + id.Value;

    private static string ShardOf(MouId id) => NameOf(SHA256.HashData(Encoding.UTF8.GetBytes(id.Value))[0] % Shards);

    private static string NameOf(int shard) => string.Create(CultureInfo.InvariantCulture, $"counted-{shard:x}");

    private ValueTask<TableClient> OpenAsync(CancellationToken cancel) => tables.OpenAsync(Tables.CaseIndex, cancel);
}
