using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.Lists;

/// <summary>Some of the living cases.</summary>
/// <param name="Shard">With <paramref name="Number"/>: where to go on.</param>
/// <param name="IsRound">These were the last: to go on is to begin anew.</param>
internal sealed record SweptCases(IReadOnlyList<MouId> Ids, int Shard, long Number, bool IsRound);

/// <summary>
/// Goes through the index from where it stopped, so many entries at a time and no further. A case that changes meanwhile gets a higher
/// number in its partition: it is met later, or twice, and never missed.
/// </summary>
public sealed class IndexSweep(Tables tables)
{
    /// <param name="most">Living cases.</param>
    /// <param name="mostRows">Entries, of ended ones too.</param>
    internal async Task<SweptCases> NextAsync(int shard, long number, int most, int mostRows, CancellationToken cancel)
    {
        var (table, ids, rows) = (await tables.OpenAsync(Tables.CaseIndex, cancel).ConfigureAwait(false), new List<MouId>(), 0);
        for (; shard < IndexRows.Shards; (shard, number) = (shard + 1, 0))
            await foreach (var entry in After(table, shard, number, Math.Min(mostRows, 1000), cancel).ConfigureAwait(false))
            {
                // There is more, so this is not the round's end.
                if (ids.Count == most || rows == mostRows) return new(ids, shard, number, IsRound: false);
                (rows, number) = (rows + 1, long.Parse(entry.RowKey.AsSpan(IndexRows.EntryPrefix.Length), CultureInfo.InvariantCulture));
                if (Living(entry) is { } id) ids.Add(id);
            }

        return new(ids, 0, 0, IsRound: true);
    }

    private static AsyncPageable<TableEntity> After(TableClient table, int shard, long number, int page, CancellationToken cancel) => table.QueryAsync<TableEntity>(
        TableClient.CreateQueryFilter($"PartitionKey eq {IndexRows.NameOf(shard)} and RowKey gt {IndexRows.EntryOf(number)} and RowKey lt {IndexRows.EntryPrefix + "~"}"), maxPerPage: page, cancellationToken: cancel);

    private static MouId? Living(TableEntity entry)
    {
        try
        {
            return IndexRows.Read(entry) is { Case: { } one } && !one.HasEnded ? one.Id : null;
        }
        catch (JsonException)
        {
            // The index is a copy: a rebuild finds and mends its entry.
            return null;
        }
    }
}
