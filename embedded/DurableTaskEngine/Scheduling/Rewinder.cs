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
    internal async Task RewindAsync(InstancePartition partition, string reason, CancellationToken cancellation)
    {
        var old = partition.Row;
        var kept = await PruneAsync(partition, cancellation);
        kept.Add(new HistoryEvent(HistoryKind.ExecutionRewound)
        {
            Turn = old.TurnCount,
            Time = old.LastTurn,
            Name = old.Name,
            Data = await hub.Store.Values.KeepAsync(old.InstanceId, reason, cancellation),
        });

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
        var key = RowKeys.Partition(row.InstanceId);
        for (var number = 0; number < kept.Count; number++)
        {
            var happened = kept[number] with { Number = number };
            commit.Added.Add(HistoryRow.Write(happened, key, RowKeys.History(row.Generation, number)));
            if (happened.Kind == HistoryKind.TaskScheduled && !kept.Exists(other => IsResultOf(other, happened)))
                commit.Added.Add(new ActivityRow(RowKeys.Activity(row.Generation, number), happened).Write(key));
        }

        commit.Added.Add(ReceivedRow.Write(key, row.Generation, partition.Received));
        await hub.Store.Due.LowerAsync(row.InstanceId, hub.Clock.Now, cancellation);
        try
        {
            await hub.Store.CommitAsync(commit, cancellation);
        }
        catch (TurnConflictException conflict)
        {
            throw new InvalidOperationException($"Instance '{row.InstanceId}' was changed while it was rewound.", conflict);
        }

        hub.Signal(row.InstanceId, recheckInbox: true, readAgain: true);
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
