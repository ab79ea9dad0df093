using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.Observability;

namespace LocalDiplomacy.Workflows.Orchestrations;

/// <summary>The mail service did not take a mail, and may take it later.</summary>
public sealed class MailNotTakenException() : Exception("The mail service did not take the mail.");

/// <summary>
/// Composes a mail and hands it to the mail service. Run again after a mail was taken, it does nothing; only a crash
/// between the service's answer and our record of it sends a mail twice, because the service knows no idempotency key.
/// The second copy of a mail with a code carries a new code, and the first one's is dead.
/// </summary>
public sealed class SendMail(MailLedger ledger, CaseWork work, LetterComposer composer, IMailWriter writer, Post post)
{
    /// <returns>Whether the service refused the mail for good.</returns>
    /// <exception cref="MailNotTakenException">It may take it later.</exception>
    public async Task<bool> RunAsync(MailDeliveryInput input, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (await ledger.FindAsync(input, cancel).ConfigureAwait(false) is not { State: MailState.Queued } mail) return false;
        using var span = Telemetry.Continue("deliver mail", mail.Trace)?.SetTag("mail.ledger", input.Ledger).SetTag("mail.id", input.MailId);
        return mail.Occasion is MailOccasion.AboutCase
            ? await work.MailAsync(input.Ledger, input.MailId, () => SendAsync(input, mail, span, cancel)).ConfigureAwait(false)
            : await SendAsync(input, mail, span, cancel).ConfigureAwait(false);
    }

    private async Task<bool> SendAsync(MailDeliveryInput input, QueuedMail mail, System.Diagnostics.Activity? span, CancellationToken cancel)
    {
        if (await composer.ComposeAsync(mail, cancel).ConfigureAwait(false) is not { } addressed)
        {
            await ledger.CloseAsync(input, MailState.Obsolete, cancel).ConfigureAwait(false);
            return false;
        }

        var content = await writer.WriteAsync(addressed.Letter, cancel).ConfigureAwait(false);
        var answer = await post.SendAsync($"{input.Ledger}/{input.MailId}", addressed.To, content, addressed.ReplyTo, cancel).ConfigureAwait(false);
        span?.SetTag("mail.answer", answer.ToString());
        if (answer == PostAnswer.NotNow) throw new MailNotTakenException();
        // Not to be cut off here: this is the moment in which a crash sends a mail twice.
        if (answer == PostAnswer.Taken) await ledger.CloseAsync(input, MailState.Sent, CancellationToken.None).ConfigureAwait(false);
        return answer == PostAnswer.Refused;
    }
}
