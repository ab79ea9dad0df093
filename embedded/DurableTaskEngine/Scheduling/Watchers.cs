using System.Runtime.InteropServices;
using LocalDiplomacy.DurableTaskEngine.Storage;

namespace LocalDiplomacy.DurableTaskEngine.Scheduling;

/// <summary>Those who wait for an instance to reach some state, within this process.</summary>
internal sealed class Watchers
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, List<Watch>> waiting = new(StringComparer.Ordinal);

    /// <summary>Begin it before reading the state, so that no change falls in between.</summary>
    internal Watch Begin(string instanceId, Func<InstanceRow, bool> isReached)
    {
        var watch = new Watch(this, instanceId, isReached);
        lock (gate) (CollectionsMarshal.GetValueRefOrAddDefault(waiting, instanceId, out _) ??= []).Add(watch);
        return watch;
    }

    /// <param name="instanceId">The instance that has changed.</param>
    /// <param name="row">As it was stored; null when it is gone.</param>
    internal void Changed(string instanceId, InstanceRow? row)
    {
        Watch[] reached;
        lock (gate)
        {
            if (!waiting.TryGetValue(instanceId, out var watches)) return;
            reached = [.. watches.Where(watch => row is null || watch.IsReachedBy(row))];
        }

        foreach (var watch in reached) watch.Complete(row);
    }

    private void End(Watch watch)
    {
        lock (gate)
        {
            if (!waiting.TryGetValue(watch.InstanceId, out var watches)) return;
            watches.Remove(watch);
            if (watches.Count == 0) waiting.Remove(watch.InstanceId);
        }
    }

    internal sealed class Watch(Watchers watchers, string instanceId, Func<InstanceRow, bool> isReached) : IDisposable
    {
        private readonly TaskCompletionSource<InstanceRow?> reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal string InstanceId => instanceId;

        /// <summary>The row that reached the state; null when the instance is gone.</summary>
        internal Task<InstanceRow?> Reached => reached.Task;

        public void Dispose() => watchers.End(this);

        internal bool IsReachedBy(InstanceRow row) => isReached(row);

        internal void Complete(InstanceRow? row) => reached.TrySetResult(row);
    }
}
