namespace LocalDiplomacy.Workflows.Lifecycle;

/// <summary>A record that contradicts itself: the concern of logs and administrators, never a person's mistake.</summary>
public sealed class ImpossibleEventException : Exception
{
    private ImpossibleEventException(string message) : base(message) { }

    public static ImpossibleEventException In(Mou mou, RecordedEvent recorded) =>
        new($"MOU {mou.Id}: event {recorded.Number}, {recorded.Event.GetType().Name}, cannot happen in stage {mou.Stage.Name}.");

    public static ImpossibleEventException OutOfOrder(Mou mou, RecordedEvent recorded) =>
        new($"MOU {mou.Id}: event {recorded.Number} does not follow on event {mou.Version}.");
}
