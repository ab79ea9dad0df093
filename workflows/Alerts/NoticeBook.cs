using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.Alerts;

/// <summary>What administrators are told of, and how far each was told.</summary>
public sealed class NoticeBook(Tables tables, TimeProvider time)
{
    public async Task<AlertNotice?> FindAsync(string id, CancellationToken cancel = default) =>
        await RowAsync(id, cancel).ConfigureAwait(false) is { } row ? AlertRows.ReadNotice(row).Notice : null;

    /// <summary>Again: there is one, and it stays.</summary>
    internal async Task MakeAsync(string id, IReadOnlyList<Alert> alerts, DateTimeOffset at, CancellationToken cancel)
    {
        if (await RowAsync(id, cancel).ConfigureAwait(false) is not null) return;
        var row = AlertRows.OfNotice(new(AlertNotice.Of(id, alerts, at), IsTold: false), isUnderWay: true);
        await (await TableAsync(cancel).ConfigureAwait(false)).TryAddAsync(row, cancel).ConfigureAwait(false);
    }

    /// <summary>Those that something is still to be told of, or of which an alert is open.</summary>
    internal async Task<IReadOnlyList<StandingNotice>> UnderWayAsync(CancellationToken cancel)
    {
        var found = new List<StandingNotice>();
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {AlertRows.Partition} and RowKey gt {AlertRows.Notice} and RowKey lt {AlertRows.After(AlertRows.Notice)} and IsUnderWay eq {true}");
        await foreach (var row in (await TableAsync(cancel).ConfigureAwait(false)).QueryAsync<TableEntity>(filter, cancellationToken: cancel).ConfigureAwait(false))
            found.Add(AlertRows.ReadNotice(row));
        return found;
    }

    internal Task NoteToldAsync(string id, CancellationToken cancel) => ChangeAsync(id, standing => standing with { IsTold = true }, isUnderWay: true, cancel);

    /// <summary>The first end counts.</summary>
    internal Task CloseAsync(string id, CancellationToken cancel) => ChangeAsync(
        id, standing => standing with { Notice = standing.Notice with { ClosedAt = standing.Notice.ClosedAt ?? time.GetUtcNow() } }, isUnderWay: true, cancel);

    /// <summary>Everything of it was told.</summary>
    internal Task EndAsync(string id, CancellationToken cancel) => ChangeAsync(id, standing => standing, isUnderWay: false, cancel);

    private async Task ChangeAsync(string id, Func<StandingNotice, StandingNotice> change, bool isUnderWay, CancellationToken cancel)
    {
        var table = await TableAsync(cancel).ConfigureAwait(false);
        while (await RowAsync(id, cancel).ConfigureAwait(false) is { } row)
            if (await table.TryWriteAsync(AlertRows.OfNotice(change(AlertRows.ReadNotice(row)), isUnderWay), row, cancel).ConfigureAwait(false)) return;
    }

    private async Task<TableEntity?> RowAsync(string id, CancellationToken cancel) =>
        await (await TableAsync(cancel).ConfigureAwait(false)).FindAsync(AlertRows.Partition, AlertRows.Notice + id, cancel).ConfigureAwait(false);

    private ValueTask<TableClient> TableAsync(CancellationToken cancel) => tables.OpenAsync(Tables.Alerts, cancel);
}
