using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.Lists;

/// <summary>
/// All MOUs as the desk looks for them: written when a case changes, by its orchestration alone, so it is behind by the moments that
/// an effect takes. Where a case stands changes in one transaction of one of sixteen partitions, and each change has the next number
/// there: a process reads it once and then only what came since. Nobody looks through tables or instances for a list.
/// </summary>
public sealed class CaseIndex(Tables tables, CaseLists lists, OfficeIndex offices, OrchestrationSightings sightings) : IDisposable
{
    private const string Upkeep = "upkeep";
    /// <summary>Named anew whenever more is kept: a store of before is then taken in again.</summary>
    private const string Whole = "whole-with-search";
    private const int RowsAtOnce = 200;

    /// <summary>A transaction takes a hundred rows: the head, and three of each case.</summary>
    private const int CasesOfOneTransaction = 33;

    private const int MaxTries = 200;
    private readonly IndexMemory _memory = new(sightings);

    /// <summary>As it is now.</summary>
    public async Task<IndexView> ReadAsync(CancellationToken cancel = default) =>
        await _memory.ReadAsync(await OpenAsync(cancel).ConfigureAwait(false), cancel).ConfigureAwait(false);

    /// <exception cref="BadCursorException"/>
    public async Task<Page<CaseRow>> ListAsync(CaseSelection selection, string? cursor, int limit, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(selection);
        var found = (await ReadAsync(cancel).ConfigureAwait(false)).Find(selection.Query, cursor, limit);
        return new(found.Items, found.Next);
    }

    public async Task<Overview> OverviewAsync(CancellationToken cancel = default) => (await ReadAsync(cancel).ConfigureAwait(false)).Overview;

    /// <summary>Puts a case where it belongs now. Again, or after a newer state was put there: changes nothing.</summary>
    internal Task WriteAsync(CaseRow row, CancellationToken cancel) => WriteAsync([row], anew: false, cancel);

    /// <param name="anew">Also where the index has this version: it was found to say something else.</param>
    internal async Task WriteAsync(IReadOnlyList<CaseRow> rows, bool anew, CancellationToken cancel)
    {
        var table = await OpenAsync(cancel).ConfigureAwait(false);
        foreach (var shard in rows.GroupBy(row => IndexRows.ShardOf(row.Id)))
            foreach (var some in shard.Chunk(CasesOfOneTransaction))
                await RepeatedAsync(() => TryWriteAsync(table, shard.Key, some, anew, cancel), cancel).ConfigureAwait(false);
    }

    /// <summary>Takes out a case that is not there.</summary>
    internal async Task RemoveAsync(MouId id, CancellationToken cancel)
    {
        var table = await OpenAsync(cancel).ConfigureAwait(false);
        await RepeatedAsync(() => TryRemoveAsync(table, id, cancel), cancel).ConfigureAwait(false);
    }

