using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.Archive;

/// <summary>
/// What makes a moved store go on: the engine's own tables stay behind, so each case that has something ahead of it gets a
/// nudge, and each mail that is queued a redelivery. The program finds both when it starts.
/// </summary>
internal sealed class Restarts(TableServiceClient service, TimeProvider time)
{
    private const int SmallRow = 200;

    public long OpenCases { get; private set; }

    public long Mails { get; private set; }

    public async IAsyncEnumerable<IncomingRow> WithRestartsAsync(
        string table, IAsyncEnumerable<(TableEntity Row, int Bytes)> rows, [EnumeratorCancellation] CancellationToken cancel)
    {
        var hasEffects = false;
        await foreach (var (row, bytes) in rows.ConfigureAwait(false))
        {
            yield return new(table, row, bytes);
            switch (table)
            {
                case Tables.Mous when row.RowKey == CaseRows.State:
                    // The state is a case's last row: its effects have passed by.
                    if (NudgeFor(row, hasEffects) is { } nudge) yield return nudge;
                    hasEffects = false;
                    break;
                case Tables.Mous:
                    hasEffects |= row.RowKey.StartsWith(CaseRows.EffectPrefix, StringComparison.Ordinal);
                    break;
                case Tables.Mails:
                    if (await RedeliveryForAsync(row, cancel).ConfigureAwait(false) is { } redelivery) yield return redelivery;
                    break;
            }
        }
    }

    private IncomingRow? NudgeFor(TableEntity state, bool hasEffects)
    {
        var mou = StoredJson.Read<Mou>(ChunkedText.Take(state));
        if (mou.Stage.IsEnd && !hasEffects) return null;
        OpenCases++;
        return new(Tables.Nudges, Nudges.RowOf(mou.Id, mou.Version, time.GetUtcNow()), SmallRow);
    }

    private async Task<IncomingRow?> RedeliveryForAsync(TableEntity row, CancellationToken cancel)
    {
        var mail = MailLedger.Read(row);
        if (mail.State != MailState.Queued || !await HasEventAsync(mail.Occasion, cancel).ConfigureAwait(false)) return null;
        Mails++;
        return new(Tables.Redeliveries, Redeliveries.RowOf(mail.Input with { IsShortLived = mail.Occasion.IsShortLived }), SmallRow);
    }

    /// <summary>A store that was exported while its program ran may hold a mail about an event that came after its case was read.</summary>
    private async Task<bool> HasEventAsync(MailOccasion occasion, CancellationToken cancel) =>
        occasion is not MailOccasion.AboutCase about
        || await service.GetTableClient(Tables.Mous).FindAsync(about.Mou.Value, CaseRows.NameOfEvent(about.EventNumber), cancel).ConfigureAwait(false) is not null;
}
