using LocalDiplomacy.DurableTaskEngine.Execution;
using LocalDiplomacy.DurableTaskEngine.History;
using LocalDiplomacy.DurableTaskEngine.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.DurableTaskEngine.Scheduling;

/// <summary>Runs a failed instance on from before its failures. Its history is written anew, as another generation: without the
/// failures, and without what the orchestrator did only because of them.</summary>
internal sealed class Rewinder(Hub hub)
{
    /// <exception cref="ArgumentException">There is no such instance.</exception>
    /// <exception cref="InvalidOperationException">It has not failed.</exception>
    internal async Task RewindAsync(string instanceId, string reason, CancellationToken cancellation)
    {
        var asked = new HistoryEvent(HistoryKind.ExecutionRewound) { Target = instanceId, Data = reason, MessageId = hub.Clock.NewMessageId() };
        while (true)
        {
            var partition = await hub.Store.LoadAsync(instanceId, cancellation)
                ?? throw new ArgumentException($"There is no orchestration instance '{instanceId}'.", nameof(instanceId));
            if (partition.Received.Contains(asked.MessageId)) return;
            if (partition.Row.Status != OrchestrationRuntimeStatus.Failed)
                throw new InvalidOperationException($"Only a failed instance can be rewound; '{instanceId}' is {partition.Row.Status}.");
            if (await TryRewindAsync(partition, asked, cancellation)) return;
        }
    }

    /// <summary>A rewound parent waits for its failed child again. A second delivery of its message does nothing.</summary>
    /// <param name="asked">In stored form.</param>
    /// <param name="cancellation">Stops in between; the message is then delivered again.</param>
    internal async Task RewindChildAsync(HistoryEvent asked, CancellationToken cancellation)
    {
        var plain = await hub.Store.Values.ReadAsync(asked, cancellation);
        while (await hub.Store.LoadAsync(asked.Target!, cancellation) is { Row.Status: OrchestrationRuntimeStatus.Failed } child)
        {
            if (child.Received.Contains(asked.MessageId!) || await TryRewindAsync(child, plain, cancellation)) return;
        }
    }

    /// <summary>Its failed children are told by the outbox: were they rewound from here, an end of the process in between would leave
    /// the parent waiting for them for ever.</summary>
    /// <returns>False when somebody changed the instance, or when it is not known whether this was done.</returns>
    private async Task<bool> TryRewindAsync(InstancePartition partition, HistoryEvent asked, CancellationToken cancellation)
    {
        var old = partition.Row;
        var kept = await PruneAsync(partition, cancellation);
        kept.Add(await hub.Store.Values.KeepAsync(
            old.InstanceId, asked with { Turn = old.TurnCount, Time = old.LastTurn, Name = old.Name, Target = null }, cancellation));

        var row = old with
        {
            Generation = old.Generation + 1,
            HistoryCount = kept.Count,
            TurnCount = old.TurnCount + 1,
            Status = OrchestrationRuntimeStatus.Running,
            UpdatedAt = hub.Clock.Now,
            Output = null,
            Failure = null,
        };
        var commit = new TurnCommit(row);
        AddHistory(commit, kept);
        commit.Added.Add(ReceivedRow.Write(RowKeys.Partition(row.InstanceId), row.Generation, partition.Received));
        await AddMessagesAsync(commit, partition.FailedChildIds, asked, cancellation);
        await hub.Store.Due.LowerAsync(row.InstanceId, hub.Clock.Now, cancellation);
        try
        {
            await hub.Store.CommitAsync(commit, cancellation);
        }
        catch (TurnConflictException)
        {
            return false;
        }

        hub.Signal(row.InstanceId, recheckInbox: true, readAgain: true);
        return true;
    }

    private static void AddHistory(TurnCommit commit, List<HistoryEvent> kept)
    {
        var (row, key) = (commit.Row, RowKeys.Partition(commit.Row.InstanceId));
        for (var number = 0; number < kept.Count; number++)
        {
            var happened = kept[number] with { Number = number };
            commit.Added.Add(HistoryRow.Write(happened, key, RowKeys.History(row.Generation, number)));
            if (happened.Kind == HistoryKind.TaskScheduled && !kept.Exists(other => IsResultOf(other, happened)))
                commit.Added.Add(new ActivityRow(RowKeys.Activity(row.Generation, number), happened).Write(key));
        }
    }

    private async Task AddMessagesAsync(TurnCommit commit, IEnumerable<string> children, HistoryEvent asked, CancellationToken cancellation)
    {
        var part = 0;
        foreach (var child in children)
        {
            var message = asked with { Target = child, MessageId = hub.Clock.NewMessageId() };
            var key = RowKeys.Outbox(commit.Row.Generation, commit.Row.HistoryCount - 1, part++);
            commit.Added.Add(HistoryRow.Write(
                await hub.Store.Values.KeepAsync(child, message, cancellation), RowKeys.Partition(commit.Row.InstanceId), key));
        }
    }

    /// <summary>Replays what is left turn by turn. From the turn on in which the orchestrator does something else than recorded,
    /// only events from outside are kept: they are facts, the rest followed from the failures.</summary>
    private async Task<List<HistoryEvent>> PruneAsync(InstancePartition partition, CancellationToken cancellation)
    {
        var row = partition.Row;
        var input = await hub.Store.Values.ReadAsync(row.Input, cancellation);
        var facts = new ExecutionFacts(
            new TaskName(row.Name),
            row.InstanceId,
            row.Version,
            input,
            row.ParentId is null ? null : new ParentOrchestrationInstance(new TaskName(row.ParentName!), row.ParentId));
        var execution = new OrchestrationExecution(
            hub.Factories.Orchestrator(row.Name, row.Version), facts, hub.Options.Worker, hub.Loggers, () => { });
        var left = partition.History
            .Where(past => past.Kind is not (HistoryKind.TaskFailed or HistoryKind.SubOrchestrationFailed or HistoryKind.ExecutionCompleted))
            .ToArray();

        var kept = new List<HistoryEvent>();
        foreach (var turn in left.GroupBy(past => past.Turn))
        {
            HistoryEvent[] known =
            [
                .. turn.Where(past => !past.IsAction && (past.Kind is HistoryKind.EventRaised || past.TaskId < 0 || execution.IsOpen(past.TaskId))),
            ];
            var inputs = new List<HistoryEvent>();
            foreach (var happened in known) inputs.Add(await hub.Store.Values.ReadAsync(happened, cancellation));
            var did = execution.ReplayFreely(turn.First().Time, inputs);
            HistoryEvent[] recorded = [.. turn.Where(past => past.IsAction)];
            kept.AddRange(known);
            kept.AddRange(ReplayCheck.Common(did, recorded));
            if (did.Count == recorded.Length && ReplayCheck.Difference(did, recorded) is null) continue;

            kept.AddRange(left.Where(past => past.Turn > turn.Key && past.Kind == HistoryKind.EventRaised));
            break;
        }

        return kept;
    }

    private static bool IsResultOf(HistoryEvent other, HistoryEvent scheduled) =>
        other.Kind == HistoryKind.TaskCompleted && other.TaskId == scheduled.TaskId;
}
