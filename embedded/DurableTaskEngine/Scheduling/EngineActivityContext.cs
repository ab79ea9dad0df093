using Microsoft.DurableTask;

namespace LocalDiplomacy.DurableTaskEngine.Scheduling;

internal sealed class EngineActivityContext(string name, string instanceId, string? version, CancellationToken stopping)
    : TaskActivityContext
{
    internal CancellationToken Stopping { get; } = stopping;

    public override TaskName Name { get; } = new(name);

    public override string InstanceId { get; } = instanceId;

    public override string Version { get; } = version ?? string.Empty;
}
