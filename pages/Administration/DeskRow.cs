using LocalDiplomacy.Workflows.Lists;

namespace LocalDiplomacy.Pages.Administration;

/// <param name="OrchestrationStatus">The name of the instance's OrchestrationRuntimeStatus ("Running"); null where the engine knows none.</param>
public sealed record DeskRow(CaseRow Case, string? OrchestrationStatus);
