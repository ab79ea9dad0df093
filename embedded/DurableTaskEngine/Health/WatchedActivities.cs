using System.Collections.Concurrent;

namespace LocalDiplomacy.DurableTaskEngine.Health;

/// <summary>What runs, since when, and what was given up since the start.</summary>
internal sealed class WatchedActivities(TimeProvider time)
{
    private const int MostGivenUp = 100;

    private readonly ConcurrentDictionary<(string InstanceId, string RowKey), Seen> running = new();
    private readonly ConcurrentQueue<StuckWork> givenUp = new();

    internal int Running => running.Count;

    internal void Begins(string instanceId, string rowKey, string name, int starts) =>
        running[(instanceId, rowKey)] = new(name, starts, time.GetUtcNow());

    internal void Ends(string instanceId, string rowKey) => running.TryRemove((instanceId, rowKey), out _);

    internal void GivesUp(string instanceId, string name, int starts)
    {
        givenUp.Enqueue(new(instanceId, StuckReason.ActivityGivenUp, name, time.GetUtcNow(), starts));
        while (givenUp.Count > MostGivenUp) givenUp.TryDequeue(out _);
    }

    internal IEnumerable<StuckWork> Stuck(DateTimeOffset slowBefore, int suspiciousStarts) => running
        .Where(one => one.Value.Since <= slowBefore || one.Value.Starts >= suspiciousStarts)
        .Select(one => new StuckWork(
            one.Key.InstanceId,
            one.Value.Starts >= suspiciousStarts ? StuckReason.ActivityKeepsEndingItsProcess : StuckReason.ActivityDoesNotReturn,
            one.Value.Name,
            one.Value.Since,
            one.Value.Starts))
        .Concat(givenUp);

    private sealed record Seen(string Name, int Starts, DateTimeOffset Since);
}
