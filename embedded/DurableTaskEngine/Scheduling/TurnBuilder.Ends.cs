using LocalDiplomacy.DurableTaskEngine.Execution;
using LocalDiplomacy.DurableTaskEngine.History;
using LocalDiplomacy.DurableTaskEngine.Storage;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.DurableTaskEngine.Scheduling;

internal sealed partial class TurnBuilder
{
    private async Task<InstanceRow> NewRowAsync(int added, CancellationToken cancellation)
    {
        var ended = outcome.Completion;
        var next = row with
        {
            HistoryCount = row.HistoryCount + added,
            TurnCount = row.TurnCount + 1,
            LastTurn = inputs.Time,
            UpdatedAt = inputs.Time,
            CustomStatus = current.Execution is { } execution ? execution.CustomStatus : row.CustomStatus,
            Status = Status(),
            Output = await hub.Store.Values.KeepAsync(row.InstanceId, inputs.Termination?.Data ?? ended?.Data, cancellation),
            Failure = await hub.Store.Values.KeepAsync(row.InstanceId, ended?.Failure, cancellation),
        };
        return outcome.Next is { } continued
            ? next with
            {
                Generation = row.Generation + 1,
                HistoryCount = 0,
                TurnCount = 0,
                ExecutionId = hub.Options.Chance.NewGuid().ToString("N"),
                Input = await hub.Store.Values.KeepAsync(row.InstanceId, continued.Input, cancellation),
                Version = continued.Version ?? row.Version,
                StartAt = null,
            }
            : next;
    }

    private OrchestrationRuntimeStatus Status()
    {
        if (inputs.Termination is not null) return OrchestrationRuntimeStatus.Terminated;
        if (outcome.Completion is { } completion)
            return completion.Failure is null ? OrchestrationRuntimeStatus.Completed : OrchestrationRuntimeStatus.Failed;

        return current.Execution?.IsSuspended == true ? OrchestrationRuntimeStatus.Suspended : OrchestrationRuntimeStatus.Running;
    }

    private async Task AddResultForParentAsync(TurnCommit commit, string partition, CancellationToken cancellation)
    {
        if (row.ParentId is null) return;
        var succeeded = inputs.Termination is null && outcome.Completion!.Failure is null;
        var result = new HistoryEvent(succeeded ? HistoryKind.SubOrchestrationCompleted : HistoryKind.SubOrchestrationFailed)
        {
            Target = row.ParentId,
            TaskId = row.ParentTask,
            Execution = row.ParentExecution,
            Data = succeeded ? outcome.Completion!.Data : null,
            Failure = outcome.Completion?.Failure,
        };
        await PostAsync(commit, partition, row.HistoryCount + inputs.Accepted.Count + outcome.Actions.Count - 1, result, cancellation);
    }

    /// <summary>Events that nobody has taken go on as messages to the next execution. Those that are still stored as such stay.</summary>
    private async Task AddCarriedAsync(
        TurnCommit commit, string partition, ContinuedAsNew next, HashSet<string> carried, CancellationToken cancellation)
    {
        foreach (var raised in next.Events.Where(raised => !current.Inbox.ContainsKey(raised.MessageId!)))
        {
            var kept = await hub.Store.Values.KeepAsync(row.InstanceId, raised, cancellation);
            commit.Added.Add(HistoryRow.Write(kept, partition, RowKeys.Inbox(raised.MessageId!)));
        }

        var received = current.Received.Concat(inputs.Accepted.Select(taken => taken.MessageId).OfType<string>())
            .Where(messageId => !carried.Contains(messageId));
        commit.Added.Add(ReceivedRow.Write(partition, row.Generation + 1, received));
        Trimmed =
        [
            .. Enumerable.Range(0, row.HistoryCount).Select(number => RowKeys.History(row.Generation, number)),
            .. current.HasReceivedRow ? [RowKeys.Received(row.Generation)] : Array.Empty<string>(),
        ];
    }

    private void ApplyNext(ContinuedAsNew next)
    {
        current.Execution = null;
        current.Input = next.Input;
        current.HasReceivedRow = true;
        foreach (var raised in next.Events)
        {
            current.Inbox[raised.MessageId!] = raised;
            current.Received.Remove(raised.MessageId!);
        }
    }
}
