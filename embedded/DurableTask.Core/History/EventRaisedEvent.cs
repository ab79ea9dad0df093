namespace DurableTask.Core.History;

/// <summary>Somebody told the orchestration something.</summary>
public class EventRaisedEvent : HistoryEvent
{
    internal EventRaisedEvent() : base(-1)
    {
    }

    public string? Name { get; set; }

    public string? Input { get; set; }
}
