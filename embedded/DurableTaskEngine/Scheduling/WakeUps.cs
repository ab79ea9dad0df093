namespace LocalDiplomacy.DurableTaskEngine.Scheduling;

/// <summary>When which instance is to be looked at. One timer, set to the earliest; nothing ticks in between.</summary>
internal sealed class WakeUps : IDisposable
{
    /// <summary>The longest that a system timer may be set for; it is then set again.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(20);

    private readonly Lock gate = new();
    private readonly PriorityQueue<string, DateTimeOffset> queue = new();
    private readonly Dictionary<string, DateTimeOffset> dueAt = new(StringComparer.Ordinal);
    private readonly TimeProvider time;
    private readonly Action<string> wake;
    private readonly ITimer timer;

    internal WakeUps(TimeProvider time, Action<string> wake)
    {
        this.time = time;
        this.wake = wake;
        timer = time.CreateTimer(_ => WakeDue(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>An earlier time that is set already stays.</summary>
    internal void Schedule(string instanceId, DateTimeOffset due)
    {
        lock (gate)
        {
            if (dueAt.TryGetValue(instanceId, out var set) && set <= due) return;
            dueAt[instanceId] = due;
            queue.Enqueue(instanceId, due);
            Arm();
        }
    }

    public void Dispose() => timer.Dispose();

    private void WakeDue()
    {
        var due = new List<string>();
        lock (gate)
        {
            var now = time.GetUtcNow();
            while (queue.TryPeek(out var instanceId, out var at) && at <= now)
            {
                queue.Dequeue();
                // An entry that was replaced by an earlier one is still in the queue; only the valid one counts.
                if (dueAt.TryGetValue(instanceId, out var valid) && valid == at && dueAt.Remove(instanceId)) due.Add(instanceId);
            }

            Arm();
        }

        foreach (var instanceId in due) wake(instanceId);
    }

    private void Arm()
    {
        if (!queue.TryPeek(out _, out var next))
        {
            timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return;
        }

        var wait = next - time.GetUtcNow();
        // Rounded up to the timer's grain: a timer that fires a little early would only be set again.
        var rounded = TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(0, wait.TotalMilliseconds)));
        timer.Change(rounded < LongestWait ? rounded : LongestWait, Timeout.InfiniteTimeSpan);
    }
}
