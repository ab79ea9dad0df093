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
/// Each office's MOUs by what they wait for, and how many there are of each. An office has a partition: a case's mark, its
/// places and the counts change in one transaction, so that whoever writes at the same time can neither lose one nor count it
/// twice. Reading costs the same however many MOUs an office has.
/// </summary>
public sealed class OfficeIndex(Tables tables)
{
    /// <summary>Counts stand in so many rows: cases of an office that change at the same time seldom meet in one.</summary>
    private const int Shards = 8;

    /// <summary>Those of several lists together, in their common order.</summary>
    /// <exception cref="BadCursorException"/>
    public async Task<Page<CaseRow>> ListAsync(LocalGovernmentId office, IReadOnlyCollection<OfficeList> which, string? cursor, int limit, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(which);
        var (after, take) = (Cursor.Read(cursor) ?? "", Math.Clamp(limit, 1, CaseLists.MaxPage));
        var table = await OpenAsync(cancel).ConfigureAwait(false);
        var read = await Task.WhenAll(which.Select(list => ReadAsync(table, office, list, after, take + 1, cancel))).ConfigureAwait(false);
        List<(string Key, TableEntity Row)> rows = [.. read.SelectMany(some => some).OrderBy(one => one.Key, StringComparer.Ordinal).Take(take + 1)];
        return new(
            [.. rows.Take(take).Select(one => StoredJson.Read<CaseRow>(ChunkedText.Take(one.Row)))],
            rows.Count > take ? Cursor.Of(rows[take - 1].Key) : null);
    }

    /// <summary>By the list's name; a list that is not there holds nothing.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountsAsync(LocalGovernmentId office, CancellationToken cancel = default)
    {
        var counts = new Dictionary<string, int>();
        await foreach (var row in Between(await OpenAsync(cancel).ConfigureAwait(false), office, "count|", "count}", Shards, cancel).ConfigureAwait(false))
            foreach (var (list, count) in CountsIn(row)) counts[list] = counts.GetValueOrDefault(list) + count;
        return counts;
    }

    /// <summary>Puts a case where it belongs now. Again, or after a newer state was put there: changes nothing.</summary>
    internal Task WriteAsync(CaseRow row, CancellationToken cancel) => MoveAsync(row.Office, row, row, cancel);

    /// <summary>Takes a case out of the lists of an office that it belonged to before that version.</summary>
    internal Task LeaveAsync(LocalGovernmentId former, CaseRow row, CancellationToken cancel) => MoveAsync(former, row, null, cancel);

    /// <summary>Whether an office's lists say of its cases what they are to say.</summary>
    internal async Task<bool> AgreesAsync(LocalGovernmentId office, IReadOnlyCollection<CaseRow> cases, CancellationToken cancel)
    {
        var (there, counts) = (new Dictionary<string, string>(), new Dictionary<string, int>());
        await foreach (var row in OfAsync(office, cancel).ConfigureAwait(false))
            if (!row.RowKey.StartsWith("count|", StringComparison.Ordinal)) there[row.RowKey] = ChunkedText.Take(row);
            else foreach (var (list, count) in CountsIn(row)) counts[list] = counts.GetValueOrDefault(list) + count;
        // The empty mark of a case that left is no case.
        var told = there.Where(row => row.Value.Length > 0).ToDictionary(row => row.Key, row => row.Value);
        var due = cases.SelectMany(row => PlacesOf(row).Append($"case|{row.Id.Value}").Select(key => (Key: key, Json: StoredJson.Of(row)))).ToList();
        var counted = cases.SelectMany(OfficeList.With).GroupBy(list => list.Name).ToDictionary(same => same.Key, same => same.Count());
        return told.Count == due.Count && due.TrueForAll(row => told.GetValueOrDefault(row.Key) == row.Json)
            && counts.Where(count => count.Value != 0).OrderBy(count => count.Key, StringComparer.Ordinal).SequenceEqual(counted.OrderBy(count => count.Key, StringComparer.Ordinal));
    }

    /// <summary>Every office that lists are kept of. Reads their whole partitions: for commands.</summary>
    internal async Task<IReadOnlyList<LocalGovernmentId>> AllAsync(CancellationToken cancel)
    {
        var offices = new List<LocalGovernmentId>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {NameOf(new(""))} and PartitionKey lt {"office."}");
        await foreach (var row in (await OpenAsync(cancel).ConfigureAwait(false)).QueryAsync<TableEntity>(filter, select: ["PartitionKey", "RowKey"], cancellationToken: cancel).ConfigureAwait(false))
            if (offices.Count == 0 || NameOf(offices[^1]) != row.PartitionKey) offices.Add(new(row.PartitionKey[NameOf(new("")).Length..]));
        return offices;
    }

