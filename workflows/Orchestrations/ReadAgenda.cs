using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Observability;

namespace LocalDiplomacy.Workflows.Orchestrations;

/// <summary>What there is to be done for a case.</summary>
/// <param name="Effects">By their names; those that wait for their reader's working day are not among them yet.</param>
/// <param name="NextDue">When time next brings something about, or an effect that waits is to be carried out.</param>
/// <param name="IsDue">By the clock of whoever read it: it does now.</param>
/// <param name="IsOver">The case is at its end, or never began.</param>
public sealed record CaseAgenda(IReadOnlyList<string> Effects, DateTimeOffset? NextDue, bool IsDue, bool IsOver);

/// <summary>
/// Reads what a case's partition says, and settles the nudges that this reading answers. Safe to run twice: a nudge is
/// settled only where no effect is left of its change.
/// </summary>
public sealed class ReadAgenda(CasePartition partition, Nudges nudges, CaseWork work, TimeProvider time)
{
    public async Task<CaseAgenda> RunAsync(MouCaseInput input, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        Counts.Turned();
        var startedAt = time.GetUtcNow();
        var id = new MouId(input.MouId);
        // In this order: a nudge that is written after it was read here waits for the next reading.
        var waiting = await nudges.OfCaseAsync(id, cancel).ConfigureAwait(false);
        var mou = (await partition.FindAsync(id, cancel).ConfigureAwait(false))?.Mou;
        var left = await partition.EffectsAsync(id, cancel).ConfigureAwait(false);
        var (effects, held) = Parted([.. left.Where(effect => effect.Kind != EffectKind.Orchestration)], time.GetUtcNow());
        // A step of an administrator is not the orchestration's to take; the nudge stays until it was.
        if (effects.Count == 0 && left.All(effect => effect.Kind != EffectKind.Orchestration)) await nudges.SettleAsync(waiting, mou?.Version ?? 0, cancel).ConfigureAwait(false);
        if (mou is null) return new([], null, IsDue: false, IsOver: true);

        var next = WhatFellDue.Next(mou);
        if (effects.Count == 0) await work.LookedAsync(id, mou.Version, startedAt, next < held || held is null ? next : held).ConfigureAwait(false);
        return new([.. effects.Select(effect => effect.Name)], next < held || held is null ? next : held, next <= time.GetUtcNow(), mou.Stage.IsEnd && held is null);
    }

    /// <summary>What can be carried out now, and when the first of the others can be.</summary>
    private static (IReadOnlyList<Effect> Now, DateTimeOffset? Held) Parted(IReadOnlyList<Effect> all, DateTimeOffset now) =>
        ([.. all.Where(effect => !(effect.NotBefore > now))], all.Where(effect => effect.NotBefore > now).Min(effect => effect.NotBefore));
}
