namespace LocalDiplomacy.Demo;

/// <summary>
/// The clock of a program that plays the demo: runs as the real one does, and can be skipped ahead. Timers that a skip
/// passes fire at once, each once; those that it does not pass keep their time. It never goes back.
/// </summary>
/// <param name="real">What it runs by between skips.</param>
public sealed class SkippableTime(TimeProvider real) : TimeProvider
{
    /// <summary>A real timer may be set for less than 50 days; where more is left it is set again.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(20);

    private readonly TimeProvider _real = real;
    private readonly Lock _gate = new();
    private readonly HashSet<Alarm> _set = [];
    private long _skipped;

    public override TimeZoneInfo LocalTimeZone => _real.LocalTimeZone;

    public override long TimestampFrequency => _real.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => _real.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _skipped));

    /// <summary>Counts what was skipped as passed: what holds for an hour does not hold for longer because of a skip.</summary>
    public override long GetTimestamp() =>
        _real.GetTimestamp() + (long)(Interlocked.Read(ref _skipped) * (TimestampFrequency / (decimal)TimeSpan.TicksPerSecond));

    public void Skip(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        lock (_gate)
        {
            Interlocked.Add(ref _skipped, by.Ticks);
            // They ring on threads of their own, as timers do: none in here, under our lock.
            foreach (var alarm in _set) alarm.SetReal();
        }
    }

    /// <summary>To that moment; none at all where it has passed.</summary>
    public void SkipTo(DateTimeOffset then)
    {
        var ahead = then - GetUtcNow();
        if (ahead > TimeSpan.Zero) Skip(ahead);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var alarm = new Alarm(this, callback, state);
        alarm.Change(dueTime, period);
        return alarm;
    }

    /// <summary>One timer: a real one that is set to what is left.</summary>
    private sealed class Alarm : ITimer
    {
        private readonly SkippableTime _time;
        private readonly ITimer _real;
        private DateTimeOffset _due;
        private TimeSpan _period;

        public Alarm(SkippableTime time, TimerCallback callback, object? state)
        {
            _time = time;
            _real = time._real.CreateTimer(
                _ =>
                {
                    if (HasRung()) callback(state);
                },
                null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_time._gate)
            {
                _period = period;
                if (dueTime == Timeout.InfiniteTimeSpan)
                {
                    _time._set.Remove(this);
                    return _real.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                }

                _due = _time.GetUtcNow() + dueTime;
                _time._set.Add(this);
                return SetReal();
            }
        }

        /// <summary>Under the clock's lock.</summary>
        public bool SetReal()
        {
            var left = _due - _time.GetUtcNow();
            // Rounded up to the timer's grain, so as not to ring early.
            var rounded = TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(0, left.TotalMilliseconds)));
            return _real.Change(rounded < LongestWait ? rounded : LongestWait, Timeout.InfiniteTimeSpan);
        }

        public void Dispose()
        {
            lock (_time._gate) _time._set.Remove(this);
            _real.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            lock (_time._gate) _time._set.Remove(this);
            return _real.DisposeAsync();
        }

        /// <returns>False: it was set anew, or switched off, while it was about to ring.</returns>
        private bool HasRung()
        {
            lock (_time._gate)
            {
                if (!_time._set.Contains(this)) return false;
                if (_due > _time.GetUtcNow())
                {
                    SetReal();
                    return false;
                }

                Rearm();
                return true;
            }
        }

        private void Rearm()
        {
            if (_period <= TimeSpan.Zero)
            {
                _time._set.Remove(this);
                return;
            }

            _due = _time.GetUtcNow() + _period;
            SetReal();
        }
    }
}
