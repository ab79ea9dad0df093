using LocalDiplomacy.Workflows.Alerts;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Mail;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Workflows.Orchestrations;

/// <summary>A mail that the service did not take.</summary>
/// <param name="Why">One of this type's words, for records; people get a sentence.</param>
public sealed record GivenUpMail(MailDeliveryInput Mail, string Why)
{
    public const string Refused = "refused";
    public const string NotTakenInTime = "not-taken-in-time";
}

/// <summary>Records that a mail was given up and reports it to its case. Safe to run twice: the report has a key.</summary>
public sealed class GiveUpMail(MailLedger ledger, MouCases cases, AlertBook alerts)
{
    public async Task RunAsync(GivenUpMail input, DurableTaskClient engine, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (await ledger.FindAsync(input.Mail, cancel).ConfigureAwait(false) is not { } mail) return;
        if (await ledger.CloseAsync(input.Mail, MailState.GivenUp, cancel).ConfigureAwait(false) != MailState.GivenUp) return;
        await AlertAsync(input, mail, cancel).ConfigureAwait(false);
        // A report of a report that did not arrive would not arrive either, and so on for ever.
        if (mail.Occasion is not MailOccasion.AboutCase { Kind: not MailKind.OfficeToldOfUndeliveredMail } about) return;

        var report = UndeliveredMails.ReportOf(mail, about, input.Why);
        // Given up again after somebody sent it again is another report.
        var key = CommandKey.From("mail-service", mail.Reopened == 0 ? input.Mail.MailId : $"{input.Mail.MailId}|{mail.Reopened}", input.Why);
        await cases.CarryOutAsync(new(about.Mou, report, new Actor.MailService(), key), engine, cancel).ConfigureAwait(false);
    }

    /// <summary>A code is asked for anew by whoever needs it; an alert about a mail of an alert would be the next of them.</summary>
    private async Task AlertAsync(GivenUpMail input, QueuedMail mail, CancellationToken cancel)
    {
        if (mail.Occasion.IsShortLived || mail.Occasion is MailOccasion.AboutAlert || !await alerts.HasRoomAsync(AlertKind.MailGivenUp, cancel).ConfigureAwait(false)) return;
        MouId? mou = mail.Occasion switch { MailOccasion.AboutCase about => about.Mou, MailOccasion.AboutMessage about => about.Mou, _ => null };
        var title = mou is { } id ? (await cases.FindAsync(id, cancel).ConfigureAwait(false))?.Particulars.Title : null;
        await alerts.OpenAsync(AlertKind.MailGivenUp, MailLook.SubjectOf(input.Mail), alert => alert with { Mou = mou, Title = title, Detail = input.Why }, cancel).ConfigureAwait(false);
    }
}
