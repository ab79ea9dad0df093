using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.Observability;
using LocalDiplomacy.Workflows.ReferenceData;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Workflows.Orchestrations;

/// <summary>Finds the cases whose nudge was lost and nudges them again, sends the mails that an import brought on their way, and finishes what a change of reference data left. Runs each minute and at the start; late or twice does no harm.</summary>
public sealed class ReNudge(Nudges nudges, CasePartition partition, StepIn steps, Redeliveries redeliveries, ReferenceUpkeep reference, Dispatcher dispatcher, TimeProvider time)
{
    /// <summary>A store that was filled or moved has tens of thousands.</summary>
    private const int AtOnce = 16;

    private int _runs;

    public async Task RunAsync(DurableTaskClient engine, CancellationToken cancel = default)
    {
        // Nothing that stands there when a process starts is being looked at by it.
        var age = Interlocked.Increment(ref _runs) == 1 ? TimeSpan.Zero : Nudges.MomentsPass;
        var late = await nudges.OlderThanAsync(age, cancel).ConfigureAwait(false);
        var overdue = 0;
        await Parallel.ForEachAsync(
            late.GroupBy(nudge => nudge.Id, nudge => nudge.At), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel },
            async (ofCase, stop) =>
            {
                if (await LookAsync(ofCase.Key, engine, stop).ConfigureAwait(false) && ofCase.Min() <= time.GetUtcNow() - Nudges.OverdueAfter) Interlocked.Increment(ref overdue);
            }).ConfigureAwait(false);
        Counts.Overdue(overdue);
        await redeliveries.DeliverAsync(engine, cancel).ConfigureAwait(false);
        await reference.GoOnAsync(engine, cancel).ConfigureAwait(false);
    }

    /// <returns>False: an administrator stopped its orchestration, and it is left alone.</returns>
    private async Task<bool> LookAsync(MouId id, DurableTaskClient engine, CancellationToken cancel)
    {
        // Hosts take a step in their own time: the next minute's nudge is soon enough.
        if (await steps.TryAsync(id, engine, cancel).ConfigureAwait(false)) return true;
        if ((await partition.FindAsync(id, cancel).ConfigureAwait(false))?.Mou.Stop is not null) return false;
        await dispatcher.NudgeAsync(id, engine, cancel).ConfigureAwait(false);
        return true;
    }
}
