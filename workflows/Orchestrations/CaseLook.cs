using System.Text.Json;
using LocalDiplomacy.Workflows.Alerts;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Lists;
using Microsoft.DurableTask.Client;
using static Microsoft.DurableTask.Client.OrchestrationRuntimeStatus;

namespace LocalDiplomacy.Workflows.Orchestrations;

/// <summary>
/// Looks whether a case is being looked after, and does about it what can be done: an orchestration that is missing or failed is
/// started, effects that nobody was told of get their nudge. What an administrator stopped is left alone. Again: harmless.
/// </summary>
public sealed class CaseLook(CasePartition partition, Nudges nudges, CaseWork work, Dispatcher dispatcher, TimeProvider time)
{
    /// <param name="open">The alert about the case that is open, if there is one: it says how often something was tried.</param>
    internal async Task<CaseFinding> RunAsync(MouId id, Alert? open, DurableTaskClient engine, CancellationToken cancel)
    {
        try
        {
            if ((await partition.FindAsync(id, cancel).ConfigureAwait(false))?.Mou is not { } mou) return new(id) { IsOver = true, Seen = OrchestrationStanding.Completed };
            var left = await partition.EffectsAsync(id, cancel).ConfigureAwait(false);
            return await RunAsync(mou, left, open, engine, cancel).ConfigureAwait(false) with { Title = mou.Particulars.Title, IsOver = mou.Stage.IsEnd && left.Count == 0 };
        }
        catch (Exception unreadable) when (unreadable is JsonException or NotSupportedException or FormatException or ArgumentException or ImpossibleEventException or BrokenCaseException)
        {
            return new(id, AlertKind.CaseUnreadable, unreadable.GetType().Name);
        }
    }

    private async Task<CaseFinding> RunAsync(Mou mou, IReadOnlyList<Effect> left, Alert? open, DurableTaskClient engine, CancellationToken cancel)
    {
        var instance = await engine.GetInstanceAsync(mou.Id.Value, cancel).ConfigureAwait(false);
        var seen = new CaseFinding(mou.Id) { Seen = StandingOf(instance?.RuntimeStatus, mou) };
        // Whoever stopped it knows, and the case says who and why.
        if (mou.Stop is not null || (mou.Stage.IsEnd && left.Count == 0)) return seen;
        var told = await nudges.OfCaseAsync(mou.Id, cancel).ConfigureAwait(false);
        var isLate = told.Any(nudge => nudge.At <= time.GetUtcNow() - Nudges.OverdueAfter);
        var mayTry = open is null || open.MayBeTried(time.GetUtcNow());
        return instance?.RuntimeStatus switch
        {
            Failed => await StartAsync(seen with { Kind = AlertKind.OrchestrationFailed, Detail = instance.FailureDetails?.ErrorType }, mayTry, engine, cancel).ConfigureAwait(false),
            Suspended => seen with { Kind = AlertKind.OrchestrationStopped },
            // Within moments of a decision it is on its way, and each minute somebody looks.
            null or Completed or Terminated when told.Count > 0 && !isLate => seen with { Seen = null },
            null or Completed or Terminated => await StartAsync(seen with { Kind = AlertKind.OrchestrationMissing }, mayTry, engine, cancel).ConfigureAwait(false),
            _ => await EffectsAsync(mou, left, seen, told.Count > 0, isLate, engine, cancel).ConfigureAwait(false),
        };
    }

    private async Task<CaseFinding> EffectsAsync(Mou mou, IReadOnlyList<Effect> left, CaseFinding seen, bool isTold, bool isLate, DurableTaskClient engine, CancellationToken cancel)
    {
        var now = left.Any(effect => !(effect.NotBefore > time.GetUtcNow()));
        if (now && !isTold)
        {
            // Nobody would have found it: from here on the minute's timer does, until it is settled.
            await nudges.ExpectAsync(mou.Id, mou.Version, cancel).ConfigureAwait(false);
            await dispatcher.NudgeAsync(mou.Id, engine, cancel).ConfigureAwait(false);
        }

        return isLate ? seen with { Kind = AlertKind.EffectsLeft, Detail = await ErrorAsync(mou.Id, cancel).ConfigureAwait(false), WasTried = true } : seen;
    }

    private async Task<string?> ErrorAsync(MouId id, CancellationToken cancel) =>
        (await work.OfCaseAsync(id, cancel).ConfigureAwait(false)).LastOrDefault(one => one is { Kind: WorkKind.Effect, Error: not null })?.Error;

    private async Task<CaseFinding> StartAsync(CaseFinding found, bool mayTry, DurableTaskClient engine, CancellationToken cancel)
    {
        // A start under the case's id takes the place of whatever has ended there.
        if (mayTry) await dispatcher.NudgeAsync(found.Id, engine, cancel).ConfigureAwait(false);
        return found with { WasTried = mayTry };
    }

    private static OrchestrationStanding StandingOf(OrchestrationRuntimeStatus? status, Mou mou) => status switch
    {
        Failed => OrchestrationStanding.Failed,
        Suspended => OrchestrationStanding.Suspended,
        Terminated => OrchestrationStanding.Terminated,
        null when !mou.Stage.IsEnd => OrchestrationStanding.Missing,
        _ => OrchestrationStanding.Running,
    };
}
