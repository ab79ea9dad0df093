using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.DurableTaskEngine.Scheduling;

/// <summary>Whether an instance was started, or which status another one of its id is in.</summary>
internal sealed record StartOutcome(OrchestrationRuntimeStatus? Conflict)
{
    internal static StartOutcome Started { get; } = new((OrchestrationRuntimeStatus?)null);
}
