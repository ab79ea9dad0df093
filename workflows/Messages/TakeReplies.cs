using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Links;
using LocalDiplomacy.Workflows.Observability;
using LocalDiplomacy.Workflows.Storage;
using LocalDiplomacy.Workflows.Texts;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace LocalDiplomacy.Workflows.Messages;

/// <summary>What came of a mail that was sent to one of our reply addresses.</summary>
public enum ReplyFate { Filed, FiledAsAutomatic, NobodysAddress, OurOwn, TooMany }

/// <summary>Files mails that answer ours. Which case they belong to stands in the address that they were sent to, and in nothing that they say.</summary>
public sealed class TakeReplies(LinkRegister links, MessageStore store, MessageDesk desk, IOptions<WorkflowsOptions> options, TimeProvider time)
{
    public const int LongestWords = 60_000;
    public const int LongestSubject = 300;

    public async Task<ReplyFate> RunAsync(InboundMail mail, DurableTaskClient engine, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var fate = await TakeAsync(mail, engine, cancel).ConfigureAwait(false);
        Counts.Replied(fate);
        return fate;
    }

    private async Task<ReplyFate> TakeAsync(InboundMail mail, DurableTaskClient engine, CancellationToken cancel)
    {
        if (await LinkOfAsync(mail, cancel).ConfigureAwait(false) is not { } link) return ReplyFate.NobodysAddress;
        var from = SenderOf(mail);
        // Our own mail that comes back to us would be told of, and that mail come back too.
        if (from?.Value.Equals(options.Value.MailFrom, StringComparison.OrdinalIgnoreCase) == true) return ReplyFate.OurOwn;
        var message = new CaseMessage(
            IdOf(mail), link.Mou, MessageKind.Reply, time.GetUtcNow(),
            new(link.Holder, link.Mission, link.Round, NameIn(mail.From), from, IsProven(mail, from, link), Short(mail.Spf, 40), Short(mail.Dkim, 300)),
            Short(CanonicalText.Passage(mail.Subject), LongestSubject)!, Short(CanonicalText.Passage(mail.Text), LongestWords)!,
            await KeepAsync(link.Mou, mail, cancel).ConfigureAwait(false), mail.IsAutomatic);
        return !await desk.FileAsync(message, engine, cancel).ConfigureAwait(false) ? ReplyFate.TooMany
            : message.IsAutomatic ? ReplyFate.FiledAsAutomatic : ReplyFate.Filed;
    }

    private async Task<Link?> LinkOfAsync(InboundMail mail, CancellationToken cancel)
    {
        foreach (var to in mail.To)
            if (ReplyAddress.TokenIn(to, options.Value.ReplyDomain) is { } token && await links.FindReplyAsync(token, cancel).ConfigureAwait(false) is { } link)
                return link;
        return null;
    }

    /// <summary>Mails come twice. What has no name of its own is known by all that it says.</summary>
    private static string IdOf(InboundMail mail) =>
        Secret.HashOf(mail.Header("Message-ID") is { Length: > 0 } name ? $"{string.Join('|', mail.To)}|{name}" : $"{string.Join('|', mail.To)}|{mail.Headers}|{mail.Text}")[..32];

    /// <summary>What is kept is stored before the message: a row never tells of a file that is not there.</summary>
    private async Task<IReadOnlyList<MessageAttachment>> KeepAsync(MouId mou, InboundMail mail, CancellationToken cancel)
    {
        var kept = new List<MessageAttachment>();
        foreach (var (place, file) in mail.Files.Index().Take(AttachmentReading.MaxFiles * 2))
        {
            var why = mail.IsAutomatic ? NotKept.Kind : AttachmentReading.WhyNot(file, place);
            var hash = why is null ? await store.KeepAsync(mou, file.Content, cancel).ConfigureAwait(false) : null;
            kept.Add(new(AttachmentReading.NameOf(file.Name), file.Content.Length, hash, why));
        }

        return kept;
    }

    /// <summary>Sent by a server that may send for the address's domain, from the address that we wrote to. It is shown, and still decides nothing.</summary>
    private static bool IsProven(InboundMail mail, EmailAddress? from, Link link) =>
        from is { } sender && sender == link.Address && sender.Value.Split('@')[^1].ToLowerInvariant() is var domain
        && (PassesDkim(mail.Dkim, domain) || (mail.Spf?.Equals("pass", StringComparison.OrdinalIgnoreCase) == true && mail.EnvelopeFrom.EndsWith("@" + domain, StringComparison.OrdinalIgnoreCase)));

    /// <summary>SendGrid writes "{@embassy.example : pass}", with commas between several.</summary>
    private static bool PassesDkim(string? dkim, string domain) =>
        (dkim ?? "").Trim('{', '}', ' ').Split(',').Any(one => one.Split(':') is [var signer, var result]
            && signer.Trim().TrimStart('@').Equals(domain, StringComparison.OrdinalIgnoreCase) && result.Trim().Equals("pass", StringComparison.OrdinalIgnoreCase));

    private static EmailAddress? SenderOf(InboundMail mail) =>
        System.Net.Mail.MailAddress.TryCreate(mail.From, out var parsed) && parsed.Address.Length <= 254 ? new EmailAddress(parsed.Address) : null;

    private static string? NameIn(string from) =>
        System.Net.Mail.MailAddress.TryCreate(from, out var parsed) && parsed.DisplayName.Length > 0 ? Short(CanonicalText.Passage(parsed.DisplayName), 200) : null;

    private static string? Short(string? words, int most) => words is null || words.Length <= most ? words : words[..(char.IsHighSurrogate(words[most - 1]) ? most - 1 : most)];
}
