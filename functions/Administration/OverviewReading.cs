using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lists;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Administration;

/// <summary>What the overview tells.</summary>
/// <param name="Stuck">Cases of which something has not been carried out for a quarter of an hour, by id.</param>
/// <param name="Failed">Orchestrations that were seen to have failed, by id.</param>
/// <param name="ChangedLately">How many MOUs changed within the last hour.</param>
public sealed record OverviewRead(Overview Cases, IReadOnlyList<string> Stuck, IReadOnlyList<string> Failed, int ChangedLately, IReadOnlyList<HealthPart> Parts);

/// <summary>The overview's numbers, all of the index and of what was seen beside it: nobody who looks makes the engine look for anything.</summary>
public sealed class OverviewReading(CaseIndex index, OrchestrationSightings sightings, Nudges nudges, Health health, TimeProvider time)
{
    private static readonly TimeSpan Lately = TimeSpan.FromHours(1);

    public async Task<OverviewRead> ReadAsync(DurableTaskClient engine, CancellationToken cancellation)
    {
        var (waiting, failed, parts) = (nudges.WaitingAsync(cancellation), sightings.InAsync(OrchestrationStanding.Failed, cancellation), health.CheckAsync(engine, cancellation));
        var view = await index.ReadAsync(cancellation);
        return new(
            view.Overview,
            [.. (await waiting).Where(one => one.IsOverdue).Take(StatusReading.MostShown).Select(one => one.Id.Value)],
            [.. (await failed).Take(StatusReading.MostShown)],
            view.ChangedSince(time.GetUtcNow() - Lately),
            await parts);
    }
}
