using Azure;
using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Lists;
using LocalDiplomacy.Workflows.Observability;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.Alerts;

/// <summary>All alerts. One is opened once for its cause, stays until it is closed, and is then kept for some months.</summary>
public sealed class AlertBook(Tables tables, TimeProvider time)
{
    /// <summary>Open ones of a kind: where more break at once, more alerts help nobody.</summary>
    public const int MostOfKind = 1000;

    /// <summary>How long closed ones stay.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(90);

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<Alert>> OpenAsync(CancellationToken cancel = default)
    {
        var all = await Task.WhenAll(Enum.GetValues<AlertKind>().Select(kind => OfKindAsync(kind, cancel))).ConfigureAwait(false);
        return [.. all.SelectMany(some => some).OrderByDescending(alert => alert.OpenedAt).ThenBy(alert => alert.Id, StringComparer.Ordinal)];
    }

    /// <exception cref="BadCursorException"/>
    public async Task<Lists.Page<Alert>> OpenAsync(string? cursor, int limit, CancellationToken cancel = default)
    {
        var after = Cursor.Read(cursor) ?? "";
        var left = (await OpenAsync(cancel).ConfigureAwait(false)).Where(alert => string.CompareOrdinal(AlertRows.KeyOf(alert.OpenedAt, alert.Id), after) > 0).ToList();
        return new([.. left.Take(limit)], left.Count > limit ? Cursor.Of(AlertRows.KeyOf(left[limit - 1].OpenedAt, left[limit - 1].Id)) : null);
    }

    /// <summary>Those that have an end, the one that came to it last first.</summary>
    /// <exception cref="BadCursorException"/>
    public async Task<Lists.Page<Alert>> ClosedAsync(string? cursor, int limit, CancellationToken cancel = default)
    {
        var rows = await BetweenAsync(AlertRows.Closed + Cursor.Read(cursor), AlertRows.After(AlertRows.Closed), limit + 1, null, cancel).ConfigureAwait(false);
        return new([.. rows.Take(limit).Select(AlertRows.Read)], rows.Count > limit ? Cursor.Of(rows[limit - 1].RowKey[AlertRows.Closed.Length..]) : null);
    }

    /// <summary>Open or closed; null where there is none of this id.</summary>
    public async Task<Alert?> FindAsync(string id, CancellationToken cancel = default) =>
        await RowOfAsync(AlertRows.Open, id, cancel).ConfigureAwait(false) is { } open ? AlertRows.Read(open)
        : await RowOfAsync(AlertRows.Closed, id, cancel).ConfigureAwait(false) is { } closed ? AlertRows.Read(closed) : null;

    /// <summary>How many are open.</summary>
    public async Task<int> CountAsync(CancellationToken cancel = default) =>
        (await BetweenAsync(AlertRows.Open, AlertRows.After(AlertRows.Open), MostOfKind, ["PartitionKey", "RowKey"], cancel).ConfigureAwait(false)).Count;

    /// <summary>Says that an administrator has seen it. The same words again by the same person change nothing.</summary>
    /// <returns>The alert as it is now; unchanged where it has come to its end. Null: there is none of this id.</returns>
    public async Task<Alert?> AcknowledgeAsync(string id, Author by, string reason, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        var table = await TableAsync(cancel).ConfigureAwait(false);
        while (await RowOfAsync(AlertRows.Open, id, cancel).ConfigureAwait(false) is { } row)
        {
            var alert = AlertRows.Read(row);
            if (alert.Acknowledgements.Any(one => one.PersonId == by.PersonId && one.Reason == reason.Trim())) return alert;
            var seen = alert with { Acknowledgements = [.. alert.Acknowledgements, new(time.GetUtcNow(), by.PersonId, by.Name, reason.Trim())] };
            if (await table.TryWriteAsync(AlertRows.OfOpen(seen), row, cancel).ConfigureAwait(false)) return seen;
        }

        return await FindAsync(id, cancel).ConfigureAwait(false);
    }

    /// <summary>Whether another of this kind would still tell somebody something.</summary>
    internal async Task<bool> HasRoomAsync(AlertKind kind, CancellationToken cancel)
    {
        var prefix = $"{AlertRows.Open}{kind}|";
        return (await BetweenAsync(prefix, AlertRows.After(prefix), MostOfKind, ["PartitionKey", "RowKey"], cancel).ConfigureAwait(false)).Count < MostOfKind;
    }

    /// <summary>Opens an alert. Where one of its cause is open: changes nothing.</summary>
    internal async Task<Alert?> OpenAsync(AlertKind kind, string subject, Func<Alert, Alert> with, CancellationToken cancel)
    {
        var alert = with(new(Secret.NewName()[..24], kind, subject, time.GetUtcNow()));
        if (!await (await TableAsync(cancel).ConfigureAwait(false)).TryAddAsync(AlertRows.OfOpen(alert), cancel).ConfigureAwait(false)) return null;
        Counts.AlertOpened(kind);
        return alert;
    }

