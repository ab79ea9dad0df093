using LocalDiplomacy.DurableTaskEngine.History;
using LocalDiplomacy.DurableTaskEngine.Storage;
using Microsoft.Extensions.Logging;

namespace LocalDiplomacy.DurableTaskEngine.Scheduling;

/// <summary>One instance in memory. Signals come from anywhere; the work is done by one thread at a time, in the order: load, deliver
/// what is in the outbox, start activities, take a turn, until nothing is left. Then it sleeps, and leaves memory when it has
/// slept long enough.</summary>
internal sealed partial class Lane(Hub hub, string instanceId)
{
    private readonly Lock gate = new();
    private readonly List<HistoryEvent> arrivals = [];
    private bool scheduled;
    private bool signalled;
    private bool retired;
    private bool recheck;
    private bool reload;
    private InstanceRow? known;
    private DueEntry? indexed;
    private DateTimeOffset indexedDue = DateTimeOffset.MaxValue;

    // Read, not written by this host: a start of a new instance may be the reason why it is there.
    private bool indexIsForeign;

    // Below: touched by the working thread alone.
    private readonly List<HistoryEvent> results = [];
    private LaneState? state;
    private DateTimeOffset? idleSince;
    private int failures;
    private int conflicts;
    private bool doorMoved;

    /// <summary>The instance as this host stored it last; null when that does not hold any more.</summary>
    internal InstanceRow? Known
    {
        get
        {
            lock (gate) return known;
        }
    }

    /// <returns>False when the lane has left memory: ask the hub for a new one.</returns>
    /// <param name="recheckInbox">Messages may have been stored by another process.</param>
    /// <param name="readAgain">The instance was changed from outside of its lane.</param>
    internal bool TrySignal(bool recheckInbox = false, bool readAgain = false)
    {
        lock (gate)
        {
            if (retired) return false;
            recheck |= recheckInbox;
            reload |= readAgain;
            if (readAgain) known = null;
            Schedule();
            return true;
        }
    }

    /// <summary>Hands over a message that is stored already.</summary>
    /// <param name="message">In plain form.</param>
    /// <param name="covered">True when the index says that the instance has work: the caller need not write it.</param>
    internal bool TryPost(HistoryEvent message, out bool covered)
    {
        lock (gate)
        {
            covered = !retired && indexedDue <= hub.Clock.Now;
            if (retired) return false;
            arrivals.Add(message);
            Schedule();
            return true;
        }
    }

    /// <summary>Hands over a new instance, and what was written to the index for it.</summary>
    internal bool TryAdopt(InstanceRow row, string? input, DueEntry entry)
    {
        lock (gate)
        {
            if (retired || scheduled || state is not null) return false;
            state = new LaneState(row) { Input = input };
            known = row;
            (indexed, indexedDue) = (entry, entry.Due);
            Schedule();
            return true;
        }
    }

    internal void NoteIndexed(DueEntry entry)
    {
        lock (gate)
        {
            (indexed, indexedDue) = (entry, entry.Due);
            indexIsForeign = false;
        }
    }

    private void Schedule()
    {
        signalled = true;
        NoteWork();
        if (scheduled) return;
        scheduled = true;
        hub.Queue(WorkAsync, slot);
    }

    private async Task WorkAsync(CancellationToken stopping)
    {
        try
        {
            while (true)
            {
                TakeArrivals();
                if (await StepAsync(stopping)) continue;
                lock (gate)
                {
                    if (signalled) continue;
                    scheduled = false;
                    NoteRest();
                    return;
                }
            }
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            GiveUpForNow(failure, stopping);
        }
    }

    private void TakeArrivals()
    {
        lock (gate)
        {
            signalled = false;
            if (reload) state = null;
            reload = false;
            results.AddRange(arrivals.Where(arrival => arrival.Execution is not null && arrival.Kind is HistoryKind.TaskCompleted or HistoryKind.TaskFailed));
            // An older one of them may be stored that was not handed over: its reply was lost, or another process took it. In the wrong
            // order a suspension would outlast its resumption.
            recheck |= arrivals.Exists(arrival => arrival.Kind is HistoryKind.ExecutionSuspended or HistoryKind.ExecutionResumed);
            doorMoved |= arrivals.Exists(arrival => arrival.Kind == HistoryKind.EventRaised);
            var retries = arrivals.RemoveAll(arrival => arrival.Kind == HistoryKind.TaskScheduled);
            if (state is not null)
                // One that was read from the table and done with before its sender could hand it over is known by its id.
                foreach (var message in arrivals.Where(arrival => IsMessage(arrival) && !state.Received.Contains(arrival.MessageId!)))
                    state.Inbox.TryAdd(message.MessageId!, message);

            arrivals.Clear();
            if (retries > 0) throw new IOException("An activity could not be started.");
        }
    }

    /// <summary>The door was moved by events that were handed over here: reads it again before the instance ends. An event that has come
    /// in the meantime is taken in first.</summary>
    private async Task LookOutAsync(LaneState current, TurnCommit commit, CancellationToken stopping)
    {
        if (doorMoved)
        {
            var known = current.Inbox.Count;
            doorMoved = false;
            await ReadInboxAsync(current, stopping);
            if (current.Inbox.Count > known) throw new TurnConflictException(instanceId);
        }

        commit.Door = current.Door;
    }

    /// <summary>Lets those who wait know of what was stored, unless somebody put another instance in its place meanwhile.</summary>
    private void Publish(InstanceRow row)
    {
        lock (gate)
        {
            if (reload) return;
            known = row;
            hub.Watchers.Changed(instanceId, row);
        }
    }

    private static bool IsMessage(HistoryEvent arrival) => arrival.Kind is not (HistoryKind.TaskCompleted or HistoryKind.TaskFailed);

    /// <summary>Nothing is lost by this: whatever is under way is read from the tables again.</summary>
    private void GiveUpForNow(Exception failure, CancellationToken stopping)
    {
        state = null;
        lock (gate) (scheduled, known) = (false, null);
        FailToBegin(failure);
        if (stopping.IsCancellationRequested) return;

        if (failure is TurnConflictException)
        {
            hub.Logger.LogInformation("Instance {InstanceId} was changed by somebody else; its turn is taken again.", instanceId);
            if (conflicts++ == 0) hub.Signal(instanceId);
            else hub.WakeUps.Schedule(instanceId, hub.Clock.Now + Backoff.AfterConflict(hub.Options.Chance));
            return;
        }

        failures++;
        NoteFailure(failure);
        hub.Logger.LogWarning(failure, "The work on instance {InstanceId} is interrupted (try {Failures}).", instanceId, failures);
        hub.WakeUps.Schedule(instanceId, hub.Clock.Now + Backoff.Pause(hub.Options.Chance, failures, hub.Options.LongestRetryPause));
    }
}
