using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.Orchestrations;
using LocalDiplomacy.Workflows.SignIn;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Workflows.Alerts;

/// <summary>
/// Tells the association's administrators, and the program that the webhook names, of alerts: once when they are found and once when
/// the last of them is closed. What is found together is told together, and of each sort no more often than once an hour. Cut off
/// anywhere the next run goes on: messages have names, and none is made twice.
/// </summary>
public sealed class AlertNews(AlertBook book, NoticeBook notices, PersonRegister people, MailLedger mails, AlertWebhook webhook, TimeProvider time)
{
    private static readonly TimeSpan AtMostEvery = TimeSpan.FromHours(1);

    /// <returns>When each sort of thing was last told.</returns>
    internal async Task<IReadOnlyDictionary<string, DateTimeOffset>> TellAsync(
        IReadOnlyList<Alert> open, IReadOnlyDictionary<string, DateTimeOffset> told, DurableTaskClient engine, CancellationToken cancel)
    {
        var (marked, now) = (new List<Alert>(), time.GetUtcNow());
        var next = told.Where(one => one.Value > now - AtMostEvery).ToDictionary();
        // Whoever acknowledged it knows of it.
        foreach (var same in open.Where(alert => alert is { Notice: null, Acknowledgements.Count: 0 }).GroupBy(alert => alert.NewsKey).Where(same => next.TryAdd(same.Key, now)))
        {
            var notice = AlertRows.KeyOf(now, Storage.Secret.NewName()[..12]);
            foreach (var alert in same)
                if (await book.ChangeAsync(alert, one => one with { Notice = notice }, cancel).ConfigureAwait(false) is { } changed) marked.Add(changed);
        }

        var standing = open.Where(alert => marked.All(one => one.Id != alert.Id)).Concat(marked).Where(alert => alert.Notice is not null).ToLookup(alert => alert.Notice!);
        foreach (var ofNotice in standing) await notices.MakeAsync(ofNotice.Key, [.. ofNotice], now, cancel).ConfigureAwait(false);
        foreach (var one in await notices.UnderWayAsync(cancel).ConfigureAwait(false)) await GoOnAsync(one, standing.Contains(one.Notice.Id), engine, cancel).ConfigureAwait(false);
        return next;
    }

    private async Task GoOnAsync(StandingNotice standing, bool isOpen, DurableTaskClient engine, CancellationToken cancel)
    {
        var notice = standing.Notice;
        if (!standing.IsTold)
        {
            await TellAsync(notice, isClosed: false, engine, cancel).ConfigureAwait(false);
            await notices.NoteToldAsync(notice.Id, cancel).ConfigureAwait(false);
        }

        if (isOpen) return;
        await notices.CloseAsync(notice.Id, cancel).ConfigureAwait(false);
        await TellAsync(notice, isClosed: true, engine, cancel).ConfigureAwait(false);
        await notices.EndAsync(notice.Id, cancel).ConfigureAwait(false);
    }

    private async Task TellAsync(AlertNotice notice, bool isClosed, DurableTaskClient engine, CancellationToken cancel)
    {
        if (webhook.IsSet) await Dispatcher.DeliverAsync(new AlertDeliveryInput(notice.Id, isClosed), engine, cancel).ConfigureAwait(false);
        foreach (var person in (await people.OfOfficeAsync(null, cancel).ConfigureAwait(false)).Where(person => person.Role == PersonRole.Administrator))
        {
            var occasion = new MailOccasion.AboutAlert(notice.Id, isClosed, person.Name, person.Language);
            var mail = await mails.QueueAsync(MailLedger.Alerts, $"{notice.Id}-{(isClosed ? "closed" : "opened")}-{person.Id}", person.Address, occasion, cancel).ConfigureAwait(false);
            await Dispatcher.DeliverAsync(mail, engine, cancel).ConfigureAwait(false);
        }
    }
}
