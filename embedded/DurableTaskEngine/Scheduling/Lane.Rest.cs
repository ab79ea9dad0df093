using LocalDiplomacy.DurableTaskEngine.Storage;

namespace LocalDiplomacy.DurableTaskEngine.Scheduling;

internal sealed partial class Lane
{
    /// <summary>There is nothing to do now: sees to it that the instance is looked at again in time, and leaves memory once it has
    /// been idle long enough.</summary>
    private async Task RestAsync(LaneState current, CancellationToken stopping)
    {
        var now = hub.Clock.Now;
        if (current.Row.IsFinished)
        {
            await FinishAsync(current, stopping);
            return;
        }

        var next = NextDue(current);
        if (next is { } due) hub.WakeUps.Schedule(instanceId, due);
        if (current.Activities.Values.Concat(current.Detached).Any(activity => hub.Activities.IsRunning(instanceId, activity))) return;

        idleSince ??= now;
        var leavesAt = idleSince.Value + hub.Options.KeepIdleInstancesFor;
        if (leavesAt > now)
        {
            hub.WakeUps.Schedule(instanceId, leavesAt);
            return;
        }

        await RaiseIndexAsync(current, next ?? DateTimeOffset.MaxValue, stopping);
        Retire();
    }

    private DateTimeOffset? NextDue(LaneState current)
    {
        var row = current.Row;
        if (row.HistoryCount == 0) return row.StartAt is { } startAt ? new DateTimeOffset(startAt) : hub.Clock.Now;

        var timers = current.Execution?.IsSuspended == true
            ? []
            : current.Execution?.OpenTimers.Select(timer => new DateTimeOffset(timer.FireAt!.Value)) ?? [];
        var leases = current.Activities.Values.Concat(current.Detached).Where(IsLeasedElsewhere).Select(activity => activity.LeasedUntil);
        return timers.Concat(leases).Select(time => (DateTimeOffset?)time).Min();
    }

    private async Task FinishAsync(LaneState current, CancellationToken stopping)
    {
        if (current.Detached.Count > 0) return;
        DueEntry? entry;
        bool isForeign;
        lock (gate)
        {
            if (signalled || arrivals.Count > 0) return;
            entry = indexed;
            isForeign = indexIsForeign;
            (indexed, indexedDue) = (null, DateTimeOffset.MaxValue);
        }

        // Who is about to replace this instance has the index lowered already; the fence makes them do so once more.
        if (entry is not null && isForeign) current.Row = await hub.Store.FenceAsync(current.Row, stopping);
        if (entry is not null) await hub.Store.Due.RemoveAsync(entry, stopping);
        Retire();
    }

    private async Task RaiseIndexAsync(LaneState current, DateTimeOffset due, CancellationToken stopping)
    {
        DueEntry? entry;
        lock (gate)
        {
            if (signalled || arrivals.Count > 0 || indexed is null || indexed.Due >= due) return;
            entry = indexed;
            // From here on a message that arrives is not covered any more, and its sender lowers the index again.
            indexedDue = due;
        }

        if (await hub.Store.Due.MarkAsync(entry, stopping) is not { } marked) return;
        current.Row = await hub.Store.FenceAsync(current.Row, stopping);
        var known = current.Inbox.Count;
        await ReadInboxAsync(current, stopping);
        if (current.Inbox.Count > known) hub.Signal(instanceId);
        else if (await hub.Store.Due.RaiseAsync(marked, due, stopping) is { } raised) NoteIndexed(raised);
    }

    private async Task LowerIndexAsync(DateTimeOffset due, CancellationToken stopping)
    {
        lock (gate)
        {
            if (indexedDue <= due) return;
        }

        NoteIndexed(await hub.Store.Due.LowerAsync(instanceId, due, stopping));
    }
}
