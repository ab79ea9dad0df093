namespace LocalDiplomacy.Simulation;

/// <summary>Time that goes on only from one timer to the next, when there is nothing else to do.</summary>
internal sealed class SimulatedClock
{
    private readonly SortedSet<HostClock.Alarm> alarms = new(Comparer<HostClock.Alarm>.Create(
        (one, other) => (one.Due, one.Number).CompareTo((other.Due, other.Number))));

    private int made;

    internal DateTimeOffset Now { get; private set; } = new(2031, 3, 1, 9, 0, 0, TimeSpan.Zero);

    /// <returns>False when no timer is set.</returns>
    internal bool GoToNext()
    {
        if (alarms.Min is not { } next) return false;
        if (next.Due > Now) Now = next.Due;
        next.Ring();
        return true;
    }

    internal int NextNumber() => made++;

    internal void Set(HostClock.Alarm alarm) => alarms.Add(alarm);

    internal void Unset(HostClock.Alarm alarm) => alarms.Remove(alarm);
}
