using Microsoft.DurableTask;

namespace LocalDiplomacy.DurableTaskEngine.Execution;

/// <summary>What an execution knows of itself from its start to its end.</summary>
internal sealed record ExecutionFacts(
    TaskName Name, string InstanceId, string Version, string? Input, ParentOrchestrationInstance? Parent)
{
    /// <summary>What an earlier execution left; it stands until this one sets its own.</summary>
    internal string? CustomStatus { get; init; }
}
