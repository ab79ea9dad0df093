namespace LocalDiplomacy.DurableTaskEngine.Scheduling;

/// <summary>Lets one in at a time, in the order of arrival. Unlike a semaphore it goes on with the waiting one's own scheduler.</summary>
internal sealed class Quarantine
{
    private readonly Lock gate = new();
    private readonly Queue<TaskCompletionSource> waiting = new();
    private bool isTaken;

    internal async Task EnterAsync(CancellationToken cancellation)
    {
        var place = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (isTaken) waiting.Enqueue(place);
            else place.SetResult();
            isTaken = true;
        }

        using var cancelled = cancellation.Register(() => place.TrySetCanceled(cancellation));
        await place.Task;
    }

    internal void Leave()
    {
        lock (gate)
        {
            while (waiting.TryDequeue(out var next))
                if (next.TrySetResult()) return;

            isTaken = false;
        }
    }
}
