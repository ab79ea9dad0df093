using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Lists;
using LocalDiplomacy.Workflows.Messages;
using LocalDiplomacy.Workflows.OfficePortal.Unsaved;
using LocalDiplomacy.Workflows.Signing.Scans;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.Disposal;

/// <summary>
/// Removes a case whose retention is over: its events, mails, messages, scans and rows in lists. What the public register says of it stays, for
/// it names nobody but offices; so does its text, which may be another case's too. The record of it is written first, so that nothing
/// goes without one; a case that was cut off in the middle is taken up again, because its state goes last.
/// </summary>
public sealed class CaseErasure(Tables tables, CasePartition partition, CaseIndex index, CaseLists lists, OfficeIndex offices, ScanStore scans, MessageStore messages, Erasures record, TimeProvider time)
{
    private const int RowsOfOneTransaction = 100;

    /// <summary>The cases that were to be kept until yesterday or before.</summary>
    public async Task<IReadOnlyList<MouId>> DueAsync(CancellationToken cancel = default)
    {
        var today = SeoulTime.DayOf(time.GetUtcNow());
        return [.. (await index.ReadAsync(cancel).ConfigureAwait(false)).All.Where(one => one.KeptUntil < today).Select(one => one.Id)];
    }

    /// <returns>False: it is not to go, or is gone.</returns>
    public async Task<bool> EraseAsync(MouId id, CancellationToken cancel = default)
    {
        if (await partition.FindAsync(id, cancel).ConfigureAwait(false) is not { Mou: var mou }) return await LeaveListsAsync(id, null, cancel).ConfigureAwait(false);
        // The index may be behind, or wrong: the case itself says whether it is to go.
        if (!(Retention.LastDayOf(mou) is { } last && last < SeoulTime.DayOf(time.GetUtcNow()))) return false;
        var chain = await partition.ChainAsync(id, mou.Version, cancel).ConfigureAwait(false);
        await record.AddAsync(new(time.GetUtcNow(), "case", chain.Count, $"kept until {last:O}", id.Value, chain.Count > 0 ? chain[^1].Hash.Value : null), cancel).ConfigureAwait(false);
        await scans.RemoveAllAsync(id, cancel).ConfigureAwait(false);
        await messages.RemoveAttachmentsAsync(id, cancel).ConfigureAwait(false);
        foreach (var table in new[] { Tables.Mails, Tables.CaseMessages, Tables.LinkOpenings, Tables.CaseWork, Tables.Openings }) await RemoveAllAsync(table, id, null, cancel).ConfigureAwait(false);
        var typed = UnsavedPlace.Of(id);
        await (await tables.OpenAsync(Tables.UnsavedDrafts, cancel).ConfigureAwait(false)).RemoveAsync(typed.Partition, typed.Row, cancel).ConfigureAwait(false);
        await LeaveListsAsync(id, mou, cancel).ConfigureAwait(false);
        await RemoveAllAsync(Tables.Mous, id, CaseRows.State, cancel).ConfigureAwait(false);
        await (await tables.OpenAsync(Tables.Mous, cancel).ConfigureAwait(false)).RemoveAsync(id.Value, CaseRows.State, cancel).ConfigureAwait(false);
        return true;
    }

    private async Task<bool> LeaveListsAsync(MouId id, Mou? mou, CancellationToken cancel)
    {
        if (mou is not null)
        {
            var row = Summary.Of(mou);
            await lists.RemoveAsync(row, cancel).ConfigureAwait(false);
            await offices.LeaveAsync(row.Office, row with { Version = row.Version + 1 }, cancel).ConfigureAwait(false);
        }

        await index.RemoveAsync(id, cancel).ConfigureAwait(false);
        return mou is not null;
    }

    private async Task RemoveAllAsync(string name, MouId id, string? but, CancellationToken cancel)
    {
        var table = await tables.OpenAsync(name, cancel).ConfigureAwait(false);
        var rows = new List<TableEntity>();
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {id.Value}"), select: ["PartitionKey", "RowKey"], cancellationToken: cancel).ConfigureAwait(false))
            if (row.RowKey != but) rows.Add(row);
        foreach (var some in rows.Chunk(RowsOfOneTransaction))
            await table.SubmitTransactionAsync(some.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, Azure.ETag.All)), cancel).ConfigureAwait(false);
    }
}