    /// <summary>Writes an office's lists anew.</summary>
    internal async Task RewriteAsync(LocalGovernmentId office, IReadOnlyCollection<CaseRow> cases, CancellationToken cancel)
    {
        var table = await OpenAsync(cancel).ConfigureAwait(false);
        var keys = new List<string>();
        await foreach (var row in OfAsync(office, cancel).ConfigureAwait(false)) keys.Add(row.RowKey);
        foreach (var key in keys) await table.RemoveAsync(NameOf(office), key, cancel).ConfigureAwait(false);
        foreach (var row in cases) await WriteAsync(row, cancel).ConfigureAwait(false);
    }

    private async IAsyncEnumerable<TableEntity> OfAsync(LocalGovernmentId office, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var table = await OpenAsync(cancel).ConfigureAwait(false);
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {NameOf(office)}"), cancellationToken: cancel).ConfigureAwait(false)) yield return row;
    }

    private async Task MoveAsync(LocalGovernmentId office, CaseRow row, CaseRow? listed, CancellationToken cancel)
    {
        var table = await OpenAsync(cancel).ConfigureAwait(false);
        while (!await TryMoveAsync(table, office, row, listed, cancel).ConfigureAwait(false))
            await Task.Delay(RandomNumberGenerator.GetInt32(5, 50), cancel).ConfigureAwait(false);
    }

    /// <returns>False: another case of the office was counted in between.</returns>
    private static async Task<bool> TryMoveAsync(TableClient table, LocalGovernmentId office, CaseRow row, CaseRow? listed, CancellationToken cancel)
    {
        var (partition, name, shard) = (NameOf(office), $"case|{row.Id.Value}", $"count|{ShardOf(row.Id)}");
        var found = await Task.WhenAll(table.FindAsync(partition, name, cancel), table.FindAsync(partition, shard, cancel)).ConfigureAwait(false);
        var (mark, known) = (found[0], found[1]);
        // The mark of a case that left stays, empty: a late writer must not bring it back.
        var before = mark is not null && ChunkedText.Take(mark) is { Length: > 0 } json ? StoredJson.Read<CaseRow>(json) : null;
        if (mark?.GetInt32("Version") >= row.Version) return true;
        var (from, to) = (PlacesOf(before), PlacesOf(listed));
        var next = ChunkedText.Put(new TableEntity(partition, name) { ["Version"] = row.Version }, listed is null ? "" : StoredJson.Of(listed));
        List<TableTransactionAction> actions =
        [
            Write(next, mark), Write(ChunkedText.Put(new TableEntity(partition, shard), StoredJson.Of(Recounted(known, before, listed))), known),
            .. to.Select(place => new TableTransactionAction(TableTransactionActionType.UpsertReplace, ChunkedText.Put(new TableEntity(partition, place), StoredJson.Of(listed!)))),
            .. from.Except(to).Select(place => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(partition, place), ETag.All)),
        ];
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

    private static Dictionary<string, int> Recounted(TableEntity? known, CaseRow? before, CaseRow? after)
    {
        var counts = known is null ? [] : CountsIn(known);
        foreach (var list in before is null ? [] : OfficeList.With(before)) counts[list.Name] = counts.GetValueOrDefault(list.Name) - 1;
        foreach (var list in after is null ? [] : OfficeList.With(after)) counts[list.Name] = counts.GetValueOrDefault(list.Name) + 1;
        return counts;
    }

    private static async Task<List<(string Key, TableEntity Row)>> ReadAsync(
        TableClient table, LocalGovernmentId office, OfficeList list, string after, int most, CancellationToken cancel)
    {
        var rows = new List<(string, TableEntity)>();
        await foreach (var row in Between(table, office, $"{list.Name}|{after}", $"{list.Name}}}", most, cancel).ConfigureAwait(false))
        {
            rows.Add((row.RowKey[(list.Name.Length + 1)..], row));
            if (rows.Count == most) break;
        }

        return rows;
    }

    private static AsyncPageable<TableEntity> Between(TableClient table, LocalGovernmentId office, string after, string before, int most, CancellationToken cancel) =>
        table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {NameOf(office)} and RowKey gt {after} and RowKey lt {before}"), maxPerPage: most, cancellationToken: cancel);

    private static TableTransactionAction Write(TableEntity row, TableEntity? before) => before is null
        ? new(TableTransactionActionType.Add, row) : new(TableTransactionActionType.UpdateReplace, row, before.ETag);

    private static List<string> PlacesOf(CaseRow? row) => row is null ? [] : [.. OfficeList.With(row).Select(list => $"{list.Name}|{list.KeyOf(row)}")];

    private static Dictionary<string, int> CountsIn(TableEntity row) => StoredJson.Read<Dictionary<string, int>>(ChunkedText.Take(row));

    private static string NameOf(LocalGovernmentId office) => $"office-{office.Value}";

    private static string ShardOf(MouId id) => (SHA256.HashData(Encoding.UTF8.GetBytes(id.Value))[0] % Shards).ToString(CultureInfo.InvariantCulture);

    private ValueTask<TableClient> OpenAsync(CancellationToken cancel) => tables.OpenAsync(Tables.CaseIndex, cancel);
}
