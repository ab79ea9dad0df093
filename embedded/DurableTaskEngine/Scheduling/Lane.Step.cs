using LocalDiplomacy.DurableTaskEngine.Execution;
using LocalDiplomacy.DurableTaskEngine.History;
using LocalDiplomacy.DurableTaskEngine.Storage;
using Microsoft.DurableTask;

namespace LocalDiplomacy.DurableTaskEngine.Scheduling;

internal sealed partial class Lane
{
    /// <returns>True when there may be more to do at once.</returns>
    private async Task<bool> StepAsync(CancellationToken stopping)
    {
        stopping.ThrowIfCancellationRequested();
        if (state is null && !await LoadAsync(stopping)) return false;
        var current = state!;
        if (!hub.Runs(current.Row))
        {
            if (!current.Row.IsFinished) hub.LeftToOthers.Note(instanceId, current.Row.Version);
            Retire();
            return false;
        }

        await RecheckInboxAsync(current, stopping);
        await DeliverOutboxAsync(current, stopping);
        await DropDetachedAsync(current, stopping);
        StartActivities(current);
        if (await TakeTurnAsync(current, stopping))
        {
            (failures, conflicts, idleSince) = (0, 0, null);
            if (hub.Options.KeepIdleInstancesFor == TimeSpan.Zero && current.Outbox.Count == 0) state = null;
            return true;
        }

        (failures, conflicts) = (0, 0);
        await RestAsync(current, stopping);
        return false;
    }

    private async Task<bool> LoadAsync(CancellationToken stopping)
    {
        DeclineToBegin();
        // The index last: a mark that was set before the instance was read must be seen. See DueIndex.
        var partition = await hub.Store.LoadAsync(instanceId, stopping);
        var entry = await hub.Store.Due.FindAsync(instanceId, stopping);
        lock (gate)
        {
            (indexed, indexedDue) = (entry, entry is { IsLeaving: false } ? entry.Due : DateTimeOffset.MaxValue);
            indexIsForeign = true;
        }

        if (partition is null)
        {
            if (entry is not null && entry.Due < hub.Clock.Now - TimeSpan.FromHours(1)) await hub.Store.Due.RemoveAsync(entry, stopping);
            Retire();
            return false;
        }

        var row = await hub.Store.ClearAsync(partition.Row, partition.Leftovers, stopping);

        var loaded = new LaneState(row) { Door = partition.Door, Received = partition.Received, HasReceivedRow = partition.HasReceivedRow };
        foreach (var message in partition.Outbox) loaded.Outbox.Enqueue(message);
        foreach (var message in partition.Inbox) loaded.Inbox[message.MessageId!] = await hub.Store.Values.ReadAsync(message, stopping);
        foreach (var activity in partition.Detached)
            loaded.Detached.Add(activity with { Scheduled = await hub.Store.Values.ReadAsync(activity.Scheduled, stopping) });

        if (!row.IsFinished)
        {
            loaded.Input = await hub.Store.Values.ReadAsync(row.Input, stopping);
            foreach (var activity in partition.Activities)
                loaded.Activities[activity.Scheduled.TaskId] =
                    activity with { Scheduled = await hub.Store.Values.ReadAsync(activity.Scheduled, stopping) };

            if (row.HistoryCount > 0 && hub.Runs(row)) loaded.Execution = await ReplayAsync(loaded, partition.History, stopping);
        }

        state = loaded;
        // A turn that was committed while it was asked to read again has told nobody.
        Publish(row);
        return true;
    }

    private async Task<OrchestrationExecution> ReplayAsync(LaneState loaded, List<HistoryEvent> history, CancellationToken stopping)
    {
        var execution = NewExecution(loaded);
        foreach (var turn in history.GroupBy(past => past.Turn))
        {
            var inputs = new List<HistoryEvent>();
            foreach (var input in turn.Where(past => !past.IsAction)) inputs.Add(await hub.Store.Values.ReadAsync(input, stopping));
            RunCode(loaded.Row, () =>
            {
                execution.Replay(turn.First().Time, inputs, [.. turn.Where(past => past.IsAction)]);
                return true;
            });
        }

        return execution;
    }

