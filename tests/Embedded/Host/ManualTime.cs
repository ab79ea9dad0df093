namespace LocalDiplomacy.Embedded.Tests.Host;

/// <summary>A clock that stands until it is moved, and tells when someone waits for it.</summary>
internal sealed class ManualTime(DateTimeOffset now) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private TaskCompletionSource _waited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DateTimeOffset _now = now;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves to the next time that someone waits for, once someone does.</summary>
    public async Task AdvanceToNextAsync()
    {
        while (true)
        {
            Task waited;
            ManualTimer? next;
            lock (_gate)
            {
                waited = _waited.Task;
                next = _timers.MinBy(timer => timer.Due);
                if (next is not null)
                {
                    _now = next.Due > _now ? next.Due : _now;
                    _timers.Remove(next);
                }
            }

            if (next is not null)
            {
                next.Fire();
                return;
            }

            await waited;
        }
    }

    public void Set(DateTimeOffset now)
    {
        lock (_gate)
            _now = now;
    }

    private sealed class ManualTimer(ManualTime time, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._gate)
            {
                time._timers.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan)
                    return true;
                Due = time._now + dueTime;
                time._timers.Add(this);
                var waited = time._waited;
                time._waited = new(TaskCreationOptions.RunContinuationsAsynchronously);
                waited.SetResult();
                return true;
            }
        }

        public void Dispose()
        {
            lock (time._gate)
                time._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
