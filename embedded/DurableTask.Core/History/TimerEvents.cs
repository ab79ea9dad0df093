namespace DurableTask.Core.History;

public class TimerCreatedEvent : HistoryEvent
{
    internal TimerCreatedEvent(int eventId, DateTime fireAt) : base(eventId) => FireAt = fireAt;

    public DateTime FireAt { get; set; }
}

public class TimerFiredEvent : HistoryEvent
{
    internal TimerFiredEvent(int timerId, DateTime fireAt) : base(-1) => (TimerId, FireAt) = (timerId, fireAt);

    public int TimerId { get; set; }

    public DateTime FireAt { get; set; }
}
