namespace LocalDiplomacy.Simulation;

/// <summary>The clock as one process has it: its timers end with it.</summary>
internal sealed class HostClock(SimulatedClock clock) : TimeProvider
{
    private bool hasEnded;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => clock.Now;

    public override long GetTimestamp() => clock.Now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, clock.NextNumber(), () => callback(state));
        alarm.Change(dueTime, period);
        return alarm;
    }

    /// <summary>No timer of this process rings any more.</summary>
    internal void End() => hasEnded = true;

    internal sealed class Alarm(HostClock owner, int number, Action ring) : ITimer
    {
        private readonly SimulatedClock clock = owner.Clock;
        private TimeSpan every;
        private bool isSet;

        internal int Number => number;

        internal DateTimeOffset Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Dispose();
            every = period;
            if (dueTime == Timeout.InfiniteTimeSpan) return true;
            Due = clock.Now + dueTime;
            clock.Set(this);
            isSet = true;
            return true;
        }

        public void Dispose()
        {
            if (isSet) clock.Unset(this);
            isSet = false;
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        internal void Ring()
        {
            if (owner.hasEnded)
            {
                Dispose();
                return;
            }

            Change(every > TimeSpan.Zero ? every : Timeout.InfiniteTimeSpan, every);
            ring();
        }
    }

    private SimulatedClock Clock => clock;
}
