using Azure;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Lists;
using LocalDiplomacy.Workflows.Orchestrations;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Workflows.Cases;

/// <summary>
/// Every MOU: reads its partition, decides commands on it and commits what they change. The answer stands when the commit
/// does; what follows from it (lists, mails) is carried out by the case's orchestration.
/// </summary>
public sealed class MouCases(CasePartition partition, CaseLists lists, Dispatcher dispatcher, CommandLoop loop)
{
    public async Task<Mou?> FindAsync(MouId id, CancellationToken cancel = default) =>
        (await partition.FindAsync(id, cancel).ConfigureAwait(false))?.Mou;

    /// <summary>All events, oldest first; none for an MOU that is not there.</summary>
    public Task<IReadOnlyList<RecordedEvent>> HistoryAsync(MouId id, CancellationToken cancel = default) =>
        partition.EventsAsync(id, 1, int.MaxValue, cancel);

    /// <summary>The last so many events that led to this state, oldest first.</summary>
    public Task<IReadOnlyList<RecordedEvent>> NewestAsync(Mou mou, int count, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(mou);
        return partition.EventsAsync(mou.Id, Math.Max(1, mou.Version - count + 1), mou.Version, cancel);
    }

    /// <summary>What follows from changes and was not carried out yet, by name; none when the case's orchestration has done its work.</summary>
    public async Task<IReadOnlyList<string>> LeftToDoAsync(MouId id, CancellationToken cancel = default) =>
        [.. (await partition.EffectsAsync(id, cancel).ConfigureAwait(false)).Select(effect => effect.Name)];

    /// <summary>
    /// Decides and commits. A second call with the same key answers as the first did and changes nothing, also where the
    /// first call's answer was lost.
    /// </summary>
    /// <exception cref="CaseIsBusyException">Nothing was changed: ask again.</exception>
    /// <exception cref="RequestFailedException">Storage is away. Whether the change was made shows when the call is repeated with the same key.</exception>
    public async Task<CommandResult> CarryOutAsync(MouRequest request, DurableTaskClient engine, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var result = await loop.RunAsync(request, cancel).ConfigureAwait(false);
        if (result is CommandResult.Done { New.Count: > 0 } done)
        {
            // From here on the change stands, whoever goes away.
            await lists.TryWriteAsync(done.Mou).ConfigureAwait(false);
            // One that an administrator stopped would only take it for later, or be started against their will; and what they
            // are about to do to it (StepIn) comes first.
            if (done.Mou.Stop is null && !done.New.Any(recorded => recorded.Event is MouEvent.OrchestrationIntervened)) await dispatcher.NudgeAsync(request.Id, engine, CancellationToken.None).ConfigureAwait(false);
        }

        return result;
    }

    /// <summary>The id of the MOU that a creation under this key makes: the same key gives the same MOU.</summary>
    public static MouId IdFor(string principal, string idempotencyKey) => new(CommandKey.From(principal, idempotencyKey, "").Name[..24]);
}
