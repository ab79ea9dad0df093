namespace DurableTask.Core.History;

public class TaskScheduledEvent : HistoryEvent
{
    internal TaskScheduledEvent(int eventId) : base(eventId)
    {
    }

    public string? Name { get; set; }

    public string? Input { get; set; }
}

public class TaskCompletedEvent : HistoryEvent
{
    internal TaskCompletedEvent(int taskScheduledId, string? result) : base(-1) => (TaskScheduledId, Result) = (taskScheduledId, result);

    public int TaskScheduledId { get; }

    public string? Result { get; }
}

public class TaskFailedEvent : HistoryEvent
{
    internal TaskFailedEvent(int taskScheduledId, FailureDetails? failureDetails) : base(-1) => (TaskScheduledId, FailureDetails) = (taskScheduledId, failureDetails);

    public int TaskScheduledId { get; }

    public FailureDetails? FailureDetails { get; }
}
