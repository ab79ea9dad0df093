using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Workflows.Mail.Reports;

/// <summary>
/// Takes the mail service's reports: the mail's row says how far it came, an arrival starts the reader's clock, and what came back
/// is reported to its case. A report that comes twice, late or out of order moves nothing twice and nothing back.
/// </summary>
public sealed class TakeMailReports(MailLedger ledger, MouCases cases, TimeProvider time)
{
    public const string CameBack = "came-back";

    /// <returns>How many told of a mail of ours.</returns>
    public async Task<int> RunAsync(IReadOnlyList<MailReport> reports, DurableTaskClient engine, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(reports);
        var known = 0;
        foreach (var report in reports)
            if (await TakeAsync(report, engine, cancel).ConfigureAwait(false)) known++;
        return known;
    }

    private async Task<bool> TakeAsync(MailReport report, DurableTaskClient engine, CancellationToken cancel)
    {
        if (await ledger.FindAsync(report.Mail, cancel).ConfigureAwait(false) is not { } mail) return false;
        // The case first: its command has a key, so that a crash before the row is written repeats it without harm.
        if (CommandFor(report, mail) is { } command) await TellAsync(report, mail, command, engine, cancel).ConfigureAwait(false);
        await ledger.ReportAsync(report, cancel).ConfigureAwait(false);
        return true;
    }

    private MouCommand? CommandFor(MailReport report, QueuedMail mail) => (report.Fate, mail.Occasion) switch
    {
        (MailFate.Delivered, MailOccasion.AboutCase { Kind: MailKind.ReviewRequested, Link: { Holder: LinkHolder.Reviewer } link }) =>
            new MouCommand.RecordArrival(link.Holder, Earlier(report.At, time.GetUtcNow()), link.Mission),
        // A report of a report that came back would come back too, and so on for ever.
        (MailFate.Bounced, MailOccasion.AboutCase { Kind: not MailKind.OfficeToldOfUndeliveredMail } about) when mail.State is not (MailState.Bounced or MailState.GivenUp) =>
            UndeliveredMails.ReportOf(mail, about, CameBack),
        _ => null,
    };

    /// <summary>A refusal is fine: the stage that the mail belonged to may be over.</summary>
    private async Task TellAsync(MailReport report, QueuedMail mail, MouCommand command, DurableTaskClient engine, CancellationToken cancel)
    {
        // What arrived can come back all the same: another report, and no repetition of the first.
        var name = report.Fate == MailFate.Bounced ? $"{mail.Input.MailId}|{CameBack}" : mail.Input.MailId;
        var key = CommandKey.From("mail-service", name, report.Fate.ToString());
        await cases.CarryOutAsync(new(((MailOccasion.AboutCase)mail.Occasion).Mou, command, new Actor.MailService(), key), engine, cancel).ConfigureAwait(false);
    }

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
