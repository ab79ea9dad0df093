using System.Globalization;
using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Storage;
using Microsoft.Extensions.Logging;

namespace LocalDiplomacy.Workflows.Lists;

/// <summary>MOUs in lists, newest first. Rows are written when a case changes, never gathered by scanning.</summary>
public sealed partial class CaseLists(Tables tables, OfficeIndex offices, ILogger<CaseLists> log)
{
    private const string Everything = "all";
    internal const int MaxPage = 200;
    private const int RowsOfOneTransaction = 100;

    /// <exception cref="BadCursorException"/>
    public Task<Page<CaseRow>> OfOfficeAsync(LocalGovernmentId office, string? cursor, int limit, CancellationToken cancel = default) =>
        ReadAsync(NameOf(office), cursor, limit, cancel);

    /// <exception cref="BadCursorException"/>
    public Task<Page<CaseRow>> OfEmbassyAsync(MissionId mission, string? cursor, int limit, CancellationToken cancel = default) =>
        ReadAsync(NameOf(mission), cursor, limit, cancel);

    /// <exception cref="BadCursorException"/>
    public Task<Page<CaseRow>> AllAsync(string? cursor, int limit, CancellationToken cancel = default) =>
        ReadAsync(Everything, cursor, limit, cancel);

    /// <summary>
    /// Puts the MOU into its lists as it is now. Again, or after a newer state was put there: changes nothing.
    /// The row of <c>all</c> is written last, so that it still names the office and the mission under which the MOU stood before.
    /// </summary>
    internal async Task WriteAsync(Mou mou, CancellationToken cancel)
    {
        var row = Summary.Of(mou);
        var table = await OpenAsync(cancel).ConfigureAwait(false);
        var listed = await table.FindAsync(Everything, KeyOf(row), cancel).ConfigureAwait(false);
        await Task.WhenAll(
            WriteAsync(table, NameOf(row.Office), row, cancel), WriteAsync(table, NameOf(row.Mission), row, cancel), offices.WriteAsync(row, cancel)).ConfigureAwait(false);
        if (listed is not null && Read(listed) is var before)
        {
            if (before.Mission != row.Mission) await table.RemoveAsync(NameOf(before.Mission), KeyOf(row), cancel).ConfigureAwait(false);
            if (before.Office != row.Office)
            {
                await table.RemoveAsync(NameOf(before.Office), KeyOf(row), cancel).ConfigureAwait(false);
                await offices.LeaveAsync(before.Office, row, cancel).ConfigureAwait(false);
            }
        }

        await WriteAsync(table, Everything, row, cancel).ConfigureAwait(false);
    }

    /// <summary>Whether the lists say of a case what they are to say.</summary>
    internal async Task<bool> AgreeAsync(CaseRow row, CancellationToken cancel)
    {
        var (table, json) = (await OpenAsync(cancel).ConfigureAwait(false), StoredJson.Of(row));
        foreach (var list in new[] { NameOf(row.Office), NameOf(row.Mission), Everything })
            if (await table.FindAsync(list, KeyOf(row), cancel).ConfigureAwait(false) is not { } there || ChunkedText.Take(there) != json) return false;
        return true;
    }

    /// <summary>Rows that no case has a place for: of one that is not there, or that stands elsewhere by now. Reads the whole table: for commands.</summary>
    internal async Task<IReadOnlyList<(string List, string Key, MouId Id)>> StraysAsync(IEnumerable<CaseRow> cases, CancellationToken cancel)
    {
        var places = cases.SelectMany(row => new[] { NameOf(row.Office), NameOf(row.Mission), Everything }.Select(list => (list, KeyOf(row)))).ToHashSet();
        var strays = new List<(string List, string Key, MouId Id)>();
        var rows = (await OpenAsync(cancel).ConfigureAwait(false)).QueryAsync<TableEntity>(select: ["PartitionKey", "RowKey"], cancellationToken: cancel);
        await foreach (var row in rows.ConfigureAwait(false))
            if (!places.Contains((row.PartitionKey, row.RowKey))) strays.Add((row.PartitionKey, row.RowKey, new(row.RowKey[(row.RowKey.IndexOf('-', StringComparison.Ordinal) + 1)..])));
        return strays;
    }

