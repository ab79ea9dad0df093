namespace DurableTask.Core.History;

public class SubOrchestrationInstanceCreatedEvent : HistoryEvent
{
    internal SubOrchestrationInstanceCreatedEvent(int eventId) : base(eventId)
    {
    }

    public string? Name { get; set; }

    public string? InstanceId { get; set; }

    public string? Input { get; set; }
}

public class SubOrchestrationInstanceCompletedEvent : HistoryEvent
{
    internal SubOrchestrationInstanceCompletedEvent(int taskScheduledId, string? result) : base(-1) => (TaskScheduledId, Result) = (taskScheduledId, result);

    public int TaskScheduledId { get; }

    public string? Result { get; }
}

public class SubOrchestrationInstanceFailedEvent : HistoryEvent
{
    internal SubOrchestrationInstanceFailedEvent(int taskScheduledId, FailureDetails? failureDetails) : base(-1) => (TaskScheduledId, FailureDetails) = (taskScheduledId, failureDetails);

    public int TaskScheduledId { get; }

    public FailureDetails? FailureDetails { get; }
}
