using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.Observability;
using LocalDiplomacy.Workflows.ReferenceData;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Workflows.Orchestrations;

/// <summary>Finds the cases whose nudge was lost and nudges them again, sends the mails that an import brought on their way, and finishes what a change of reference data left. Runs each minute and at the start; late or twice does no harm.</summary>
public sealed class ReNudge(Nudges nudges, Redeliveries redeliveries, ReferenceUpkeep reference, Dispatcher dispatcher, TimeProvider time)
{
    /// <summary>A store that was filled or moved has tens of thousands.</summary>
    private const int AtOnce = 16;

    private int _runs;

    public async Task RunAsync(DurableTaskClient engine, CancellationToken cancel = default)
    {
        // Nothing that stands there when a process starts is being looked at by it.
        var age = Interlocked.Increment(ref _runs) == 1 ? TimeSpan.Zero : Nudges.MomentsPass;
        var late = await nudges.OlderThanAsync(age, cancel).ConfigureAwait(false);
        Counts.Overdue(late.Where(nudge => nudge.At <= time.GetUtcNow() - Nudges.OverdueAfter).Select(nudge => nudge.Id).Distinct().Count());
        await Parallel.ForEachAsync(
            late.Select(nudge => nudge.Id).Distinct(), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel },
            async (id, stop) => await dispatcher.NudgeAsync(id, engine, stop).ConfigureAwait(false)).ConfigureAwait(false);
        await redeliveries.DeliverAsync(engine, cancel).ConfigureAwait(false);
        await reference.GoOnAsync(engine, cancel).ConfigureAwait(false);
    }
}
