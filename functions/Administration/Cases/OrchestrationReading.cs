using LocalDiplomacy.Pages.Administration.Cases;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Administration.Cases;

/// <summary>What the engine, and the case's own partition, say of a case's orchestration: the instance has the MOU's id.</summary>
public sealed class OrchestrationReading(MouCases cases)
{
    /// <summary>How it is now, in the words that the case records.</summary>
    public static async Task<OrchestrationFound> FoundAsync(MouId id, DurableTaskClient engine, CancellationToken cancellation) =>
        Found((await engine.GetInstanceAsync(id.Value, cancellation))?.RuntimeStatus);

    public static OrchestrationFound Found(OrchestrationRuntimeStatus? status) => status switch
    {
        null => OrchestrationFound.Missing,
        OrchestrationRuntimeStatus.Suspended => OrchestrationFound.Suspended,
        OrchestrationRuntimeStatus.Completed => OrchestrationFound.Completed,
        OrchestrationRuntimeStatus.Failed => OrchestrationFound.Failed,
        OrchestrationRuntimeStatus.Terminated => OrchestrationFound.Terminated,
        _ => OrchestrationFound.Running,
    };

    public async Task<CaseOrchestration> OfAsync(MouId id, DurableTaskClient engine, CancellationToken cancellation)
    {
        var instance = await engine.GetInstanceAsync(id.Value, cancellation);
        return new(
            instance?.RuntimeStatus.ToString(), instance?.CreatedAt, instance?.LastUpdatedAt,
            // Its type, never its message: that may quote anything.
            instance?.FailureDetails?.ErrorType,
            await cases.LeftToDoAsync(id, cancellation))
        {
            Found = Found(instance?.RuntimeStatus),
        };
    }
}
