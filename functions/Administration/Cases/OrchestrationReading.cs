using LocalDiplomacy.Pages.Administration.Cases;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Administration.Cases;

/// <summary>What the engine, and the case's own partition, say of a case's orchestration: the instance has the MOU's id.</summary>
public sealed class OrchestrationReading(MouCases cases)
{
    public async Task<CaseOrchestration> OfAsync(MouId id, DurableTaskClient engine, CancellationToken cancellation)
    {
        var instance = await engine.GetInstanceAsync(id.Value, cancellation);
        return new(
            instance?.RuntimeStatus.ToString(), instance?.CreatedAt, instance?.LastUpdatedAt,
            // Its type, never its message: that may quote anything.
            instance?.FailureDetails?.ErrorType,
            await cases.LeftToDoAsync(id, cancellation));
    }
}
