using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Alerts;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.OfficePortal.Unsaved;
using LocalDiplomacy.Workflows.Storage;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Workflows.Disposal;

/// <summary>Whatever has been kept long enough goes, some of it each time, and it is recorded that it went.</summary>
public sealed class RetentionRun(
    HistoryPurge histories, ExpiredSecrets secrets, UnsavedDrafts unsaved, CaseErasure cases, AlertBook alerts, Erasures record, Tables tables, TimeProvider time)
{
    private const int MostRows = 5000;
    private const int MostCases = 100;

    /// <summary>A mail with a code is of no use after minutes; that it was sent is looked for for some weeks.</summary>
    private static readonly TimeSpan SignInMailsKeptFor = TimeSpan.FromDays(30);

    /// <summary>Half a year after the last key nobody comes back to what was never saved; the draft that it was typed on stays.</summary>
    private static readonly TimeSpan UnsavedKeptFor = TimeSpan.FromDays(180);

    public async Task<IReadOnlyList<Erasure>> RunAsync(DurableTaskClient engine, CancellationToken cancel = default)
    {
        var gone = new List<Erasure>();
        var purged = await histories.RunAsync(engine, HistoryPurge.KeptFor, HistoryPurge.Most, cancel: cancel).ConfigureAwait(false);
        await NoteAsync(gone, "histories", purged.Count, "ended more than 30 days ago", cancel).ConfigureAwait(false);
        return [.. gone, .. await RunOthersAsync(cancel).ConfigureAwait(false)];
    }

    /// <summary>All but histories.</summary>
    internal async Task<IReadOnlyList<Erasure>> RunOthersAsync(CancellationToken cancel)
    {
        var gone = new List<Erasure>();
        foreach (var (table, count) in await secrets.RunAsync(MostRows, cancel).ConfigureAwait(false))
            await NoteAsync(gone, table, count, "expired for a day", cancel).ConfigureAwait(false);
        await NoteAsync(gone, "sign-in-mails", await MailsAsync(MailLedger.SignIns, SignInMailsKeptFor, cancel).ConfigureAwait(false), "sent more than 30 days ago", cancel).ConfigureAwait(false);
        await NoteAsync(gone, "alerts", await alerts.ForgetAsync(MostRows, cancel).ConfigureAwait(false), "closed more than 90 days ago", cancel).ConfigureAwait(false);
        await NoteAsync(gone, "alert-mails", await MailsAsync(MailLedger.Alerts, AlertBook.KeptFor, cancel).ConfigureAwait(false), "sent more than 90 days ago", cancel).ConfigureAwait(false);
        await NoteAsync(
            gone, "unsaved-drafts", await unsaved.RemoveUntouchedAsync(time.GetUtcNow() - UnsavedKeptFor, MostRows, cancel).ConfigureAwait(false), "not touched for 180 days", cancel).ConfigureAwait(false);
        foreach (var id in (await cases.DueAsync(cancel).ConfigureAwait(false)).Take(MostCases))
            if (await cases.EraseAsync(id, cancel).ConfigureAwait(false)) gone.Add(new(time.GetUtcNow(), "case", 1, "retention is over", id.Value));
        return gone;
    }

    private async Task NoteAsync(List<Erasure> gone, string what, int count, string rule, CancellationToken cancel)
    {
        if (count == 0) return;
        var erasure = new Erasure(time.GetUtcNow(), what, count, rule);
        await record.AddAsync(erasure, cancel).ConfigureAwait(false);
        gone.Add(erasure);
    }

    private async Task<int> MailsAsync(string ledger, TimeSpan keptFor, CancellationToken cancel)
    {
        var (table, count) = (await tables.OpenAsync(Tables.Mails, cancel).ConfigureAwait(false), 0);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {ledger} and QueuedAt lt {time.GetUtcNow() - keptFor}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancel).ConfigureAwait(false))
        {
            if (await table.TryRemoveAsync(row, cancel).ConfigureAwait(false)) count++;
            if (count == MostRows) break;
        }

        return count;
    }
}
