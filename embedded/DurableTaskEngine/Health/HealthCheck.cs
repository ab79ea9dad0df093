using LocalDiplomacy.DurableTaskEngine.Scheduling;

namespace LocalDiplomacy.DurableTaskEngine.Health;

/// <summary>Puts together what the parts of a hub know. It asks the storage for the index of due work, and for the counts where they may
/// have changed; everything else is at hand.</summary>
internal sealed class HealthCheck(Hub hub)
{
    private const int MostStuck = 100;
    private const int MostDue = 1000;

    /// <summary>An interruption or two are weather.</summary>
    private const int FailuresThatCount = 3;

    /// <summary>The process may end for reasons of its own.</summary>
    private const int StartsThatCount = 3;

    internal async Task<HubHealth> CheckAsync(CancellationToken cancellation)
    {
        var now = hub.Clock.Now;
        var lanes = hub.Reports.ToDictionary(report => report.InstanceId, StringComparer.Ordinal);
        var stored = await AskStorageAsync(lanes, now, cancellation);
        var due = lanes.Values.Where(lane => lane.WorkSince is not null).Select(lane => new DueWork(lane.InstanceId, lane.WorkSince!.Value))
            .Concat(stored.Due).ToList();
        return new()
        {
            At = now,
            HasTakenUpItsWork = hub.HasRecovered,
            StorageFault = stored.Fault,
            Instances = stored.Counts,
            OldestDue = due.MinBy(work => work.Since),
            Due = due.Count,
            RunningActivities = hub.Activities.Watched.Running,
            OutboxDepth = lanes.Values.Sum(lane => lane.Outbox),
            Stuck = Stuck(lanes.Values, stored.Left, now - hub.Options.SlowAfter),
        };
    }

    /// <summary>When the storage is away, what this host knows by itself is all the more wanted.</summary>
    private async Task<Stored> AskStorageAsync(Dictionary<string, LaneReport> lanes, DateTimeOffset now, CancellationToken cancellation)
    {
        try
        {
            await hub.Store.EnsureCreatedAsync(cancellation);
            return new(await NobodysAsync(lanes, now, cancellation), await StillLeftAsync(cancellation), await hub.Counts.CountAsync(cancellation), null);
        }
        catch (Exception away) when (away is not OutOfMemoryException && !cancellation.IsCancellationRequested)
        {
            return new([], [.. hub.LeftToOthers.Stuck.Take(MostStuck)], null, Faults.NameOf(away));
        }
    }

    /// <summary>Due by the index, and in nobody's hands here: another host's, or to be found by the next sweep.</summary>
    private async Task<List<DueWork>> NobodysAsync(Dictionary<string, LaneReport> lanes, DateTimeOffset now, CancellationToken cancellation)
    {
        var found = new List<DueWork>();
        await foreach (var entry in hub.Store.Due.UntilAsync(now, cancellation))
        {
            if (lanes.ContainsKey(entry.InstanceId) || hub.LeftToOthers.Holds(entry.InstanceId)) continue;
            found.Add(new(entry.InstanceId, entry.Due));
            if (found.Count == MostDue) break;
        }

        return found;
    }

    private IReadOnlyList<StuckWork> Stuck(IEnumerable<LaneReport> lanes, IReadOnlyList<StuckWork> left, DateTimeOffset slow) =>
        [.. lanes.SelectMany(lane => Stuck(lane, slow)).Concat(hub.Activities.Watched.Stuck(slow, StartsThatCount)).Concat(left)
            .OrderBy(work => work.Since).Take(MostStuck)];

    private static IEnumerable<StuckWork> Stuck(LaneReport lane, DateTimeOffset slow)
    {
        if (lane.InOrchestratorSince is { } since && since <= slow)
            yield return new(lane.InstanceId, StuckReason.OrchestratorDoesNotReturn, "its orchestrator's code", since, 0);
        if (lane.Failures >= FailuresThatCount)
            yield return new(lane.InstanceId, StuckReason.TurnFails, lane.Fault ?? "", lane.FailingSince ?? slow, lane.Failures);
    }

    /// <summary>A newer worker may have come to some of them meanwhile.</summary>
    private async Task<IReadOnlyList<StuckWork>> StillLeftAsync(CancellationToken cancellation)
    {
        var left = new List<StuckWork>();
        foreach (var one in hub.LeftToOthers.Stuck.OrderBy(one => one.Since).Take(MostStuck))
        {
            if (await hub.Store.FindAsync(one.InstanceId, cancellation) is { IsFinished: false } row && !hub.Runs(row)) left.Add(one);
            else hub.LeftToOthers.Drop(one.InstanceId);
        }

        return left;
    }

    private sealed record Stored(IReadOnlyList<DueWork> Due, IReadOnlyList<StuckWork> Left, InstanceCounts? Counts, string? Fault);
}
