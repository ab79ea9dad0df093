using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Workflows.Alerts;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lists;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Administration;

/// <summary>What the overview tells.</summary>
/// <param name="Work">What waits to be carried out; it is as old as it says.</param>
/// <param name="Failed">Orchestrations that were seen to have failed.</param>
/// <param name="ChangedLately">How many MOUs changed within the last hour.</param>
/// <param name="Alerts">How many are open.</param>
/// <param name="At">When the rest was read.</param>
public sealed record OverviewRead(Overview Cases, WaitingSurvey Work, FailedOrchestrations Failed, int ChangedLately, IReadOnlyList<HealthPart> Parts, int Alerts, DateTimeOffset At);

/// <param name="Ids">Some of them; no more than a hundred.</param>
public sealed record FailedOrchestrations(int Count, IReadOnlyList<string> Ids);

/// <summary>The overview's numbers, all of the index and of what was seen beside it: nobody who looks makes the engine look for anything.</summary>
public sealed class OverviewReading(CaseIndex index, OrchestrationSightings sightings, WorkWaiting waiting, AlertBook alerts, Health health, TimeProvider time)
{
    private static readonly TimeSpan Lately = TimeSpan.FromHours(1);

    public async Task<OverviewRead> ReadAsync(DurableTaskClient engine, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var (work, failed, parts) = (waiting.ReadAsync(cancellation), sightings.InAsync(OrchestrationStanding.Failed, cancellation), health.CheckAsync(engine, cancellation));
        var open = alerts.CountAsync(cancellation);
        var view = await index.ReadAsync(cancellation);
        var ids = await failed;
        return new(view.Overview, await work, new(ids.Count, [.. ids.Take(StatusReading.MostShown)]), view.ChangedSince(now - Lately), await parts, await open, now);
    }
}
