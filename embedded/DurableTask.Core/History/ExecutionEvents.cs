namespace DurableTask.Core.History;

public class ExecutionStartedEvent : HistoryEvent
{
    internal ExecutionStartedEvent() : base(-1)
    {
    }

    public string? Name { get; set; }

    public string? Input { get; set; }
}

public class ExecutionCompletedEvent : HistoryEvent
{
    internal ExecutionCompletedEvent(int eventId, string? result) : base(eventId) => Result = result;

    public string? Result { get; }
}

public class ExecutionTerminatedEvent : HistoryEvent
{
    internal ExecutionTerminatedEvent() : base(-1)
    {
    }
}

public class ExecutionSuspendedEvent : HistoryEvent
{
    internal ExecutionSuspendedEvent() : base(-1)
    {
    }
}

public class ExecutionResumedEvent : HistoryEvent
{
    internal ExecutionResumedEvent() : base(-1)
    {
    }
}

/// <summary>A turn begins.</summary>
public class OrchestratorStartedEvent : HistoryEvent
{
    internal OrchestratorStartedEvent() : base(-1)
    {
    }
}
