using Azure.Data.Tables;
using LocalDiplomacy.DurableTaskEngine.History;

namespace LocalDiplomacy.DurableTaskEngine.Storage;

/// <summary>An activity that has no result yet.</summary>
internal sealed record ActivityRow(string RowKey, HistoryEvent Scheduled)
{
    /// <summary>How often it was started. Counted before it runs, so that an activity that ends its process is found out.</summary>
    internal int Starts { get; init; }

    internal string? Owner { get; init; }

    internal DateTimeOffset LeasedUntil { get; init; } = DateTimeOffset.UnixEpoch;

    internal static ActivityRow Read(TableEntity entity, HistoryEvent scheduled) => new(entity.RowKey, scheduled)
    {
        Starts = entity.GetInt32(nameof(Starts)) ?? 0,
        Owner = entity.GetString(nameof(Owner)),
        LeasedUntil = entity.GetDateTimeOffset(nameof(LeasedUntil)) ?? DateTimeOffset.UnixEpoch,
    };

    internal TableEntity Write(string partition)
    {
        var entity = new TableEntity(partition, RowKey) { [nameof(Starts)] = Starts, [nameof(LeasedUntil)] = LeasedUntil };
        entity.SetIfPresent(nameof(Owner), Owner);
        return entity;
    }
}
