using LocalDiplomacy.DurableTaskEngine.Execution;
using LocalDiplomacy.DurableTaskEngine.History;
using LocalDiplomacy.DurableTaskEngine.Storage;
using LocalDiplomacy.DurableTaskEngine.Telemetry;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.DurableTaskEngine.Scheduling;

internal sealed partial class Lane
{
    /// <returns>False when there was nothing to take in.</returns>
    private async Task<bool> TakeTurnAsync(LaneState current, CancellationToken stopping)
    {
        var inputs = TurnInputs.Gather(current, results, hub.Clock.Now);
        if (inputs.Accepted.Count == 0 && !NeedsTurn(current))
        {
            await DropAsync(current, inputs, stopping);
            return false;
        }

        var before = current.Row;
        using var watch = new TurnWatch(current, inputs, hub.Clock);
        var outcome = Run(current, inputs);
        var turn = new TurnBuilder(hub, current, inputs, outcome) { Span = watch.Span };
        lock (gate) isOnItsWay = true;
        await LowerIndexAsync(turn.NextDue, stopping);
        var commit = await turn.BuildAsync(stopping);
        watch.Commits();
        try
        {
            if (commit.Closes) await LookOutAsync(current, commit, stopping);
            stopping.ThrowIfCancellationRequested();
            current.Row = await hub.Store.CommitAsync(commit, stopping);
        }
        catch (Exception reason)
        {
            watch.Lost(reason);
            turn.GiveBackSlots();
            throw;
        }

        watch.Committed(current.Row, outcome);
        hub.Options.Recorder?.Add(before, current.Row, current.Input, turn.Recorded, outcome);
        turn.Apply(hub.ResultsOf(instanceId));
        results.Clear();
        EndBeginning(waiting => waiting.TrySetResult(BeginOutcome.Begun));
        Publish(current.Row);
        if (turn.Trimmed.Count > 0) await hub.Store.RemoveAsync(instanceId, turn.Trimmed, stopping);
        return true;
    }

    /// <summary>An execution that was found broken, or awaits what is not durable, fails without any input.</summary>
    private static bool NeedsTurn(LaneState current) => current.Execution?.MustFail == true;

    private TurnOutcome Run(LaneState current, TurnInputs inputs)
    {
        var row = current.Row;
        if (inputs.Termination is not null) return new TurnOutcome([]);
        if (!VersionGate.Runs(row.Version, hub.Options.Worker.Versioning))
            return new TurnOutcome([])
            {
                Completion = new HistoryEvent(HistoryKind.ExecutionCompleted)
                {
                    Name = row.Name,
                    Failure = FailureText.Write(VersionGate.Failure(row.Version, hub.Options.Worker.Versioning!)),
                },
            };

        current.Execution ??= NewExecution(current);
        return RunCode(row, () => current.Execution.Run(inputs.Time, inputs.Accepted));
    }

    private async Task DropAsync(LaneState current, TurnInputs inputs, CancellationToken stopping)
    {
        if (inputs.Consumed.Count > 0)
        {
            // Under the instance's ETag: to a state that is out of date, a message can look useless that is not.
            var drop = new TurnCommit(current.Row);
            drop.Removed.AddRange(inputs.Consumed.Select(RowKeys.Inbox));
            current.Row = await hub.Store.CommitAsync(drop, stopping);
        }

        results.Clear();
        foreach (var messageId in inputs.Consumed)
        {
            current.Inbox.Remove(messageId);
            current.Received.Add(messageId);
        }
    }
}
