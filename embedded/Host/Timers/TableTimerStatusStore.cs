using Azure;
using Azure.Data.Tables;
using LocalDiplomacy.EmbeddedHost.Storage;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.EmbeddedHost.Timers;

/// <summary>One row a timer function.</summary>
internal sealed class TableTimerStatusStore(StoragePlace storage) : ITimerStatusStore
{
    private const string Table = "HostTimers";
    private const string Partition = "timer";

    public async Task<ScheduleStatus?> ReadAsync(string function, CancellationToken cancellationToken)
    {
        try
        {
            var row = (await storage.Tables.GetTableClient(Table)
                .GetEntityAsync<TableEntity>(Partition, function, cancellationToken: cancellationToken)).Value;
            return new ScheduleStatus
            {
                Last = Time(row, nameof(ScheduleStatus.Last)),
                Next = Time(row, nameof(ScheduleStatus.Next)),
                LastUpdated = Time(row, nameof(ScheduleStatus.LastUpdated)),
            };
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    public async Task WriteAsync(string function, ScheduleStatus status, CancellationToken cancellationToken)
    {
        var row = new TableEntity(Partition, function)
        {
            [nameof(ScheduleStatus.Last)] = status.Last.Ticks,
            [nameof(ScheduleStatus.Next)] = status.Next.Ticks,
            [nameof(ScheduleStatus.LastUpdated)] = status.LastUpdated.Ticks,
        };
        var table = storage.Tables.GetTableClient(Table);
        await table.CreateIfNotExistsAsync(cancellationToken);
        await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    // Ticks, as a first run has no last one and year 1 is no date of a table.
    private static DateTime Time(TableEntity row, string name) => new(row.GetInt64(name) ?? 0, DateTimeKind.Utc);
}
