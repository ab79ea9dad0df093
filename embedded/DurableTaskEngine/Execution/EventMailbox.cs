using LocalDiplomacy.DurableTaskEngine.History;

namespace LocalDiplomacy.DurableTaskEngine.Execution;

/// <summary>Events by name, ignoring case. What nobody waits for queues up, first in first out; of those who wait the newest is
/// served first, and who was cancelled is not there any more.</summary>
internal sealed class EventMailbox
{
    private readonly Dictionary<string, Slot> slots = new(StringComparer.OrdinalIgnoreCase);

    internal bool HasWaiters => slots.Values.Any(slot => slot.Waiters.Count > 0);

    /// <summary>Unclaimed events in the order in which they arrived.</summary>
    internal IEnumerable<HistoryEvent> Unclaimed => slots.Values.SelectMany(slot => slot.Unclaimed).OrderBy(entry => entry.Order).Select(entry => entry.Event);

    private int arrived;

    internal void Deliver(HistoryEvent raised)
    {
        var slot = SlotOf(raised.Name!);
        var order = arrived++;
        if (slot.Waiters.Last is not { } newest)
        {
            slot.Unclaimed.Enqueue((order, raised));
            return;
        }

        slot.Waiters.RemoveLast();
        newest.Value.TrySetResult(raised.Data);
    }

    internal Task<string?> Wait(string name, Type type, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested) return Task.FromCanceled<string?>(cancellation);
        var slot = SlotOf(name);
        if (slot.Waiters.Count > 0 && slot.Awaited != type)
            throw new ArgumentException($"Those who wait for '{name}' wait for a {slot.Awaited}; all of one name must, and this one asks for a {type}.");

        slot.Awaited = type;
        if (slot.Unclaimed.TryDequeue(out var first)) return Task.FromResult(first.Event.Data);

        var waiter = new TaskCompletionSource<string?>();
        var place = slot.Waiters.AddLast(waiter);
        if (cancellation.CanBeCanceled)
        {
            var registration = cancellation.Register(() =>
            {
                if (place.List is null) return;
                slot.Waiters.Remove(place);
                waiter.TrySetCanceled(cancellation);
            });
            waiter.Task.ContinueWith(
                _ => registration.Unregister(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        return waiter.Task;
    }

    private Slot SlotOf(string name)
    {
        if (!slots.TryGetValue(name, out var slot)) slots[name] = slot = new Slot();
        return slot;
    }

    private sealed class Slot
    {
        internal LinkedList<TaskCompletionSource<string?>> Waiters { get; } = new();

        /// <summary>What the newest waiter takes an event for.</summary>
        internal Type Awaited { get; set; } = typeof(object);

        internal Queue<(int Order, HistoryEvent Event)> Unclaimed { get; } = new();
    }
}
