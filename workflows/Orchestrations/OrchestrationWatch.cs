using System.Collections.Concurrent;
using LocalDiplomacy.Workflows.Alerts;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Lists;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.Observability;
using LocalDiplomacy.Workflows.Storage;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Workflows.Orchestrations;

/// <summary>
/// Every few minutes: finds cases whose orchestration is missing, failed or stuck, mends what can be mended, and keeps the alerts: one
/// for each cause, closed when it is well again. Its work is bounded: cases that something is known of, and the next piece of all
/// living ones. Nobody asks the engine for all instances. Late, twice or cut off: the next run finds the same.
/// </summary>
public sealed class OrchestrationWatch(
    AlertBook alerts, AlertNews news, CaseLook look, MailLook mails, IndexSweep sweep, OrchestrationSightings sightings, Nudges nudges, StoreOutage outage, Tables tables, TimeProvider time)
{
    /// <summary>Living cases of one run: 30,000 are looked at in somewhat more than four hours.</summary>
    internal const int MostSwept = 600;

    private const int MostEntries = 4000;
    private const int AtOnce = 8;

    /// <param name="parts">The program's parts by name, and whether they are well; empty: nobody asked.</param>
    public async Task RunAsync(DurableTaskClient engine, IReadOnlyDictionary<string, bool> parts, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(parts);
        await outage.WatchAsync(() => LookAsync(engine, parts, cancel), cancel).ConfigureAwait(false);
    }

    private async Task LookAsync(DurableTaskClient engine, IReadOnlyDictionary<string, bool> parts, CancellationToken cancel)
    {
        var state = await WatchState.ReadAsync(tables, cancel).ConfigureAwait(false);
        var open = await alerts.OpenAsync(cancel).ConfigureAwait(false);
        await LookAtPartsAsync(parts, state, open, cancel).ConfigureAwait(false);
        SweptCases? swept = null;
        Exception? fault = null;
        try
        {
            var next = await sweep.NextAsync(state.Shard, state.Number, MostSwept, MostEntries, cancel).ConfigureAwait(false);
            await LookAtCasesAsync(next.Ids, open, engine, cancel).ConfigureAwait(false);
            await LookAtMailsAsync(open, next.Ids, engine, cancel).ConfigureAwait(false);
            swept = next;
        }
        catch (Exception away) when (away is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            // Where the engine does not answer, that is what must be told; the cursor stays.
            fault = away;
        }

        var now = await alerts.OpenAsync(cancel).ConfigureAwait(false);
        Counts.AlertsOpen(now.Count);
        var told = await news.TellAsync(now, state.Told, engine, cancel).ConfigureAwait(false);
        var after = swept is null ? state : After(state, swept);
        await (after with { Told = told, Unwell = [.. parts.Where(part => !part.Value).Select(part => part.Key)] }).WriteAsync(tables, cancel).ConfigureAwait(false);
        if (fault is not null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(fault);
    }

    private WatchState After(WatchState before, SweptCases swept)
    {
        var began = before.RoundBeganAt ?? time.GetUtcNow();
        return before with { Shard = swept.Shard, Number = swept.Number, RoundBeganAt = swept.IsRound ? null : began, RoundEndedAt = swept.IsRound ? time.GetUtcNow() : before.RoundEndedAt };
    }

    private async Task LookAtCasesAsync(IReadOnlyList<MouId> swept, IReadOnlyList<Alert> open, DurableTaskClient engine, CancellationToken cancel)
    {
        var byCase = open.Where(alert => alert.Mou is not null && alert.Kind != AlertKind.MailGivenUp).ToLookup(alert => alert.Mou!.Value);
        var seen = await sightings.AllAsync(cancel).ConfigureAwait(false);
        var late = (await nudges.SurveyAsync(cancel).ConfigureAwait(false)).Longest.Select(one => one.Id);
        var ids = swept.Concat(byCase.Select(some => some.Key)).Concat(seen.Keys.Where(IsCase)).Concat(late).Distinct();
        var found = new ConcurrentBag<CaseFinding>();
        await Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (id, stop) =>
            found.Add(await look.RunAsync(id, byCase[id].FirstOrDefault(), engine, stop).ConfigureAwait(false))).ConfigureAwait(false);
        var room = Enum.GetValues<AlertKind>().ToDictionary(kind => kind, kind => AlertBook.MostOfKind - open.Count(alert => alert.Kind == kind));
        foreach (var former in seen.Keys.Where(id => !IsCase(id))) await sightings.NoteAsync(former, OrchestrationStanding.Running, cancel).ConfigureAwait(false);
        foreach (var one in found)
        {
            if (one.Seen is { } standing && seen.GetValueOrDefault(one.Id, OrchestrationStanding.Running) != standing) await sightings.NoteAsync(one.Id, standing, cancel).ConfigureAwait(false);
            await KeepAsync(one, [.. byCase[one.Id]], room, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>What is found is open, and nothing else of the case is.</summary>
    private async Task KeepAsync(CaseFinding found, IReadOnlyList<Alert> open, Dictionary<AlertKind, int> room, CancellationToken cancel)
    {
        foreach (var other in open.Where(alert => alert.Kind != found.Kind))
            await alerts.CloseAsync(other, found.IsOver ? AlertEnd.Over : other.Tries > 0 ? AlertEnd.TriedAgain : AlertEnd.WellAgain, cancel).ConfigureAwait(false);
        if (found.Kind is not { } kind) return;
        var now = time.GetUtcNow();
        if (open.FirstOrDefault(alert => alert.Kind == kind) is { } there)
        {
            if (found.WasTried) await alerts.ChangeAsync(there, alert => alert with { Tries = alert.Tries + 1, TriedAt = now, Detail = found.Detail ?? alert.Detail }, cancel).ConfigureAwait(false);
        }
        else if (room[kind]-- > 0)
        {
            await alerts.OpenAsync(
                kind, found.Id.Value,
                alert => alert with { Mou = found.Id, Title = found.Title, Detail = found.Detail, Tries = found.WasTried ? 1 : 0, TriedAt = found.WasTried ? now : null }, cancel).ConfigureAwait(false);
        }
    }

    private async Task LookAtMailsAsync(IReadOnlyList<Alert> open, IReadOnlyList<MouId> swept, DurableTaskClient engine, CancellationToken cancel)
    {
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel };
        await Parallel.ForEachAsync(open.Where(alert => alert.Kind == AlertKind.MailGivenUp), atOnce, async (alert, stop) =>
        {
            if (await mails.RunAsync(alert, stop).ConfigureAwait(false) is { } end) await alerts.CloseAsync(alert, end, stop).ConfigureAwait(false);
        }).ConfigureAwait(false);
        string[] ledgers = [.. swept.Select(id => id.Value), MailLedger.Contacts, MailLedger.Alerts];
        await Parallel.ForEachAsync(ledgers, atOnce, async (ledger, stop) => await mails.StartAgainAsync(ledger, engine, stop).ConfigureAwait(false)).ConfigureAwait(false);
    }

    /// <summary>Twice unwell is an alert; well again closes it. Of a part that nobody asked nothing is known.</summary>
    private async Task LookAtPartsAsync(IReadOnlyDictionary<string, bool> parts, WatchState state, IReadOnlyList<Alert> open, CancellationToken cancel)
    {
        foreach (var (part, isWell) in parts)
            if (!isWell && state.Unwell.Contains(part)) await alerts.OpenAsync(AlertKind.PartUnwell, part, alert => alert, cancel).ConfigureAwait(false);
            else if (isWell && open.FirstOrDefault(alert => alert.Kind == AlertKind.PartUnwell && alert.Subject == part) is { } there)
                await alerts.CloseAsync(there, AlertEnd.WellAgain, cancel).ConfigureAwait(false);
    }

    /// <summary>Sightings of mails' deliveries are of a former time.</summary>
    private static bool IsCase(MouId id) => !id.Value.StartsWith("mail-", StringComparison.Ordinal);
}
