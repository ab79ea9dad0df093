using LocalDiplomacy.Workflows.Observability;
using Microsoft.DurableTask.Client;
using static Microsoft.DurableTask.Client.OrchestrationRuntimeStatus;

namespace LocalDiplomacy.Workflows.Disposal;

/// <summary>How much of a purge was done.</summary>
/// <param name="IsWhole">False: it came to its bound; what is left is found by the next one.</param>
public sealed record PurgedHistories(int Count, DateTimeOffset Before, bool IsWhole);

/// <summary>
/// Removes histories of orchestrations that ended long ago. What they did stands in the cases' events: a history is a machine's
/// notebook and no record. Failed ones stay until somebody has looked at them. Bounded; a purge that was cut off is taken up by the
/// next one, because what is purged is not found again.
/// </summary>
public sealed class HistoryPurge(TimeProvider time)
{
    /// <summary>Nobody looks for what a case's or a mail's orchestration did longer than that.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    /// <summary>Of one run.</summary>
    public const int Most = 5000;

    private const int IdsOfOnePage = 200;

    /// <param name="keptFor">How long after its end a history stays.</param>
    /// <param name="isDry">Only counts.</param>
    /// <param name="progress">How many went so far.</param>
    public async Task<PurgedHistories> RunAsync(
        DurableTaskClient engine, TimeSpan keptFor, int most, bool isDry = false, Action<int>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(engine);
        var (before, count) = (time.GetUtcNow() - keptFor, 0);
        string? last = null;
        do
        {
            var page = await engine.ListInstanceIdsAsync([Completed, Terminated], null, before, IdsOfOnePage, last, cancel).ConfigureAwait(false);
            foreach (var id in page.Values)
            {
                if (count == most) return new(count, before, IsWhole: false);
                count += isDry ? 1 : (await engine.PurgeInstanceAsync(id, cancellation: cancel).ConfigureAwait(false)).PurgedInstanceCount;
            }

            progress?.Invoke(count);
            last = page.ContinuationToken;
        }
        while (last is not null);
        return new(count, before, IsWhole: true);
    }
}
