using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.Orchestrations;
using LocalDiplomacy.Workflows.Storage;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Workflows.Links;

/// <summary>
/// Sends a fresh link to the address on file, for whoever holds one that was lost or is dead. Nobody proved to read that address:
/// so the case does not change, a program that presses every button brings no more than one mail in ten minutes to its owner, and
/// the asker learns no address. What the office sends again by itself stands in the record, as <c>LinkReissued</c>.
/// </summary>
public sealed class FreshLinkDesk(MouCases cases, Recipients recipients, LinkOpenings openings, MailLedger mails, TimeProvider time)
{
    /// <param name="asking">Dead or alive.</param>
    /// <param name="key">The same request again is answered as the first one was.</param>
    /// <returns>Null: it is on its way.</returns>
    public async Task<Refusal?> SendAsync(Link asking, Mou mou, CommandKey key, DurableTaskClient engine, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(asking);
        ArgumentNullException.ThrowIfNull(mou);
        if (WhyNot(asking, mou) is { } refusal) return refusal;
        var history = await cases.HistoryAsync(mou.Id, cancel).ConfigureAwait(false);
        var to = Effects.HolderAsRecipient(asking.Holder);
        var readers = await recipients.OfAsync(to, asking.Mission, mou, history, cancel).ConfigureAwait(false);
        if (readers is not [{ Link: { } link } reader] || !LinkRules.IsOpen(link, mou)) return Refusal.HolderHasNoLink;
        if (await TakeTurnAsync(link, key, cancel).ConfigureAwait(false) is not { } name) return Refusal.LinkSentJustNow;
        var occasion = new MailOccasion.AboutCase(mou.Id, Effects.AskAgain(link.Holder), to, history[^1].Number, reader.Name, reader.Language, link, IsAfresh: true);
        var mail = await mails.QueueAsync(mou.Id.Value, $"fresh-{name}", reader.Address, occasion, cancel).ConfigureAwait(false);
        await Dispatcher.DeliverAsync(mail, engine, cancel).ConfigureAwait(false);
        return null;
    }

    /// <summary>As the office would be answered: the holder is asked no more, or was sent one just now.</summary>
    private Refusal? WhyNot(Link asking, Mou mou) =>
        (MouLifecycle.Decide(new MouCommand.ReissueLink(asking.Holder, asking.Mission), mou, time.GetUtcNow()) as Decision.Refused)?.Why;

    /// <returns>The mail's name; null where another was sent just now.</returns>
    private async Task<string?> TakeTurnAsync(Link link, CommandKey key, CancellationToken cancel)
    {
        var table = await openings.OpenAsync(cancel).ConfigureAwait(false);
        while (true)
        {
            var before = await table.FindAsync(link.Mou.Value, LinkOpenings.NameOf(link, OpeningKind.FreshLinkAsked), cancel).ConfigureAwait(false);
            if (before?.GetString("Key") == key.Name) return before.GetString("Mail");
            var now = time.GetUtcNow();
            if (before is not null && (now - LinkOpenings.Read(before).Last).Duration() < DefaultTimes.LinkReissueEvery) return null;
            var row = LinkOpenings.After(link, OpeningKind.FreshLinkAsked, before, now);
            (row["Key"], row["Mail"]) = (key.Name, Secret.NewName());
            if (await table.TryWriteAsync(row, before, cancel).ConfigureAwait(false)) return row.GetString("Mail");
        }
    }
}
