namespace LocalDiplomacy.DurableTaskContract;

/// <summary>A clock that stands until it is told to go on; its timers fire as it passes them.</summary>
public sealed class ManualTime : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<ManualTimer> timers = [];
    private DateTimeOffset now = new(2031, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return now;
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public void Advance(TimeSpan by)
    {
        var target = GetUtcNow() + by;
        while (true)
        {
            ManualTimer? next;
            lock (gate)
            {
                next = timers.Where(timer => timer.Due <= target).MinBy(timer => timer.Due);
                now = next is null ? target : next.Due > now ? next.Due : now;
            }

            if (next is null) return;
            next.Fire(target);
        }
    }

    /// <summary>As a machine's clock that was corrected. Timers that are set already keep their times.</summary>
    public void SetBack(TimeSpan by)
    {
        lock (gate) now -= by;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Due at once: on a thread of its own, as the caller may hold what the callback needs.</summary>
    private static void FireSoon(ManualTimer timer) => ThreadPool.QueueUserWorkItem(static due => due.Fire(due.Due), timer, preferLocal: false);

    private sealed class ManualTimer(ManualTime clock, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan every = Timeout.InfiniteTimeSpan;

        internal DateTimeOffset Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                clock.timers.Remove(this);
                every = period;
                if (dueTime == Timeout.InfiniteTimeSpan) return true;
                Due = clock.now + dueTime;
                clock.timers.Add(this);
            }

            if (dueTime <= TimeSpan.Zero) FireSoon(this);
            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        /// <summary>A periodic timer fires once however far the clock is put on: nobody counts its rounds.</summary>
        internal void Fire(DateTimeOffset until)
        {
            lock (clock.gate)
            {
                // Another thread was first, or the timer was changed since.
                if (Due > clock.now || !clock.timers.Remove(this)) return;
                if (every > TimeSpan.Zero)
                {
                    Due = until + every;
                    clock.timers.Add(this);
                }
            }

            callback(state);
        }
    }
}
