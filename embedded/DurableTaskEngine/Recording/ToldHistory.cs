using DurableTask.Core;
using DurableTask.Core.History;
using LocalDiplomacy.DurableTaskEngine.History;
using Microsoft.DurableTask;

namespace LocalDiplomacy.DurableTaskEngine.Recording;

/// <summary>A history as a client is told it: by the classes of DurableTask.Core, with the beginning of each turn.</summary>
internal static class ToldHistory
{
    internal static IEnumerable<DurableTask.Core.History.HistoryEvent> Of(RecordedHistory history)
    {
        var turn = -1;
        foreach (var recorded in history.Events)
        {
            if (recorded.Turn > turn)
            {
                turn = recorded.Turn;
                yield return new OrchestratorStartedEvent { Timestamp = recorded.Time };
            }

            if (Of(recorded, history) is not { } told) continue;
            told.Timestamp = recorded.Time;
            yield return told;
        }
    }

    /// <returns>Null: it is nothing that is told.</returns>
    private static DurableTask.Core.History.HistoryEvent? Of(RecordedEvent recorded, RecordedHistory history) => Enum.Parse<HistoryKind>(recorded.Kind) switch
    {
        HistoryKind.ExecutionStarted => new ExecutionStartedEvent { Name = recorded.Name ?? history.Orchestration, Input = recorded.Data ?? history.Input },
        HistoryKind.TaskScheduled => new TaskScheduledEvent(recorded.Task ?? -1) { Name = recorded.Name, Input = recorded.Data },
        HistoryKind.TaskCompleted => new TaskCompletedEvent(recorded.Task ?? -1, recorded.Data),
        HistoryKind.TaskFailed => new TaskFailedEvent(recorded.Task ?? -1, Of(recorded.Failure)),
        HistoryKind.TimerCreated => new TimerCreatedEvent(recorded.Task ?? -1, recorded.FireAt ?? recorded.Time),
        HistoryKind.TimerFired => new TimerFiredEvent(recorded.Task ?? -1, recorded.FireAt ?? recorded.Time),
        HistoryKind.SubOrchestrationCreated => new SubOrchestrationInstanceCreatedEvent(recorded.Task ?? -1) { Name = recorded.Name, InstanceId = recorded.Target, Input = recorded.Data },
        HistoryKind.SubOrchestrationCompleted => new SubOrchestrationInstanceCompletedEvent(recorded.Task ?? -1, recorded.Data),
        HistoryKind.SubOrchestrationFailed => new SubOrchestrationInstanceFailedEvent(recorded.Task ?? -1, Of(recorded.Failure)),
        HistoryKind.EventRaised => new EventRaisedEvent { Name = recorded.Name, Input = recorded.Data },
        HistoryKind.ExecutionSuspended => new ExecutionSuspendedEvent(),
        HistoryKind.ExecutionResumed => new ExecutionResumedEvent(),
        HistoryKind.ExecutionTerminated => new ExecutionTerminatedEvent(),
        HistoryKind.ExecutionCompleted => new ExecutionCompletedEvent(recorded.Task ?? -1, recorded.Data ?? history.Output),
        _ => null,
    };

    private static FailureDetails? Of(TaskFailureDetails? failure) => failure is null ? null : new(failure.ErrorType, failure.ErrorMessage);
}
