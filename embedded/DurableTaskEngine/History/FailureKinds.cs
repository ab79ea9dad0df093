namespace LocalDiplomacy.DurableTaskEngine.History;

/// <summary>Error types that are the engine's own. None of them is mended by another attempt.</summary>
internal static class FailureKinds
{
    internal const string ActivityNotFound = "ActivityTaskNotFound";

    internal const string OrchestratorNotFound = "OrchestratorTaskNotFound";

    internal const string NonDeterministic = "NonDeterministicOrchestration";

    internal const string VersionMismatch = "VersionMismatch";

    internal const string PoisonedActivity = "PoisonedActivity";

    internal const string ActivityTimedOut = "ActivityTimedOut";

    internal const string OrchestratorTimedOut = "OrchestratorTimedOut";

    internal static bool IsFinal(string? errorType) =>
        errorType is ActivityNotFound or OrchestratorNotFound or VersionMismatch or PoisonedActivity;
}
