using LocalDiplomacy.DurableTaskEngine.History;

namespace LocalDiplomacy.DurableTaskEngine.Scheduling;

/// <summary>What a turn takes in, in the order in which it happened.</summary>
internal sealed class TurnInputs
{
    internal DateTime Time { get; private init; }

    internal List<HistoryEvent> Accepted { get; } = [];

    /// <summary>Messages that are done with: taken in, or of no use to anybody.</summary>
    internal List<string> Consumed { get; } = [];

    internal HistoryEvent? Termination { get; private set; }

    internal static TurnInputs Gather(LaneState current, IEnumerable<HistoryEvent> results, DateTimeOffset now)
    {
        var row = current.Row;
        var inputs = new TurnInputs { Time = row.LastTurn > now.UtcDateTime ? row.LastTurn : now.UtcDateTime };
        if (row.IsFinished)
        {
            // An event that came too late is left to whoever raised it: that it is still there tells them.
            inputs.Consumed.AddRange(current.Inbox.Values
                .Where(message => message.Kind != HistoryKind.EventRaised).Select(message => message.MessageId!));
            return inputs;
        }

        var starts = row.HistoryCount == 0;
        if (starts && row.StartAt > now.UtcDateTime)
        {
            if (current.Inbox.Values.FirstOrDefault(message => message.Kind == HistoryKind.ExecutionTerminated) is { } early)
                inputs.Terminate(early, current);
            return inputs;
        }

        if (starts) inputs.Accepted.Add(new HistoryEvent(HistoryKind.ExecutionStarted) { Name = row.Name, Version = row.Version });
        var suspended = current.Execution?.IsSuspended ?? false;
        var seen = new HashSet<int>();
        foreach (var candidate in Candidates(current, results, inputs.Time).OrderBy(pair => pair.Order, StringComparer.Ordinal))
        {
            var input = candidate.Event;
            if (current.Inbox.ContainsKey(input.MessageId ?? string.Empty)) inputs.Consumed.Add(input.MessageId!);
            switch (input.Kind)
            {
                case HistoryKind.ExecutionTerminated:
                    inputs.Terminate(input, current);
                    return inputs;
                case HistoryKind.ExecutionSuspended when !suspended:
                case HistoryKind.ExecutionResumed when suspended:
                    suspended = !suspended;
                    inputs.Accepted.Add(input);
                    break;
                case HistoryKind.EventRaised when !current.Received.Contains(input.MessageId!):
                    inputs.Accepted.Add(input);
                    break;
                case HistoryKind.TimerFired when suspended:
                    break;
                case HistoryKind.TaskCompleted or HistoryKind.TaskFailed or HistoryKind.TimerFired
                    or HistoryKind.SubOrchestrationCompleted or HistoryKind.SubOrchestrationFailed:
                    if (Awaits(current, input) && seen.Add(input.TaskId)) inputs.Accepted.Add(Remembered(input));
                    break;
            }
        }

        return inputs;
    }

    private static bool Awaits(LaneState current, HistoryEvent result) =>
        (result.Execution is null || result.Execution == current.Row.ExecutionId)
        && current.Execution?.IsOpen(result.TaskId) == true
        && !IsOfBeforeARewind(current, result);

    /// <summary>A rewind opens failed tasks again: what they failed with may still be on its way a second time.</summary>
    private static bool IsOfBeforeARewind(LaneState current, HistoryEvent result) => result.Kind switch
    {
        HistoryKind.TaskCompleted or HistoryKind.TaskFailed => result.Generation != current.Row.Generation,
        HistoryKind.SubOrchestrationFailed => current.Received.Contains(result.MessageId!),
        _ => false,
    };

    /// <summary>The task's number already tells a second result; its message id need not be kept, but for what a rewind takes back.</summary>
    private static HistoryEvent Remembered(HistoryEvent result) =>
        result.Kind == HistoryKind.SubOrchestrationFailed ? result : result with { MessageId = null };

    private static IEnumerable<(string Order, HistoryEvent Event)> Candidates(
        LaneState current, IEnumerable<HistoryEvent> results, DateTime now)
    {
        var fired = current.Execution?.OpenTimers.Where(timer => timer.FireAt <= now).Select(timer =>
            (HubClock.Stamp(timer.FireAt!.Value.Ticks), new HistoryEvent(HistoryKind.TimerFired) { TaskId = timer.TaskId })) ?? [];
        return current.Inbox.Values.Concat(results).Select(message => (message.MessageId!, message)).Concat(fired);
    }

    private void Terminate(HistoryEvent termination, LaneState current)
    {
        Termination = termination;
        Accepted.Add(termination);
        Consumed.Clear();
        Consumed.AddRange(current.Inbox.Keys);
    }
}
