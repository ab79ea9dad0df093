using System.Globalization;
using Azure;
using LocalDiplomacy.Workflows.Archive;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Disposal;
using LocalDiplomacy.Workflows.Evidence;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Lists;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.Storage;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Command = System.Func<System.Collections.Generic.IReadOnlyList<string>, System.IO.TextWriter, System.Threading.CancellationToken, System.Threading.Tasks.Task>;

namespace LocalDiplomacy.Workflows.Operators;

/// <summary>
/// The command "admin VERB": the operator's work on a store without the program, or on one in an account that the program uses at the
/// same time. It decides nothing about a case. It ends with 0; 1 where something cannot be done or does not hold; 2 where it was
/// misused; 3 where a comparison found differences.
/// </summary>
internal sealed class AdminCommand(IServiceProvider services)
{
    public const string Name = "admin";
    private const int MostShown = 50;

    public async Task RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken cancel)
    {
        var line = AdminLine.Read(arguments);
        var to = new AdminOutput(output, line.IsJson);
        try
        {
            await (line.Verb switch
            {
                "list" => ListAsync(line, to, cancel),
                "show" => ShowAsync(line, to, cancel),
                "nudge" => NudgeAsync(line, to, cancel),
                "retry" => RetryAsync(line, to, cancel),
                "verify" => VerifyAsync(line, to, output, cancel),
                "rebuild" => RebuildAsync(line, to, cancel),
                "purge" => PurgeAsync(line, to, cancel),
                "export" => OtherAsync(ArchiveCommands.Export, line, output, cancel),
                _ => OtherAsync(ArchiveCommands.Import, line, output, cancel),
            }).ConfigureAwait(false);
        }
        catch (RequestFailedException fault)
        {
            throw AdminLine.Refuse(StorageRefusal.Explain(fault) ?? $"Storage refuses: {fault.Message.Split('\n')[0]}");
        }
    }

    private async Task ListAsync(AdminLine line, AdminOutput to, CancellationToken cancel)
    {
        var (query, limit) = (line.Query(), Math.Max(1, line.Number("--limit", MostShown, 100_000)));
        await Get<CaseIndex>().EnsureWholeAsync(cancel).ConfigureAwait(false);
        var found = Find(await Get<CaseIndex>().ReadAsync(cancel).ConfigureAwait(false), query, line.Text("--cursor"), limit);
        await to.JsonAsync(found).ConfigureAwait(false);
        to.Table(
            Invariant($"{found.Items.Count} of {found.Total}"), ["id", "title", "office", "embassy", "stage", "waits on", "since", "due", "late"],
            found.Items.Select(row => (IReadOnlyList<string?>)
            [
                row.Id.Value, Short(row.Title.In(Language.Korean)), row.Office.Value, row.Mission.Value, row.Stage.ToString(), row.WaitedOn.ToString(), Day(row.Since), Day(row.NextDue), row.Overdue ? "late" : "",
            ]));
        if (found.Next is { } next) to.Say($"More with --cursor {next}");
    }

    private static FoundCases Find(IndexView view, CaseQuery query, string? cursor, int limit)
    {
        try
        {
            return view.Find(query, cursor, limit);
        }
        catch (BadCursorException)
        {
            throw AdminLine.Refuse("Option '--cursor' needs what a list before named.", AdminLine.Misused);
        }
    }

    private async Task ShowAsync(AdminLine line, AdminOutput to, CancellationToken cancel)
    {
        var mou = await ExpectAsync(line.One("the id of one case: admin show ID"), cancel).ConfigureAwait(false);
        var row = Summary.Of(mou);
        var events = await Get<CasePartition>().EventsAsync(mou.Id, 1, int.MaxValue, cancel).ConfigureAwait(false);
        var left = await Get<MouCases>().LeftToDoAsync(mou.Id, cancel).ConfigureAwait(false);
        var nudges = await Get<Nudges>().OfCaseAsync(mou.Id, cancel).ConfigureAwait(false);
        var mails = await Get<MailLedger>().OfCaseAsync(mou.Id, cancel).ConfigureAwait(false);
        await to.JsonAsync(new
        {
            Case = row,
            Events = events.Select(one => new { one.Number, one.At, By = Names(one.By), What = one.Event.GetType().Name }),
            LeftToDo = left,
            Nudges = nudges.Select(one => one.At),
            Mails = mails.Select(mail => new { mail.Id, mail.Kind, To = mail.To.Masked, mail.State, mail.QueuedAt }),
        }).ConfigureAwait(false);
        to.Table(row.Title.In(Language.Korean), ["", ""],
        [
            ["id", mou.Id.Value], ["stage", row.Stage.ToString()], ["waits on", row.WaitedOn.ToString()], ["since", Day(row.Since)], ["due", Day(row.NextDue)], ["office", row.Office.Value], ["embassy", row.Mission.Value],
            ["version", Invariant($"{mou.Version}")], ["left to do", left.Count == 0 ? "nothing" : string.Join(", ", left)], ["nudges", nudges.Count == 0 ? "none" : string.Join(", ", nudges.Select(one => Time(one.At)))],
        ]);
        to.Table("Events", ["", "at", "by", "what"], events.Select(one => (IReadOnlyList<string?>)[Invariant($"{one.Number}"), Time(one.At), Names(one.By), one.Event.GetType().Name]));
        if (mails.Count > 0) to.Table("Mails", ["kind", "to", "state", "queued"], mails.Select(mail => (IReadOnlyList<string?>)[mail.Kind?.ToString() ?? "code", mail.To.Masked, mail.State.ToString(), Time(mail.QueuedAt)]));
    }

    /// <summary>A nudge is a row: the program that runs on this store finds it within a minute, and one that starts finds it at once.</summary>
    private async Task NudgeAsync(AdminLine line, AdminOutput to, CancellationToken cancel)
    {
        IReadOnlyList<MouId> ids = line.Has("--waiting-cases")
            ? [.. (await Get<Nudges>().WaitingAsync(cancel).ConfigureAwait(false)).Select(one => one.Id)]
            : line.About.Count > 0 ? [.. line.About.Select(id => new MouId(id))] : throw AdminLine.Refuse("'admin nudge' needs ids of cases, or --waiting-cases.", AdminLine.Misused);
        foreach (var id in ids) await Get<Nudges>().ExpectAsync(id, (await ExpectAsync(id.Value, cancel).ConfigureAwait(false)).Version, cancel).ConfigureAwait(false);
        await to.JsonAsync(new { Nudged = ids }).ConfigureAwait(false);
        to.Say(Invariant($"{ids.Count} nudged. The program looks at them within a minute, or when it starts."));
    }

    private async Task RetryAsync(AdminLine line, AdminOutput to, CancellationToken cancel)
    {
        var mou = await ExpectAsync(line.One("the id of one case: admin retry ID"), cancel).ConfigureAwait(false);
        var left = await Get<MouCases>().LeftToDoAsync(mou.Id, cancel).ConfigureAwait(false);
        if (left.Count == 0) throw AdminLine.Refuse($"Everything of {mou.Id} is carried out: there is nothing to try again.");
        await Get<Nudges>().ExpectAsync(mou.Id, mou.Version, cancel).ConfigureAwait(false);
        await to.JsonAsync(new { mou.Id, LeftToDo = left }).ConfigureAwait(false);
        to.Say(Invariant($"{left.Count} to be tried again: {string.Join(", ", left)}. The program does so within a minute, or when it starts."));
    }

    private async Task VerifyAsync(AdminLine line, AdminOutput to, TextWriter output, CancellationToken cancel)
    {
        if (line.About is [var file] && File.Exists(file))
        {
            await OtherAsync(VerifyCommand.Name, line, output, cancel).ConfigureAwait(false);
            return;
        }

        IReadOnlyList<MouId> ids = line.About.Count > 0 ? [.. line.About.Select(id => new MouId(id))] : await Get<CasePartition>().AllAsync(cancel).ConfigureAwait(false);
        var faults = await to.ProgressAsync("Looking at cases", async progress =>
        {
            var found = new List<CaseFault>();
            foreach (var (done, id) in ids.Index())
            {
                found.AddRange(await Get<CaseCheck>().RunAsync(id, cancel).ConfigureAwait(false));
                progress(done + 1, ids.Count);
            }

            return found;
        }).ConfigureAwait(false);
        await to.JsonAsync(new { Cases = ids.Count, Faults = faults }).ConfigureAwait(false);
        if (faults.Count > 0) to.Table("What does not hold", ["case", "what"], faults.Take(MostShown).Select(fault => (IReadOnlyList<string?>)[fault.Mou.Value, fault.What]));
        if (faults.Count > 0) throw AdminLine.Refuse(Invariant($"{faults.Select(fault => fault.Mou).Distinct().Count()} of {ids.Count} cases do not hold."));
        to.Say(Invariant($"Everything holds in {ids.Count} cases."));
    }

    private async Task RebuildAsync(AdminLine line, AdminOutput to, CancellationToken cancel)
    {
        var isCheck = line.Has("--check");
        var rebuilt = await to.ProgressAsync("Replaying cases", progress => Get<ListsRebuild>().RunAsync(!isCheck, progress, cancel)).ConfigureAwait(false);
        await to.JsonAsync(rebuilt).ConfigureAwait(false);
        if (rebuilt.Differences.Count > 0)
            to.Table("Differences", ["list", "of", "what"], rebuilt.Differences.Take(MostShown).Select(one => (IReadOnlyList<string?>)[one.List, one.Of, one.What]));
        if (rebuilt.Differences.Count > 0 && isCheck) throw AdminLine.Refuse(Invariant($"{rebuilt.Differences.Count} differences in the lists of {rebuilt.Cases} cases; nothing was changed."), AdminLine.Differences);
        to.Say(rebuilt.Differences.Count == 0 ? Invariant($"The lists of {rebuilt.Cases} cases say what their events say.") : Invariant($"{rebuilt.Differences.Count} differences in the lists of {rebuilt.Cases} cases were mended."));
    }

    private async Task PurgeAsync(AdminLine line, AdminOutput to, CancellationToken cancel)
    {
        var (days, most, isDry) = (line.Number("--older-than", (int)HistoryPurge.KeptFor.TotalDays, 36_500), line.Number("--most", HistoryPurge.Most, int.MaxValue), line.Has("--dry-run"));
        var engine = services.GetService<Func<DurableTaskClient>>()?.Invoke() ?? throw AdminLine.Refuse("There is no engine here whose histories could be purged.");
        var purged = await to.ProgressAsync("Purging histories", progress =>
            Get<HistoryPurge>().RunAsync(engine, TimeSpan.FromDays(days), most, isDry, count => progress(count, most), cancel)).ConfigureAwait(false);
        if (!isDry && purged.Count > 0) await Get<Erasures>().AddAsync(new(purged.Before.AddDays(days), "histories", purged.Count, Invariant($"ended more than {days} days ago")), cancel).ConfigureAwait(false);
        IReadOnlyList<Erasure> others = isDry ? [] : await Get<RetentionRun>().RunOthersAsync(cancel).ConfigureAwait(false);
        await to.JsonAsync(new { purged.Count, purged.Before, purged.IsWhole, DryRun = isDry, Others = others }).ConfigureAwait(false);
        to.Say(Invariant($"{purged.Count} histories that ended before {Time(purged.Before)} {(isDry ? "would go" : "are gone")}{(purged.IsWhole ? "" : ", and there are more: run it again")}."));
        foreach (var other in others) to.Say(Invariant($"{other.Count} of {other.What}: {other.Rule}."));
    }

    private async Task OtherAsync(string command, AdminLine line, TextWriter output, CancellationToken cancel) =>
        await services.GetRequiredKeyedService<Command>(command)([.. line.About], output, cancel).ConfigureAwait(false);

    private async Task<Mou> ExpectAsync(string id, CancellationToken cancel) =>
        await Get<MouCases>().FindAsync(new MouId(id), cancel).ConfigureAwait(false) ?? throw AdminLine.Refuse($"There is no case {id}.");

    private T Get<T>() where T : notnull => services.GetRequiredService<T>();

    private static string Names(Actor by) => by switch
    {
        Actor.OfficeMember member => $"{member.Office} {member.Role}",
        Actor.ApiClient client => $"{client.Office} {client.Label}",
        Actor.EmbassyOfficer officer => $"embassy {officer.Mission}",
        Actor.AssociationMember member => $"association {member.Role}",
        _ => by.GetType().Name,
    };

    private static string Short(string title) => title.Length <= 60 ? title : title[..59] + "…";

    private static string? Day(DateTimeOffset? at) => at is { } moment ? SeoulTime.DayOf(moment).ToString("O", CultureInfo.InvariantCulture) : null;

    private static string Time(DateTimeOffset at) => SeoulTime.At(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
