using Azure;
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

    /// <summary>Of the row as it was read; any version when it was written and not read.</summary>
    internal ETag ETag { get; init; } = ETag.All;

    internal static ActivityRow Read(TableEntity entity, HistoryEvent scheduled) => new(entity.RowKey, scheduled)
    {
        Starts = entity.GetInt32(nameof(Starts)) ?? 0,
        Owner = entity.GetString(nameof(Owner)) is { Length: > 0 } owner ? owner : null,
        LeasedUntil = entity.GetDateTimeOffset(nameof(LeasedUntil)) ?? DateTimeOffset.UnixEpoch,
        ETag = entity.ETag,
    };

    /// <summary>Called by an execution that went on as new in the same turn: it runs, but nobody waits for its result. Its history is gone,
    /// so the row itself says what was called.</summary>
    /// <param name="partition">Of the instance.</param>
    /// <param name="kept">What was called, in stored form.</param>
    internal TableEntity WriteDetached(string partition, HistoryEvent kept)
    {
        var entity = HistoryRow.Write(kept, partition, RowKey);
        foreach (var (name, value) in Write(partition))
            if (name is nameof(Starts) or nameof(LeasedUntil) or nameof(Owner)) entity[name] = value;

        return entity;
    }

    internal static bool IsDetached(TableEntity entity) => entity.ContainsKey(nameof(HistoryEvent.Kind));

    /// <summary>For merging: what <see cref="WriteDetached"/> wrote stays. An owner that is not there any more is empty.</summary>
    internal TableEntity Write(string partition)
    {
        return new TableEntity(partition, RowKey)
        {
            [nameof(Starts)] = Starts,
            [nameof(LeasedUntil)] = LeasedUntil,
            [nameof(Owner)] = Owner ?? string.Empty,
        };
    }
}
