using Azure.Data.Tables;
using LocalDiplomacy.DurableTaskEngine.History;

namespace LocalDiplomacy.DurableTaskEngine.Storage;

/// <summary>History events and messages as table rows. Data and failures are in stored form on both sides.</summary>
internal static class HistoryRow
{
    internal static TableEntity Write(HistoryEvent written, string partition, string rowKey)
    {
        var entity = new TableEntity(partition, rowKey)
        {
            [nameof(written.Kind)] = written.Kind.ToString(),
            [nameof(written.TaskId)] = written.TaskId,
            [nameof(written.Turn)] = written.Turn,
            [nameof(written.Time)] = written.Time.Ticks,
        };
        entity.SetIfPresent(nameof(written.Name), written.Name);
        entity.SetIfPresent(nameof(written.Version), written.Version);
        entity.SetIfPresent(nameof(written.Data), written.Data);
        entity.SetIfPresent(nameof(written.Failure), written.Failure);
        entity.SetIfPresent(nameof(written.FireAt), written.FireAt?.Ticks);
        entity.SetIfPresent(nameof(written.Target), written.Target);
        entity.SetIfPresent(nameof(written.Execution), written.Execution);
        entity.SetIfPresent(nameof(written.ParentId), written.ParentId);
        entity.SetIfPresent(nameof(written.ParentName), written.ParentName);
        entity.SetIfPresent(nameof(written.Tags), written.Tags);
        entity.SetIfPresent(nameof(written.Trace), written.Trace);
        entity.SetIfPresent(nameof(written.MessageId), written.MessageId);
        if (written.Recursive) entity[nameof(written.Recursive)] = true;
        return entity;
    }

    internal static HistoryEvent Read(TableEntity entity) => new(Enum.Parse<HistoryKind>(entity.GetString(nameof(HistoryEvent.Kind))))
    {
        Number = entity.RowKey[0] == RowKeys.HistoryMark ? RowKeys.NumberOf(entity.RowKey) : -1,
        TaskId = entity.GetInt32(nameof(HistoryEvent.TaskId)) ?? -1,
        Turn = entity.GetInt32(nameof(HistoryEvent.Turn)) ?? 0,
        Time = new DateTime(entity.GetInt64(nameof(HistoryEvent.Time)) ?? 0, DateTimeKind.Utc),
        Name = entity.GetString(nameof(HistoryEvent.Name)),
        Version = entity.GetString(nameof(HistoryEvent.Version)),
        Data = entity.GetString(nameof(HistoryEvent.Data)),
        Failure = entity.GetString(nameof(HistoryEvent.Failure)),
        FireAt = entity.GetInt64(nameof(HistoryEvent.FireAt)) is { } ticks ? new DateTime(ticks, DateTimeKind.Utc) : null,
        Target = entity.GetString(nameof(HistoryEvent.Target)),
        Execution = entity.GetString(nameof(HistoryEvent.Execution)),
        ParentId = entity.GetString(nameof(HistoryEvent.ParentId)),
        ParentName = entity.GetString(nameof(HistoryEvent.ParentName)),
        Tags = entity.GetString(nameof(HistoryEvent.Tags)),
        Trace = entity.GetString(nameof(HistoryEvent.Trace)),
        MessageId = entity.GetString(nameof(HistoryEvent.MessageId)),
        Recursive = entity.GetBoolean(nameof(HistoryEvent.Recursive)) ?? false,
    };
}
