using System.Diagnostics;
using LocalDiplomacy.DurableTaskEngine.Execution;
using LocalDiplomacy.DurableTaskEngine.History;
using LocalDiplomacy.DurableTaskEngine.Scheduling;
using LocalDiplomacy.DurableTaskEngine.Storage;

namespace LocalDiplomacy.DurableTaskEngine.Telemetry;

/// <summary>What is to be told of one turn; it is made for every turn, and does nothing where nobody listens.</summary>
internal sealed class TurnWatch : IDisposable
{
    private readonly InstanceRow row;
    private readonly HubClock clock;
    private readonly List<HistoryEvent> inputs;
    private readonly long begun;
    private long committing;

    internal TurnWatch(LaneState current, TurnInputs turn, HubClock clock)
    {
        (row, inputs, this.clock) = (current.Row, turn.Accepted, clock);
        begun = EngineMetrics.MeasuresTime ? clock.Time.GetTimestamp() : 0;
        Span = EngineTraces.Turn(row, inputs);
        if (Span is null || current.Execution is not { } execution) return;
        foreach (var firing in inputs.Where(input => input.Kind == HistoryKind.TimerFired))
            if (execution.OpenTimers.FirstOrDefault(timer => timer.TaskId == firing.TaskId) is { } timer)
                EngineTraces.Fired(timer, row, turn.Time);
    }

    internal Activity? Span { get; }

    /// <summary>All is run and built.</summary>
    internal void Commits() => committing = EngineMetrics.MeasuresTime ? clock.Time.GetTimestamp() : 0;

    internal void Committed(InstanceRow now, TurnOutcome outcome)
    {
        var errorType = outcome.Completion?.Failure is { } failure && (Span is not null || EngineMetrics.MeasuresTime)
            ? FailureText.Read(failure)!.ErrorType
            : null;
        if (Span is not null) EngineTraces.EndOfTurn(Span, now.Status, errorType);
        if (EngineMetrics.MeasuresTime)
        {
            EngineMetrics.Committed(row.Name, clock.Time.GetElapsedTime(committing), null);
            EngineMetrics.TurnTook(row.Name, clock.Time.GetElapsedTime(begun), inputs, errorType);
        }

        EngineMetrics.SentByTurn(outcome.Actions);
    }

    /// <summary>Nothing of the turn counts; it is taken again.</summary>
    internal void Lost(Exception reason)
    {
        var errorType = reason.GetType().FullName;
        if (Span is not null) EngineTraces.Failed(Span, errorType);
        if (EngineMetrics.MeasuresTime) EngineMetrics.Committed(row.Name, clock.Time.GetElapsedTime(committing), errorType);
    }

    public void Dispose() => Span?.Dispose();
}
