using System.Collections.Concurrent;
using LocalDiplomacy.DurableTaskEngine.Health;
using LocalDiplomacy.DurableTaskEngine.History;
using LocalDiplomacy.DurableTaskEngine.Storage;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace LocalDiplomacy.DurableTaskEngine.Scheduling;

/// <summary>What the lanes of a hub share: its store, its clock, its activities, and who is to be woken when.</summary>
internal sealed partial class Hub : IDisposable
{
    private readonly ConcurrentDictionary<string, Lane> lanes = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim turns;
    private readonly CancellationTokenSource stopping = new();

    internal Hub(HubStore store, DurableTaskRegistry registry, DurableTaskHostOptions options, IServiceProvider services, ILoggerFactory loggers)
    {
        Store = store;
        Options = options;
        Loggers = loggers;
        Logger = loggers.CreateLogger("LocalDiplomacy.DurableTask");
        Clock = new HubClock(options.TimeProvider, options.Chance);
        Factories = new TaskFactories(registry, services);
        Activities = new ActivityRunner(store, Factories, options, Clock, services, Logger);
        WakeUps = new WakeUps(options.TimeProvider, Signal);
        codeWatch = options.MachineTime.CreateTimer(_ => LookAfterCode(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Starter = new Starter(this);
        Postman = new Postman(this);
        Rewinder = new Rewinder(this);
        LeftToOthers = new LeftToOthers(options.TimeProvider);
        Counts = new StatusCounts(store, Clock, options.TakesOverAtStart);
        Stopping = stopping.Token;
        turns = new SemaphoreSlim(options.Worker.Concurrency.MaximumConcurrentOrchestrationWorkItems);
    }

    internal HubStore Store { get; }

    internal DurableTaskHostOptions Options { get; }

    internal ILoggerFactory Loggers { get; }

    internal ILogger Logger { get; }

    internal HubClock Clock { get; }

    internal TaskFactories Factories { get; }

    internal ActivityRunner Activities { get; }

    internal WakeUps WakeUps { get; }

    internal Watchers Watchers { get; } = new();

    internal Starter Starter { get; }

    internal Postman Postman { get; }

    internal Rewinder Rewinder { get; }

    internal LeftToOthers LeftToOthers { get; }

    internal StatusCounts Counts { get; }

    internal IEnumerable<LaneReport> Reports => lanes.Values.Select(lane => lane.Report);

    internal CancellationToken Stopping { get; }

    /// <summary>False for an instance that is left to workers of another version.</summary>
    internal bool Runs(InstanceRow row) =>
        VersionGate.Runs(row.Version, Options.Worker.Versioning) || VersionGate.FailsOthers(Options.Worker.Versioning);

    /// <summary>True for an activity of a host that ran before this one, when this one is the only one.</summary>
    internal bool TakesOver(ActivityRow activity) =>
        Options.TakesOverAtStart && activity.LeasedUntil <= startedAt + Options.ActivityLease;

    internal Action<HistoryEvent> ResultsOf(string instanceId) => result => Hand(instanceId, result);

    /// <summary>An instance as this host has stored it last, if it is at work on it; null when only the store can tell. It may have gone
    /// on elsewhere since.</summary>
    internal InstanceRow? KnownUnfinished(string instanceId) =>
        lanes.TryGetValue(instanceId, out var lane) && lane.Known is { IsFinished: false } row ? row : null;

    internal void Signal(string instanceId) => Signal(instanceId, false, false);

    internal void Signal(string instanceId, bool recheckInbox, bool readAgain)
    {
        while (isRunning && !LaneOf(instanceId).TrySignal(recheckInbox, readAgain))
        {
        }
    }

    /// <summary>A message was stored for an instance: tells its lane and, unless that is known to be so, the index that it has work.</summary>
    /// <param name="instanceId">The receiver.</param>
    /// <param name="message">In plain form; null when only the stored form is at hand.</param>
    /// <param name="cancellation">Cancels the write to the index.</param>
    internal async Task AnnounceAsync(string instanceId, HistoryEvent? message, CancellationToken cancellation)
    {
        var posted = false;
        if (isRunning && message is not null && lanes.TryGetValue(instanceId, out var lane))
        {
            posted = lane.TryPost(message, out var covered);
            // What this host knows of the index, another one may be changing: only the only host may rely on it.
            if (covered && Options.TakesOverAtStart) return;
        }

        var entry = await Store.Due.LowerAsync(instanceId, Clock.Now, cancellation);
        if (lanes.TryGetValue(instanceId, out lane)) lane.NoteIndexed(entry);
        Signal(instanceId, recheckInbox: !posted, readAgain: false);
    }

    internal void Adopt(InstanceRow row, string? input, DueEntry entry)
    {
        if (isRunning && !LaneOf(row.InstanceId).TryAdopt(row, input, entry)) Signal(row.InstanceId, recheckInbox: false, readAgain: true);
    }

    /// <summary>Has a new instance stored by its first turn.</summary>
    /// <returns>The lane that does it, and how it ends; null when this host cannot do it.</returns>
    internal (Lane Lane, Task<BeginOutcome> Begun)? Begin(InstanceRow row, string? input, DueEntry entry)
    {
        if (!isRunning || !Runs(row)) return null;
        var lane = LaneOf(row.InstanceId);
        if (!lane.TryBegin(row, input, entry, out var begun)) return null;
        if (!isRunning) lane.DeclineToBegin();
        return (lane, begun);
    }

    internal void Forget(string instanceId, Lane lane) => lanes.TryRemove(KeyValuePair.Create(instanceId, lane));

    private Lane LaneOf(string instanceId) => lanes.GetOrAdd(instanceId, id => new Lane(this, id));

    private void Hand(string instanceId, HistoryEvent result)
    {
        while (isRunning && !LaneOf(instanceId).TryPost(result, out _))
        {
        }
    }
}
