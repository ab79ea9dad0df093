namespace LocalDiplomacy.DurableTaskEngine.Scheduling;

/// <summary>Those who wait for an instance to change, within this process.</summary>
internal sealed class Watchers
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, TaskCompletionSource> waiting = new(StringComparer.Ordinal);

    /// <summary>Completes at the instance's next change. Take it before reading the state, so that no change falls in between.</summary>
    internal Task NextChange(string instanceId)
    {
        lock (gate)
        {
            if (!waiting.TryGetValue(instanceId, out var source))
                waiting[instanceId] = source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

            return source.Task;
        }
    }

    internal void Changed(string instanceId)
    {
        TaskCompletionSource? source;
        lock (gate) waiting.Remove(instanceId, out source);
        source?.TrySetResult();
    }
}
