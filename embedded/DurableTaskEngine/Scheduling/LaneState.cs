using Azure;
using LocalDiplomacy.DurableTaskEngine.Execution;
using LocalDiplomacy.DurableTaskEngine.History;
using LocalDiplomacy.DurableTaskEngine.Storage;

namespace LocalDiplomacy.DurableTaskEngine.Scheduling;

/// <summary>What a lane holds of its instance between turns. It is true as long as the instance row's ETag is.</summary>
internal sealed class LaneState(InstanceRow row)
{
    internal InstanceRow Row { get; set; } = row;

    /// <summary>The input in plain form.</summary>
    internal string? Input { get; set; }

    /// <summary>Null until the first turn, and when the instance is finished.</summary>
    internal OrchestrationExecution? Execution { get; set; }

    /// <summary>Without a result, by task id; data in plain form.</summary>
    internal Dictionary<int, ActivityRow> Activities { get; } = [];

    /// <summary>Called by earlier executions without being awaited; data in plain form.</summary>
    internal List<ActivityRow> Detached { get; } = [];

    internal Queue<OutboxRow> Outbox { get; } = new();

    /// <summary>Stored messages by id, in plain form.</summary>
    internal SortedDictionary<string, HistoryEvent> Inbox { get; } = new(StringComparer.Ordinal);

    /// <summary>Of the moment in which the inbox was read last.</summary>
    internal ETag? Door { get; set; }

    internal bool HasReceivedRow { get; set; }

    internal HashSet<string> Received { get; set; } = new(StringComparer.Ordinal);
}
