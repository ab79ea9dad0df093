using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Links;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.Orchestrations;
using LocalDiplomacy.Workflows.Storage;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Workflows.Messages;

/// <summary>
/// Files what was written about a case from outside, and tells the office once; of an address that is said to be wrong the desk
/// too, which alone can change it. Nothing else comes of it.
/// </summary>
public sealed class MessageDesk(MessageStore store, MouCases cases, Recipients recipients, MailLedger mails, TimeProvider time)
{
    /// <summary>What is more than this in a day is no correspondence. It is dropped, and what came before stays.</summary>
    public const int MostADay = 50;

    /// <summary>By one link in a day, on its pages.</summary>
    public const int MostByALink = 5;

    /// <summary>Files it. Again: is told again where that was cut off, and else nothing happens.</summary>
    /// <returns>False: too many came today, and this one was dropped.</returns>
    public async Task<bool> FileAsync(CaseMessage message, DurableTaskClient engine, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (await store.FindAsync(message.Mou, message.Id, cancel).ConfigureAwait(false) is null)
        {
            if (await IsTooManyAsync(message, cancel).ConfigureAwait(false)) return false;
            await store.TryFileAsync(message, cancel).ConfigureAwait(false);
        }

        if (!message.IsAutomatic) await TellAsync(message, engine, cancel).ConfigureAwait(false);
        return true;
    }

    /// <summary>Something written on a link's page: the same words by the same link on the same day are one message.</summary>
    public CaseMessage OnPage(Link link, MessageKind kind, string name, string words, bool isProven)
    {
        ArgumentNullException.ThrowIfNull(link);
        var now = time.GetUtcNow();
        var id = Secret.HashOf($"{LinkRules.NameOf(link)}|{kind}|{now:yyyyMMdd}|{name}|{words}")[..32];
        return new(id, link.Mou, kind, now, new(link.Holder, link.Mission, link.Round, name, null, isProven), "", words, []);
    }

    private async Task<bool> IsTooManyAsync(CaseMessage message, CancellationToken cancel)
    {
        var today = (await store.OfCaseAsync(message.Mou, cancel).ConfigureAwait(false)).Where(before => before.At > message.At.AddDays(-1)).ToList();
        return today.Count >= MostADay || (message.Kind != MessageKind.Reply
            && today.Count(before => before.Kind != MessageKind.Reply && (before.From.Holder, before.From.Mission) == (message.From.Holder, message.From.Mission)) >= MostByALink);
    }

    private async Task TellAsync(CaseMessage message, DurableTaskClient engine, CancellationToken cancel)
    {
        if (await cases.FindAsync(message.Mou, cancel).ConfigureAwait(false) is not { } mou) return;
        var history = await cases.HistoryAsync(mou.Id, cancel).ConfigureAwait(false);
        await TellAsync(Recipient.Office, message, mou, history, engine, cancel).ConfigureAwait(false);
        if (message.Kind == MessageKind.WrongAddress) await TellAsync(Recipient.Desk, message, mou, history, engine, cancel).ConfigureAwait(false);
    }

    private async Task TellAsync(
        Recipient to, CaseMessage message, Mou mou, IReadOnlyList<RecordedEvent> history, DurableTaskClient engine, CancellationToken cancel)
    {
        foreach (var reader in await recipients.OfAsync(to, null, mou, history, cancel).ConfigureAwait(false))
        {
            var occasion = new MailOccasion.AboutMessage(mou.Id, message.Id, to, reader.Name, reader.Language);
            var mail = await mails.QueueAsync(mou.Id.Value, $"message-{message.Id}-{to}{reader.Key}", reader.Address, occasion, cancel).ConfigureAwait(false);
            await Dispatcher.DeliverAsync(mail, engine, cancel).ConfigureAwait(false);
        }
    }
}
