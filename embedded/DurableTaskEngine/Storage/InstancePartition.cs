using Azure;
using Azure.Data.Tables;
using LocalDiplomacy.DurableTaskEngine.History;

namespace LocalDiplomacy.DurableTaskEngine.Storage;

/// <summary>All that is stored of one instance, sorted out.</summary>
internal sealed class InstancePartition
{
    private InstancePartition(InstanceRow row) => Row = row;

    internal InstanceRow Row { get; }

    internal List<HistoryEvent> History { get; } = [];

    internal List<ActivityRow> Activities { get; } = [];

    /// <summary>Of earlier executions, and nobody waits for them; they run all the same.</summary>
    internal List<ActivityRow> Detached { get; } = [];

    internal List<OutboxRow> Outbox { get; } = [];

    internal List<HistoryEvent> Inbox { get; } = [];

    /// <summary>Null when no event was ever raised and the instance never ended.</summary>
    internal ETag? Door { get; private set; }

    internal bool HasReceivedRow { get; private set; }

    internal HashSet<string> Received { get; } = new(StringComparer.Ordinal);

    /// <summary>Rows of earlier executions and of turns that were cut off.</summary>
    internal List<string> Leftovers { get; } = [];

    internal IEnumerable<string> ChildIds =>
        History.Where(past => past.Kind == HistoryKind.SubOrchestrationCreated).Select(past => past.Target!).Distinct();

    internal IEnumerable<string> FailedChildIds => History
        .Where(past => past.Kind == HistoryKind.SubOrchestrationCreated
            && History.Exists(other => other.Kind == HistoryKind.SubOrchestrationFailed && other.TaskId == past.TaskId))
        .Select(past => past.Target!).Distinct();

    private HashSet<int>? done;

    internal IReadOnlyList<string> RowKeysBesidesInstance { get; private init; } = [];

    /// <summary>The blobs that its rows name.</summary>
    internal IReadOnlySet<string> LargeValues { get; private init; } = new HashSet<string>();

    internal static InstancePartition Of(TableEntity own, IReadOnlyList<TableEntity> entities)
    {
        var partition = new InstancePartition(InstanceRow.From(own))
        {
            LargeValues = entities.SelectMany(Storage.LargeValues.NamedBy).ToHashSet(StringComparer.Ordinal),
            RowKeysBesidesInstance = [.. entities.Select(entity => entity.RowKey).Where(key => key != RowKeys.Instance)],
        };
        foreach (var entity in entities.OrderBy(entity => Rank(entity.RowKey[0])).ThenBy(entity => entity.RowKey, StringComparer.Ordinal))
            partition.Add(entity);

        foreach (var taken in partition.History)
            if (taken.MessageId is { } id) partition.Received.Add(id);

        return partition;
    }

    private static int Rank(char mark) => mark == RowKeys.HistoryMark ? 0 : 1;

    private void Add(TableEntity entity)
    {
        switch (entity.RowKey[0])
        {
            case RowKeys.HistoryMark when Counts(entity.RowKey):
                History.Add(HistoryRow.Read(entity));
                break;
            case RowKeys.ActivityMark when Counts(entity.RowKey) && History[RowKeys.NumberOf(entity.RowKey)] is var scheduled && Waits(scheduled):
                Activities.Add(ActivityRow.Read(entity, scheduled));
                break;
            case RowKeys.ActivityMark when RowKeys.GenerationOf(entity.RowKey) < Row.Generation && ActivityRow.IsDetached(entity):
                Detached.Add(ActivityRow.Read(entity, HistoryRow.Read(entity)));
                break;
            case RowKeys.OutboxMark when Counts(entity.RowKey) || RowKeys.GenerationOf(entity.RowKey) < Row.Generation:
                Outbox.Add(new OutboxRow(entity.RowKey, HistoryRow.Read(entity)));
                break;
            case RowKeys.InboxMark when entity.RowKey == RowKeys.Door:
                Door = entity.ETag;
                break;
            case RowKeys.InboxMark:
                Inbox.Add(HistoryRow.Read(entity));
                break;
            case RowKeys.ReceivedMark when RowKeys.GenerationOf(entity.RowKey) == Row.Generation:
                HasReceivedRow = true;
                Received.UnionWith(ReceivedRow.Read(entity));
                break;
            case RowKeys.InstanceMark:
                break;
            default:
                Leftovers.Add(entity.RowKey);
                break;
        }
    }

    /// <summary>A turn that fits no transaction removes the rows of what is done after its commit: some can be left.</summary>
    private bool Waits(HistoryEvent scheduled)
    {
        done ??= [.. History.Where(past => past.Kind is HistoryKind.TaskCompleted or HistoryKind.TaskFailed).Select(past => past.TaskId)];
        return !Row.IsFinished && !done.Contains(scheduled.TaskId);
    }

    private bool Counts(string rowKey) =>
        RowKeys.GenerationOf(rowKey) == Row.Generation && RowKeys.NumberOf(rowKey) < Row.HistoryCount;
}
