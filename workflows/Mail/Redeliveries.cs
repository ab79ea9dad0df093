using Azure;
using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Orchestrations;
using LocalDiplomacy.Workflows.Storage;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Workflows.Mail;

/// <summary>
/// Mails that were queued where the store came from, and whose delivery ran in the engine there. A row stands until the
/// delivery was started here; that is done once for each mail, because deliveries are known by their mail.
/// </summary>
public sealed class Redeliveries(TableServiceClient tables)
{
    private const string ShortLived = "IsShortLived";

    internal static TableEntity RowOf(MailDeliveryInput mail) => new(mail.Ledger, mail.MailId) { [ShortLived] = mail.IsShortLived };

    /// <summary>Where nothing was imported there is no table, and this is one question to storage.</summary>
    internal async Task DeliverAsync(DurableTaskClient engine, CancellationToken cancel)
    {
        var table = tables.GetTableClient(Tables.Redeliveries);
        try
        {
            await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: cancel).ConfigureAwait(false))
            {
                var mail = new MailDeliveryInput(row.PartitionKey, row.RowKey, row.GetBoolean(ShortLived) ?? false);
                await Dispatcher.DeliverAsync(mail, engine, cancel).ConfigureAwait(false);
                await table.RemoveAsync(row.PartitionKey, row.RowKey, cancel).ConfigureAwait(false);
            }
        }
        catch (RequestFailedException fault) when (fault.IsMissing())
        {
            // Nothing was ever imported here.
        }
    }
}