    /// <summary>
    /// Takes in the cases of a store that is older than this index, a page at a time. Safe to be cut off: what was taken in
    /// is not written again.
    /// </summary>
    public async Task EnsureWholeAsync(CancellationToken cancel = default)
    {
        var table = await OpenAsync(cancel).ConfigureAwait(false);
        if (await table.FindAsync(Upkeep, Whole, cancel).ConfigureAwait(false) is not null) return;
        string? cursor = null;
        do
        {
            var page = await lists.AllAsync(cursor, RowsAtOnce, cancel).ConfigureAwait(false);
            await WriteAsync(page.Items, anew: false, cancel).ConfigureAwait(false);
            foreach (var row in page.Items) await offices.WriteAsync(row, cancel).ConfigureAwait(false);
            cursor = page.Next;
        }
        while (cursor is not null);
        await RemoveFormerAsync(table, cancel).ConfigureAwait(false);
        await NoteWholeAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>That every case is in it.</summary>
    internal async Task NoteWholeAsync(CancellationToken cancel) =>
        await (await OpenAsync(cancel).ConfigureAwait(false)).TryAddAsync(new TableEntity(Upkeep, Whole), cancel).ConfigureAwait(false);

    public void Dispose() => _memory.Dispose();

    private static async Task RepeatedAsync(Func<Task<bool>> tryIt, CancellationToken cancel)
    {
        for (var tries = 1; !await tryIt().ConfigureAwait(false); tries++)
        {
            if (tries == MaxTries) throw new InvalidOperationException("The index of cases cannot be written: its partition does not agree with itself. 'admin rebuild' mends it.");
            await Task.Delay(RandomNumberGenerator.GetInt32(5, 50), cancel).ConfigureAwait(false);
        }
    }

    /// <returns>False: another case of the partition changed in between.</returns>
    private static async Task<bool> TryWriteAsync(TableClient table, string shard, IReadOnlyList<CaseRow> rows, bool anew, CancellationToken cancel)
    {
        var head = await table.FindAsync(shard, IndexRows.Head, cancel).ConfigureAwait(false);
        var number = IndexRows.NumberIn(head);
        var actions = new List<TableTransactionAction>();
        foreach (var row in rows)
        {
            var place = await table.FindAsync(shard, IndexRows.NameOf(row.Id), cancel).ConfigureAwait(false);
            if (!anew && place?.GetInt32(IndexRows.Version) >= row.Version) continue;
            actions.Add(new(TableTransactionActionType.Add, IndexRows.Entry(row, ++number)));
            actions.Add(IndexRows.Write(IndexRows.Place(row, number), place));
            if (place is not null) actions.Add(IndexRows.Delete(shard, IndexRows.EntryOf(IndexRows.NumberIn(place))));
        }

        return actions.Count == 0 || await TrySubmitAsync(table, [IndexRows.Write(IndexRows.HeadAt(shard, number), head), .. actions], cancel).ConfigureAwait(false);
    }

    private static async Task<bool> TryRemoveAsync(TableClient table, MouId id, CancellationToken cancel)
    {
        var shard = IndexRows.ShardOf(id);
        var head = await table.FindAsync(shard, IndexRows.Head, cancel).ConfigureAwait(false);
        if (await table.FindAsync(shard, IndexRows.NameOf(id), cancel).ConfigureAwait(false) is not { } place) return true;
        var number = IndexRows.NumberIn(head) + 1;
        return await TrySubmitAsync(
            table,
            [
                IndexRows.Write(IndexRows.HeadAt(shard, number), head), new(TableTransactionActionType.Add, IndexRows.NoEntry(id, number)),
                IndexRows.Delete(shard, IndexRows.NameOf(id)), IndexRows.Delete(shard, IndexRows.EntryOf(IndexRows.NumberIn(place))),
            ],
            cancel).ConfigureAwait(false);
    }

    private static async Task<bool> TrySubmitAsync(TableClient table, IReadOnlyList<TableTransactionAction> actions, CancellationToken cancel)
    {
        try
        {
            await table.SubmitTransactionAsync(actions, cancel).ConfigureAwait(false);
            return true;
        }
        catch (RequestFailedException fault) when (fault.IsConflict() || fault.IsMissing())
        {
            return false;
        }
    }

    /// <summary>Rows of the time when each list was a partition of its own.</summary>
    private static async Task RemoveFormerAsync(TableClient table, CancellationToken cancel)
    {
        foreach (var list in CaseSelection.All.Select(selection => selection.Name).Concat(Enumerable.Range(0, IndexRows.Shards).Select(shard => $"counted-{shard:x}")))
            await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {list}"), select: ["PartitionKey", "RowKey"], cancellationToken: cancel).ConfigureAwait(false))
                await table.RemoveAsync(row.PartitionKey, row.RowKey, cancel).ConfigureAwait(false);
    }

    private ValueTask<TableClient> OpenAsync(CancellationToken cancel) => tables.OpenAsync(Tables.CaseIndex, cancel);
}
