namespace DurableTask.Core.History;

/// <summary>One thing that happened in an orchestration.</summary>
public abstract class HistoryEvent
{
    private protected HistoryEvent(int eventId) => EventId = eventId;

    /// <summary>Of what the orchestration caused: the number by which a result names it; else -1.</summary>
    public int EventId { get; }

    /// <summary>In UTC.</summary>
    public DateTime Timestamp { get; set; }
}
