using System.Globalization;
using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lists;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.Disposal;

/// <summary>That something went, and why. Says nothing of what it said.</summary>
/// <param name="What">"histories", "Codes", "sign-in-mails", "case"…</param>
/// <param name="Id">Of a case; null where many went together.</param>
/// <param name="Rule">Why it was to go.</param>
/// <param name="ChainHead">Of a case: whoever kept its evidence can still show that it is the case's.</param>
public sealed record Erasure(DateTimeOffset At, string What, int Count, string Rule, string? Id = null, string? ChainHead = null);

/// <summary>The record of what went: rows that are added and never changed.</summary>
public sealed class Erasures(Tables tables)
{
    private const string Partition = "erased";

    internal async Task AddAsync(Erasure erasure, CancellationToken cancel)
    {
        var table = await tables.OpenAsync(Tables.Erasures, cancel).ConfigureAwait(false);
        var key = string.Create(CultureInfo.InvariantCulture, $"{DateTime.MaxValue.Ticks - erasure.At.UtcTicks:D19}-{Secret.NewName()[..8]}");
        await table.AddEntityAsync(ChunkedText.Put(new TableEntity(Partition, key), StoredJson.Of(erasure)), cancel).ConfigureAwait(false);
    }

    /// <summary>A piece of it, the newest first.</summary>
    /// <exception cref="BadCursorException"/>
    public async Task<Page<Erasure>> PageAsync(string? cursor, int limit, CancellationToken cancel = default)
    {
        var rows = new List<TableEntity>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey gt {Cursor.Read(cursor) ?? ""}");
        await foreach (var row in (await tables.OpenAsync(Tables.Erasures, cancel).ConfigureAwait(false)).QueryAsync<TableEntity>(filter, maxPerPage: limit + 1, cancellationToken: cancel).ConfigureAwait(false))
        {
            rows.Add(row);
            if (rows.Count > limit) break;
        }

        return new([.. rows.Take(limit).Select(row => StoredJson.Read<Erasure>(ChunkedText.Take(row)))], rows.Count > limit ? Cursor.Of(rows[limit - 1].RowKey) : null);
    }

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<Erasure>> LastAsync(int most, CancellationToken cancel = default)
    {
        var found = new List<Erasure>();
        var table = await tables.OpenAsync(Tables.Erasures, cancel).ConfigureAwait(false);
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"), maxPerPage: Math.Min(most, 1000), cancellationToken: cancel).ConfigureAwait(false))
        {
            found.Add(StoredJson.Read<Erasure>(ChunkedText.Take(row)));
            if (found.Count == most) break;
        }

        return found;
    }
}