    private OrchestrationExecution NewExecution(LaneState current)
    {
        var row = current.Row;
        var parent = row.ParentId is null ? null : new ParentOrchestrationInstance(new TaskName(row.ParentName!), row.ParentId);
        var facts = new ExecutionFacts(new TaskName(row.Name), row.InstanceId, row.Version, current.Input, parent) { CustomStatus = row.CustomStatus };
        var execution = new OrchestrationExecution(
            hub.Factories.Orchestrator(row.Name, row.Version), facts, hub.Options.Worker, hub.Loggers, () => hub.Signal(instanceId));
        if (hub.Condemned(row.ExecutionId) is { } reason) execution.Condemn(reason);
        return execution;
    }

    private async Task RecheckInboxAsync(LaneState current, CancellationToken stopping)
    {
        lock (gate)
        {
            if (!recheck) return;
            recheck = false;
        }

        await ReadInboxAsync(current, stopping);
    }

    private async Task ReadInboxAsync(LaneState current, CancellationToken stopping)
    {
        var (messages, door) = await hub.Store.InboxAsync(instanceId, stopping);
        current.Door = door;
        foreach (var message in messages.Where(message => !current.Received.Contains(message.MessageId!)))
            current.Inbox.TryAdd(message.MessageId!, await hub.Store.Values.ReadAsync(message, stopping));
    }

    private async Task DeliverOutboxAsync(LaneState current, CancellationToken stopping)
    {
        if (current.Outbox.Count == 0) return;
        foreach (var row in current.Outbox) await hub.Postman.DeliverAsync(row.Message, stopping);

        await hub.Store.RemoveAsync(instanceId, [.. current.Outbox.Select(row => row.RowKey)], stopping);
        current.Outbox.Clear();
    }

    private async Task DropDetachedAsync(LaneState current, CancellationToken stopping)
    {
        var ended = current.Detached.FindAll(activity => results.Exists(result => IsResultOf(result, activity)));
        if (ended.Count == 0) return;
        await hub.Store.RemoveAsync(instanceId, [.. ended.Select(activity => activity.RowKey)], stopping);
        current.Detached.RemoveAll(ended.Contains);
        results.RemoveAll(result => ended.Exists(activity => IsResultOf(result, activity)));
    }

    private static bool IsResultOf(HistoryEvent result, ActivityRow detached) =>
        result.TaskId == detached.Scheduled.TaskId && result.Execution == detached.Scheduled.Execution;

    private void StartActivities(LaneState current)
    {
        foreach (var activity in current.Detached.Where(activity =>
            !hub.Activities.IsRunning(instanceId, activity)
            && !HasResult(result => IsResultOf(result, activity))
            && !IsLeasedElsewhere(activity)))
        {
            var caller = current.Row with { ExecutionId = activity.Scheduled.Execution! };
            hub.Activities.Start(caller, activity, reserved: false, hub.ResultsOf(instanceId), hub.Stopping);
        }

        if (current.Row.IsFinished) return;
        foreach (var activity in current.Activities.Values.Where(activity => MayStart(current, activity)))
            hub.Activities.Start(current.Row, activity, reserved: false, hub.ResultsOf(instanceId), hub.Stopping);
    }

    private bool MayStart(LaneState current, ActivityRow activity) =>
        !hub.Activities.IsRunning(instanceId, activity)
        && !HasResult(result => result.TaskId == activity.Scheduled.TaskId && result.Execution == current.Row.ExecutionId)
        && !IsLeasedElsewhere(activity);

    /// <summary>Ask it after <see cref="ActivityRunner.IsRunning"/>: an activity hands its result over before it stops running, and until the
    /// next step the result is among the arrivals.</summary>
    private bool HasResult(Predicate<HistoryEvent> isIt)
    {
        lock (gate) return results.Exists(isIt) || arrivals.Exists(arrival => !IsMessage(arrival) && isIt(arrival));
    }

    private bool IsLeasedElsewhere(ActivityRow activity) =>
        activity.Owner is { } owner && owner != hub.Activities.Owner && activity.LeasedUntil > hub.Clock.Now && !hub.TakesOver(activity);

    private void Retire()
    {
        state = null;
        DeclineToBegin();
        lock (gate)
        {
            if (signalled || arrivals.Count > 0) return;
            (retired, known) = (true, null);
            hub.Forget(instanceId, this);
        }
    }
}