    /// <summary>Changes an open alert; one that was closed meanwhile stays as it is.</summary>
    internal async Task<Alert?> ChangeAsync(Alert alert, Func<Alert, Alert> change, CancellationToken cancel)
    {
        var table = await TableAsync(cancel).ConfigureAwait(false);
        while (await RowAsync(table, alert, cancel).ConfigureAwait(false) is { } row)
        {
            var changed = change(AlertRows.Read(row));
            if (await table.TryWriteAsync(AlertRows.OfOpen(changed), row, cancel).ConfigureAwait(false)) return changed;
        }

        return null;
    }

    /// <summary>Closes an alert; with everything that was said of it meanwhile. Again: changes nothing.</summary>
    internal async Task CloseAsync(Alert alert, AlertEnd end, CancellationToken cancel)
    {
        var table = await TableAsync(cancel).ConfigureAwait(false);
        while (await RowAsync(table, alert, cancel).ConfigureAwait(false) is { } row)
        {
            var closed = AlertRows.Read(row) with { ClosedAt = time.GetUtcNow(), End = end };
            try
            {
                await table.SubmitTransactionAsync(
                    [new(TableTransactionActionType.Delete, row, row.ETag), new(TableTransactionActionType.Add, AlertRows.OfClosed(closed))], cancel).ConfigureAwait(false);
                Counts.AlertClosed(alert.Kind, end);
                return;
            }
            catch (RequestFailedException fault) when (fault.IsConflict() || fault.IsMissing())
            {
                // Somebody acknowledged it in between, or closed it.
            }
        }
    }

    /// <summary>Something that began and ended while nothing could be written down.</summary>
    internal async Task RecordAsync(Alert closed, CancellationToken cancel)
    {
        await (await TableAsync(cancel).ConfigureAwait(false)).TryAddAsync(AlertRows.OfClosed(closed), cancel).ConfigureAwait(false);
        Counts.AlertOpened(closed.Kind);
        Counts.AlertClosed(closed.Kind, closed.End!.Value);
    }

    /// <summary>Removes what was closed, and told, so long ago.</summary>
    /// <returns>How many alerts went.</returns>
    internal async Task<int> ForgetAsync(int most, CancellationToken cancel)
    {
        var (table, before) = (await TableAsync(cancel).ConfigureAwait(false), time.GetUtcNow() - KeptFor);
        var old = AlertRows.KeyOf(before, "");
        var gone = await BetweenAsync(AlertRows.Closed + old, AlertRows.After(AlertRows.Closed), most, ["PartitionKey", "RowKey"], cancel).ConfigureAwait(false);
        var notices = await BetweenAsync(AlertRows.Notice + old, AlertRows.After(AlertRows.Notice), most, null, cancel).ConfigureAwait(false);
        foreach (var row in gone.Concat(notices.Where(row => row.GetBoolean(AlertRows.IsUnderWay) != true)))
            await table.RemoveAsync(row.PartitionKey, row.RowKey, cancel).ConfigureAwait(false);
        return gone.Count;
    }

    private async Task<IReadOnlyList<Alert>> OfKindAsync(AlertKind kind, CancellationToken cancel)
    {
        var prefix = $"{AlertRows.Open}{kind}|";
        return [.. (await BetweenAsync(prefix, AlertRows.After(prefix), MostOfKind, null, cancel).ConfigureAwait(false)).Select(AlertRows.Read)];
    }

    /// <summary>Only while the cause's row is still this alert's.</summary>
    private static async Task<TableEntity?> RowAsync(TableClient table, Alert alert, CancellationToken cancel) =>
        await table.FindAsync(AlertRows.Partition, AlertRows.CauseOf(alert.Kind, alert.Subject), cancel).ConfigureAwait(false) is { } row && row.GetString(AlertRows.Id) == alert.Id ? row : null;

    private async Task<TableEntity?> RowOfAsync(string prefix, string id, CancellationToken cancel)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {AlertRows.Partition} and RowKey gt {prefix} and RowKey lt {AlertRows.After(prefix)} and Id eq {id}");
        await foreach (var row in (await TableAsync(cancel).ConfigureAwait(false)).QueryAsync<TableEntity>(filter, cancellationToken: cancel).ConfigureAwait(false)) return row;
        return null;
    }

    private async Task<List<TableEntity>> BetweenAsync(string after, string before, int most, IEnumerable<string>? select, CancellationToken cancel)
    {
        var rows = new List<TableEntity>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {AlertRows.Partition} and RowKey gt {after} and RowKey lt {before}");
        var table = await TableAsync(cancel).ConfigureAwait(false);
        await foreach (var row in table.QueryAsync<TableEntity>(filter, maxPerPage: Math.Min(most, 1000), select: select, cancellationToken: cancel).ConfigureAwait(false))
        {
            rows.Add(row);
            if (rows.Count == most) break;
        }

        return rows;
    }

    private ValueTask<TableClient> TableAsync(CancellationToken cancel) => tables.OpenAsync(Tables.Alerts, cancel);
}
