using LocalDiplomacy.DurableTaskEngine.Scheduling;
using LocalDiplomacy.DurableTaskEngine.Storage;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.DurableTaskEngine.Health;

/// <summary>Instances by status. They are counted when somebody asks, something has changed since they were counted last, and that is not
/// just now: an idle hub is not read at all, a large one at most a twentieth of the time.</summary>
internal sealed class StatusCounts(HubStore store, HubClock clock, bool isOnlyHost) : IDisposable
{
    private static readonly TimeSpan LeastPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan OthersAreSeenAfter = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim one = new(1);
    private InstanceCounts? known;
    private long knownChanges;
    private TimeSpan took;

    internal async Task<InstanceCounts> CountAsync(CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation);
        try
        {
            if (known is not null && IsGood(known)) return known;
            // Before counting: what changes meanwhile is counted again.
            var changes = store.Changes;
            var began = clock.Time.GetTimestamp();
            var at = clock.Now;
            var byStatus = Enum.GetValues<OrchestrationRuntimeStatus>().Where(IsUsed).ToDictionary(status => status.ToString(), _ => 0);
            await foreach (var status in store.StatusesAsync(cancellation)) byStatus[status] = byStatus.GetValueOrDefault(status) + 1;
            (knownChanges, took) = (changes, clock.Time.GetElapsedTime(began));
            return known = new(byStatus, at);
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private bool IsGood(InstanceCounts counts)
    {
        var age = clock.Now - counts.CountedAt;
        if (store.Changes == knownChanges && (isOnlyHost || age < OthersAreSeenAfter)) return true;
        return age < LeastPause || age < took * 20;
    }

    /// <summary>The others are no status that an instance stays in.</summary>
    private static bool IsUsed(OrchestrationRuntimeStatus status) => status is OrchestrationRuntimeStatus.Pending
        or OrchestrationRuntimeStatus.Running or OrchestrationRuntimeStatus.Suspended or OrchestrationRuntimeStatus.Completed
        or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated;
}