    internal async Task RemoveAsync(string list, string key, CancellationToken cancel) =>
        await (await OpenAsync(cancel).ConfigureAwait(false)).RemoveAsync(list, key, cancel).ConfigureAwait(false);

    /// <summary>Takes out a case that is not there any more.</summary>
    internal async Task RemoveAsync(CaseRow row, CancellationToken cancel)
    {
        var table = await OpenAsync(cancel).ConfigureAwait(false);
        foreach (var list in new[] { NameOf(row.Office), NameOf(row.Mission), Everything }) await table.RemoveAsync(list, KeyOf(row), cancel).ConfigureAwait(false);
    }

    /// <summary>Cases that stand in no list yet, many at once.</summary>
    internal async Task AddAsync(IReadOnlyList<CaseRow> rows, CancellationToken cancel)
    {
        var table = await OpenAsync(cancel).ConfigureAwait(false);
        var places = rows.SelectMany(row => new[] { NameOf(row.Office), NameOf(row.Mission), Everything }.Select(list => (List: list, Row: row)));
        foreach (var list in places.GroupBy(place => place.List, place => place.Row))
            foreach (var some in list.Chunk(RowsOfOneTransaction))
                await table.SubmitTransactionAsync(some.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, EntityOf(list.Key, row))), cancel).ConfigureAwait(false);
    }

    /// <summary>Right after a commit, so that the clerk sees it at once. Never fails: the effect writes what is missing.</summary>
    internal async Task TryWriteAsync(Mou mou)
    {
        try
        {
            await WriteAsync(mou, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception later)
        {
            LogLater(log, mou.Id.Value, later);
        }
    }

    private static async Task WriteAsync(TableClient table, string list, CaseRow row, CancellationToken cancel)
    {
        while (true)
        {
            var before = await table.FindAsync(list, KeyOf(row), cancel).ConfigureAwait(false);
            if (before?.GetInt32("Version") >= row.Version) return;
            var entity = EntityOf(list, row);
            // Somebody else wrote in between: each time that happens a version has been added, so this ends.
            if (await table.TryWriteAsync(entity, before, cancel).ConfigureAwait(false)) return;
        }
    }

    private async Task<Page<CaseRow>> ReadAsync(string list, string? cursor, int limit, CancellationToken cancel) =>
        await ReadAsync(await OpenAsync(cancel).ConfigureAwait(false), list, cursor, limit, cancel).ConfigureAwait(false);

    internal static async Task<Page<CaseRow>> ReadAsync(TableClient table, string list, string? cursor, int limit, CancellationToken cancel)
    {
        var after = Cursor.Read(cursor) ?? "";
        var take = Math.Clamp(limit, 1, MaxPage);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {list} and RowKey gt {after}");
        var rows = new List<TableEntity>();
        // One more than asked for tells whether there is a next page.
        await foreach (var row in table.QueryAsync<TableEntity>(filter, maxPerPage: take + 1, cancellationToken: cancel).ConfigureAwait(false))
        {
            rows.Add(row);
            if (rows.Count > take) break;
        }

        return new([.. rows.Take(take).Select(Read)], rows.Count > take ? Cursor.Of(rows[take - 1].RowKey) : null);
    }

    private static TableEntity EntityOf(string list, CaseRow row) =>
        ChunkedText.Put(new TableEntity(list, KeyOf(row)) { ["Version"] = row.Version }, StoredJson.Of(row));

    private static CaseRow Read(TableEntity row) => StoredJson.Read<CaseRow>(ChunkedText.Take(row));

    /// <summary>The later it was made, the smaller: tables read in ascending order, people from the newest on.</summary>
    internal static string KeyOf(CaseRow row) =>
        string.Create(CultureInfo.InvariantCulture, $"{DateTime.MaxValue.Ticks - row.CreatedAt.UtcTicks:D19}-{row.Id.Value}");

    private static string NameOf(LocalGovernmentId office) => $"office|{office.Value}";

    private static string NameOf(MissionId mission) => $"embassy|{mission.Value}";

    private ValueTask<TableClient> OpenAsync(CancellationToken cancel) => tables.OpenAsync(Tables.CaseLists, cancel);

    [LoggerMessage(1, LogLevel.Warning, "The lists do not show the latest change of {Mou} yet; its orchestration will see to it.")]
    private static partial void LogLater(ILogger log, string mou, Exception later);
}
