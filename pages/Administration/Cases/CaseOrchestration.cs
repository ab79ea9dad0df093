using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Pages.Administration.Cases;

/// <summary>How a case's orchestration is.</summary>
/// <param name="Status">The name of its OrchestrationRuntimeStatus ("Running"); null where the engine knows none.</param>
/// <param name="ErrorType">Of a failed one.</param>
/// <param name="LeftToDo">What was decided and is not carried out yet, by name.</param>
public sealed record CaseOrchestration(string? Status, DateTimeOffset? CreatedAt, DateTimeOffset? UpdatedAt, string? ErrorType, IReadOnlyList<string> LeftToDo)
{
    public OrchestrationFound Found { get; init; } = OrchestrationFound.Running;
}
