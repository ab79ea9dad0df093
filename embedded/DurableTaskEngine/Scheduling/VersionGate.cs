using LocalDiplomacy.DurableTaskEngine.History;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Abstractions;
using Microsoft.DurableTask.Worker;

namespace LocalDiplomacy.DurableTaskEngine.Scheduling;

/// <summary>Whether this worker runs instances of a version.</summary>
internal static class VersionGate
{
    internal static bool Runs(string version, DurableTaskWorkerOptions.VersioningOptions? versioning) => versioning?.MatchStrategy switch
    {
        DurableTaskWorkerOptions.VersionMatchStrategy.Strict => Compare(version, versioning.Version) == 0,
        DurableTaskWorkerOptions.VersionMatchStrategy.CurrentOrOlder => Compare(version, versioning.Version) <= 0,
        _ => true,
    };

    internal static bool FailsOthers(DurableTaskWorkerOptions.VersioningOptions? versioning) =>
        versioning?.FailureStrategy == DurableTaskWorkerOptions.VersionFailureStrategy.Fail;

    internal static TaskFailureDetails Failure(string version, DurableTaskWorkerOptions.VersioningOptions versioning) => new(
        FailureKinds.VersionMismatch,
        $"The instance's version '{version}' does not match this worker's version '{versioning.Version}' ({versioning.MatchStrategy}).",
        null,
        null,
        null);

    private static int Compare(string version, string other) => TaskOrchestrationVersioningUtils.CompareVersions(version, other);
}
