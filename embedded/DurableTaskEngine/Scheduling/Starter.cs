using LocalDiplomacy.DurableTaskEngine.Storage;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.DurableTaskEngine.Scheduling;

/// <summary>Brings new instances into being.</summary>
internal sealed class Starter(Hub hub)
{
    internal static readonly IReadOnlyCollection<OrchestrationRuntimeStatus> Unfinished =
        [OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended];

    /// <summary>A first turn that takes longer, an orchestrator that computes for example, does not hold up whoever starts it.</summary>
    private static readonly TimeSpan FirstTurnPatience = TimeSpan.FromSeconds(1);

    /// <param name="row">The new instance. A second call with the same start id starts nothing.</param>
    /// <param name="input">In plain form, when at hand.</param>
    /// <param name="kept">An instance of this id in one of these statuses stays; in any other it is replaced.</param>
    /// <param name="withFirstTurn">Stores the instance and its first turn at once where that can be. Not for whoever takes a turn
    /// already: turns that wait for turns could wait for ever.</param>
    /// <param name="cancellation">Cancels between the writes; the instance may exist then.</param>
    internal async Task<StartOutcome> StartAsync(
        InstanceRow row,
        string? input,
        IReadOnlyCollection<OrchestrationRuntimeStatus> kept,
        bool withFirstTurn,
        CancellationToken cancellation)
    {
        withFirstTurn &= row.StartAt is null && (row.Input is null || input is not null);
        while (true)
        {
            // The index first: an instance that nobody would look at again must not exist.
            var entry = await hub.Store.Due.LowerAsync(row.InstanceId, hub.Clock.Now, cancellation);
            if (withFirstTurn && await BeginAsync(row, input, entry) == BeginOutcome.Begun) return StartOutcome.Started;
            // Whatever it was, the second try is made step by step.
            withFirstTurn = false;
            if (await hub.Store.InsertAsync(row, cancellation) is { } inserted)
            {
                if (row.Input is null || input is not null) hub.Adopt(inserted, input, entry);
                else hub.Signal(row.InstanceId, recheckInbox: false, readAgain: true);
                return StartOutcome.Started;
            }

            if (await hub.Store.FindAsync(row.InstanceId, cancellation) is not { } existing) continue;
            if (existing.StartId == row.StartId) return StartOutcome.Started;
            if (kept.Contains(existing.Status)) return new StartOutcome(existing.Status);
            if (await TryReplaceAsync(existing, row, cancellation)) return StartOutcome.Started;
        }
    }

    private async Task<BeginOutcome> BeginAsync(InstanceRow row, string? input, DueEntry entry)
    {
        if (hub.Begin(row, input, entry) is not var (lane, begun)) return BeginOutcome.Declined;
        await using var patience = hub.Options.MachineTime.CreateTimer(_ => lane.LosePatience(), null, FirstTurnPatience, Timeout.InfiniteTimeSpan);
        return await begun;
    }

    private async Task<bool> TryReplaceAsync(InstanceRow existing, InstanceRow row, CancellationToken cancellation)
    {
        var commit = new TurnCommit(row with { Generation = Math.Max(row.Generation, existing.Generation + 1), ETag = existing.ETag });
        foreach (var message in (await hub.Store.InboxAsync(row.InstanceId, cancellation)).Messages) commit.Removed.Add(RowKeys.Inbox(message.MessageId!));
        // After the old instance was read: a host that clears up after it fences it first, and this commit then fails.
        await hub.Store.Due.LowerAsync(row.InstanceId, hub.Clock.Now, cancellation);
        try
        {
            await hub.Store.CommitAsync(commit, cancellation);
        }
        catch (TurnConflictException)
        {
            return false;
        }

        hub.Signal(row.InstanceId, recheckInbox: false, readAgain: true);
        return true;
    }
}
