using LocalDiplomacy.Workflows.Alerts;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Mail;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Workflows.Orchestrations;

/// <summary>Whether a mail that was given up went out after all, or nobody needs it any more.</summary>
public sealed class MailLook(MailLedger mails, CasePartition partition, TimeProvider time)
{
    /// <summary>A delivery comes to its end within a day, and where its end cannot be recorded it goes on for three.</summary>
    private static readonly TimeSpan StuckAfter = TimeSpan.FromHours(26);

    /// <summary>A mail's name in alerts.</summary>
    internal static string SubjectOf(MailDeliveryInput mail) => $"{mail.Ledger}|{mail.MailId}";

    /// <returns>Null: it stands as it was.</returns>
    internal async Task<AlertEnd?> RunAsync(Alert alert, CancellationToken cancel)
    {
        var name = alert.Subject.Split('|', 2);
        if (name.Length != 2 || await mails.FindAsync(new(name[0], name[1]), cancel).ConfigureAwait(false) is not { } mail) return AlertEnd.Over;
        if (mail.State == MailState.Queued) return null;
        if (mail.State != MailState.GivenUp) return mail.State == MailState.Obsolete ? AlertEnd.Over : AlertEnd.WellAgain;
        // Nothing mends a mail by itself: whoever saw to it another way says so.
        if (alert.Acknowledgements.Count > 0) return AlertEnd.Settled;
        return alert.Mou is { } mou && await HasEndedAsync(mou, cancel).ConfigureAwait(false) ? AlertEnd.Over : null;
    }

    /// <summary>Mails that wait for a delivery that does not run any more get another one.</summary>
    internal async Task StartAgainAsync(string ledger, DurableTaskClient engine, CancellationToken cancel)
    {
        foreach (var mail in await mails.QueuedBeforeAsync(ledger, time.GetUtcNow() - StuckAfter, cancel).ConfigureAwait(false))
            await Dispatcher.DeliverAgainAsync(mail.Input with { IsShortLived = mail.Occasion.IsShortLived }, mail.Reopened, engine, cancel).ConfigureAwait(false);
    }

    private async Task<bool> HasEndedAsync(Lifecycle.MouId mou, CancellationToken cancel)
    {
        try
        {
            return (await partition.FindAsync(mou, cancel).ConfigureAwait(false))?.Mou.Stage.IsEnd ?? true;
        }
        catch (Exception unreadable) when (unreadable is System.Text.Json.JsonException or BrokenCaseException or Lifecycle.ImpossibleEventException)
        {
            return false;
        }
    }
}
