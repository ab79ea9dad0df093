using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lists;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Administration;

/// <summary>The overview's numbers: of MOUs from their index, of orchestrations a bounded number of pages of those that failed.</summary>
public sealed class OverviewReading(CaseIndex index, Nudges nudges)
{
    public async Task<(Overview Cases, IReadOnlyList<string> Stuck, IReadOnlyList<string> Failed)> ReadAsync(DurableTaskClient engine, CancellationToken cancellation)
    {
        var failed = StatusReading.OfAsync(engine, OrchestrationRuntimeStatus.Failed, cancellation);
        var waiting = nudges.WaitingAsync(cancellation);
        return (
            await index.OverviewAsync(cancellation),
            [.. (await waiting).Where(one => one.IsOverdue).Take(StatusReading.MostShown).Select(one => one.Id.Value)],
            [.. (await failed).Shown.Select(instance => instance.InstanceId)]);
    }
}
