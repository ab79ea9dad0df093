using System.Diagnostics;
using System.Globalization;
using LocalDiplomacy.DurableTaskEngine.Execution;
using LocalDiplomacy.DurableTaskEngine.History;
using LocalDiplomacy.DurableTaskEngine.Storage;
using LocalDiplomacy.DurableTaskEngine.Telemetry;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.DurableTaskEngine.Scheduling;

/// <summary>Turns what a turn led to into rows, and once they are committed into what the lane holds.</summary>
internal sealed partial class TurnBuilder(Hub hub, LaneState current, TurnInputs inputs, TurnOutcome outcome)
{
    private readonly InstanceRow row = current.Row;
    private readonly List<(ActivityRow Activity, bool Reserved)> activities = [];
    private readonly List<OutboxRow> outbox = [];
    private int outboxParts;

    /// <summary>Under which what the turn causes is traced; null where nobody listens.</summary>
    internal Activity? Span { get; init; }

    private bool Ends => outcome.Completion is not null || inputs.Termination is not null;

    /// <summary>When the instance has work after this turn. What is started by it counts as work at once.</summary>
    internal DateTimeOffset NextDue
    {
        get
        {
            if (Ends || outcome.Next is not null || outcome.Actions.Any(action => action.Kind != HistoryKind.TimerCreated)) return hub.Clock.Now;
            return current.Execution?.OpenTimers.Min(timer => (DateTimeOffset?)timer.FireAt) ?? DateTimeOffset.MaxValue;
        }
    }

    /// <summary>What the turn adds to the history, in plain form; known once the turn is built.</summary>
    internal IReadOnlyList<HistoryEvent> Recorded { get; private set; } = [];

    /// <summary>Rows that do not count any more once the turn is committed.</summary>
    internal IReadOnlyList<string> Trimmed { get; private set; } = [];

    internal async Task<TurnCommit> BuildAsync(CancellationToken cancellation)
    {
        var partition = RowKeys.Partition(row.InstanceId);
        var history = History();
        Recorded = history;
        var commit = new TurnCommit(await NewRowAsync(history.Count, cancellation)) { Closes = Ends, Unborn = row.ETag == default ? row : null };
        foreach (var happened in history) await AddAsync(commit, partition, happened, cancellation);
        if (Ends) await AddResultForParentAsync(commit, partition, cancellation);

        var carried = outcome.Next?.Events.Select(raised => raised.MessageId!).ToHashSet(StringComparer.Ordinal) ?? [];
        commit.Removed.AddRange(inputs.Consumed.Where(messageId => !carried.Contains(messageId)).Select(RowKeys.Inbox));
        commit.Removed.AddRange(DoneActivities().Select(activity => activity.RowKey));
        if (outcome.Next is { } next) await AddCarriedAsync(commit, partition, next, carried, cancellation);
        return commit;
    }

    internal void GiveBackSlots()
    {
        foreach (var _ in activities.Where(started => started.Reserved)) hub.Activities.GiveBack();
    }

    /// <summary>The turn is committed: brings the lane's state up to it.</summary>
    internal void Apply(Action<HistoryEvent> resultsTo)
    {
        foreach (var messageId in inputs.Consumed)
        {
            current.Inbox.Remove(messageId);
            current.Received.Add(messageId);
        }

        foreach (var message in outbox) current.Outbox.Enqueue(message);
        foreach (var done in DoneActivities().ToArray()) current.Activities.Remove(done.Scheduled.TaskId);
        foreach (var taken in inputs.Accepted)
            if (taken.MessageId is { } messageId) current.Received.Add(messageId);

        if (outcome.Next is { } next) ApplyNext(next);
        if (current.Row.IsFinished) current.Execution = null;
        foreach (var (activity, reserved) in activities)
        {
            if (outcome.Next is null) current.Activities[activity.Scheduled.TaskId] = activity;
            else current.Detached.Add(activity);
            hub.Activities.Start(row, activity, reserved, resultsTo, hub.Stopping);
        }
    }

