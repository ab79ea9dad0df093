namespace LocalDiplomacy.Simulation;

/// <summary>Time that goes on only from one timer to the next, when there is nothing else to do.</summary>
internal sealed class SimulatedClock : TimeProvider
{
    private readonly List<Alarm> alarms = [];
    private DateTimeOffset now = new(2031, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private int made;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => now;

    public override long GetTimestamp() => now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, made++, () => callback(state));
        alarm.Change(dueTime, period);
        return alarm;
    }

    /// <returns>False when no timer is set.</returns>
    internal bool GoToNext()
    {
        if (alarms.MinBy(alarm => (alarm.Due, alarm.Number)) is not { } next) return false;
        if (next.Due > now) now = next.Due;
        next.Ring();
        return true;
    }

    private sealed class Alarm(SimulatedClock clock, int number, Action ring) : ITimer
    {
        private TimeSpan every;

        internal int Number => number;

        internal DateTimeOffset Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.alarms.Remove(this);
            every = period;
            if (dueTime == Timeout.InfiniteTimeSpan) return true;
            Due = clock.now + dueTime;
            clock.alarms.Add(this);
            return true;
        }

        public void Dispose() => clock.alarms.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        internal void Ring()
        {
            Change(every > TimeSpan.Zero ? every : Timeout.InfiniteTimeSpan, every);
            ring();
        }
    }
}
