using System.Collections.Concurrent;

namespace LocalDiplomacy.DurableTaskEngine.Health;

/// <summary>Instances of versions that this worker does not run, as it came across them.</summary>
internal sealed class LeftToOthers(TimeProvider time)
{
    private const int Most = 1000;

    private readonly ConcurrentDictionary<string, (string Version, DateTimeOffset Since)> seen = new(StringComparer.Ordinal);

    internal IEnumerable<StuckWork> Stuck =>
        seen.Select(one => new StuckWork(one.Key, StuckReason.VersionNotRunHere, one.Value.Version, one.Value.Since, 0));

    internal void Note(string instanceId, string version)
    {
        if (seen.Count < Most) seen.TryAdd(instanceId, (version, time.GetUtcNow()));
    }

    internal void Drop(string instanceId)
    {
        if (!seen.IsEmpty) seen.TryRemove(instanceId, out _);
    }

    internal bool Holds(string instanceId) => seen.ContainsKey(instanceId);
}