    /// <summary>Inputs first, then what they caused: numbered on from the history.</summary>
    private List<HistoryEvent> History()
    {
        IEnumerable<HistoryEvent> all = [.. inputs.Accepted, .. outcome.Actions];
        if (outcome.Completion is { } completion) all = all.Append(completion with { Data = null, Failure = null });
        return [.. all.Select((happened, index) => happened with
        {
            Number = row.HistoryCount + index,
            Turn = row.TurnCount,
            Time = inputs.Time,
            Trace = happened.IsAction ? TraceOf(happened) : happened.Trace,
        })];
    }

    private string? TraceOf(HistoryEvent action) => Span is null ? null : action.Kind switch
    {
        HistoryKind.TaskScheduled or HistoryKind.SubOrchestrationCreated => Span.Id,
        HistoryKind.EventSent => EngineTraces.Sent(action, row),
        _ => null,
    };

    private IEnumerable<ActivityRow> DoneActivities() => Ends || outcome.Next is not null
        ? current.Activities.Values
        : current.Activities.Values.Where(activity => inputs.Accepted.Exists(taken =>
            taken.Kind is HistoryKind.TaskCompleted or HistoryKind.TaskFailed && taken.TaskId == activity.Scheduled.TaskId));

    private async Task AddAsync(TurnCommit commit, string partition, HistoryEvent happened, CancellationToken cancellation)
    {
        var kept = await hub.Store.Values.KeepAsync(row.InstanceId, happened, cancellation);
        // The history of an execution that continues as new is not needed any more; what it set going is.
        if (outcome.Next is null) commit.Added.Add(HistoryRow.Write(kept, partition, RowKeys.History(row.Generation, happened.Number)));
        switch (happened.Kind)
        {
            case HistoryKind.TaskScheduled when !Ends:
                AddActivity(commit, partition, happened, kept);
                break;
            case HistoryKind.SubOrchestrationCreated:
                await PostAsync(commit, partition, happened.Number, StartOf(happened), cancellation);
                break;
            case HistoryKind.EventSent:
                var sent = new HistoryEvent(HistoryKind.EventRaised) { Name = happened.Name, Data = happened.Data, Target = happened.Target, Trace = happened.Trace };
                await PostAsync(commit, partition, happened.Number, sent, cancellation);
                break;
            case HistoryKind.ExecutionTerminated when happened.Recursive:
                foreach (var child in current.Execution?.OpenTasks.Where(task => task.Kind == HistoryKind.SubOrchestrationCreated) ?? [])
                    await PostAsync(commit, partition, happened.Number, happened with { Target = child.Target, Number = -1 }, cancellation);

                break;
        }
    }

    private void AddActivity(TurnCommit commit, string partition, HistoryEvent scheduled, HistoryEvent kept)
    {
        if (outcome.Next is not null) scheduled = scheduled with { Execution = row.ExecutionId };
        var reserved = hub.Activities.TryReserve();
        var activity = new ActivityRow(RowKeys.Activity(row.Generation, scheduled.Number), scheduled)
        {
            Starts = reserved ? 1 : 0,
            Owner = reserved ? hub.Activities.Owner : null,
            LeasedUntil = hub.Activities.NewLease(),
        };
        activities.Add((activity, reserved));
        commit.Added.Add(outcome.Next is null
            ? activity.Write(partition)
            : activity.WriteDetached(partition, kept with { Execution = row.ExecutionId }));
    }

    private HistoryEvent StartOf(HistoryEvent created) => new(HistoryKind.ExecutionStarted)
    {
        Target = created.Target,
        Name = created.Name,
        Version = created.Version,
        Data = created.Data,
        Tags = created.Tags,
        Trace = created.Trace,
        TaskId = created.TaskId,
        ParentId = row.InstanceId,
        ParentName = row.Name,
        Execution = row.ExecutionId,
    };

    private async Task PostAsync(TurnCommit commit, string partition, int number, HistoryEvent message, CancellationToken cancellation)
    {
        var kept = await hub.Store.Values.KeepAsync(
            message.Target!, message with { MessageId = hub.Clock.NewMessageId(), Time = inputs.Time }, cancellation);
        var key = RowKeys.Outbox(row.Generation, number, outboxParts++);
        outbox.Add(new OutboxRow(key, kept));
        commit.Added.Add(HistoryRow.Write(kept, partition, key));
    }
}
