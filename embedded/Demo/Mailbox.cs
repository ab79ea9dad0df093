using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace LocalDiplomacy.Demo;

/// <summary>A mail as the mailbox hands it to programs.</summary>
internal sealed record Mail(string Id, string To, string Subject, string Text)
{
    /// <summary>The six digits of a mail that carries a code.</summary>
    public string? Code => MailWords.SixDigits().Match(Text) is { Success: true } found ? found.Value : null;

    /// <summary>The address of the first link to such a page: "/review/…".</summary>
    public string? LinkTo(string page) =>
        MailWords.Links().Matches(Text).Select(link => link.Groups["path"].Value)
            .FirstOrDefault(path => path.StartsWith($"/{page}/", StringComparison.Ordinal));
}

/// <summary>The mailbox of the embedded host, read by one person: only new mails to their own address.</summary>
/// <remarks>A mail counts once: a code that was used is not found again.</remarks>
internal sealed class Mailbox(HttpClient http, string address, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(40);
    private const int OnePage = 500;
    private readonly HashSet<string> _read = [];

    /// <summary>Whatever came before now is no news.</summary>
    public async Task PutAsideAsync(CancellationToken cancellationToken) =>
        _read.UnionWith((await AllAsync(cancellationToken)).Select(mail => mail.Id));

    public Task<Mail> NextWithCodeAsync(CancellationToken cancellationToken) =>
        NextAsync("with a code", mail => mail.Code is not null, cancellationToken);

    public Task<Mail> NextWithLinkToAsync(string page, CancellationToken cancellationToken) =>
        NextAsync($"with a link to /{page}/…", mail => mail.LinkTo(page) is not null, cancellationToken);

    /// <summary>The newest unread mail with these words in its subject and those in its text.</summary>
    /// <exception cref="DemoFailure">None came.</exception>
    public Task<Mail> NextAsync(string subject, string text, CancellationToken cancellationToken) =>
        NextAsync($"about \"{subject}\"{(text.Length == 0 ? "" : $" with \"{text}\"")}", mail => Fits(mail, subject, text), cancellationToken);

    /// <summary>Whether such a mail has come and was not read yet.</summary>
    public async Task<bool> HasAsync(string subject, string text, CancellationToken cancellationToken) =>
        (await AllAsync(cancellationToken)).Any(mail => !_read.Contains(mail.Id) && Fits(mail, subject, text));

    /// <summary>The newest unread mail that fits; waits for it a bounded time.</summary>
    /// <exception cref="DemoFailure">None came.</exception>
    public async Task<Mail> NextAsync(string what, Func<Mail, bool> fits, CancellationToken cancellationToken)
    {
        var found = await SeeAsync(what, fits, cancellationToken);
        _read.Add(found.Id);
        return found;
    }

    /// <summary>As <see cref="NextAsync"/>, and leaves it unread.</summary>
    /// <exception cref="DemoFailure">None came.</exception>
    public async Task<Mail> SeeAsync(string what, Func<Mail, bool> fits, CancellationToken cancellationToken)
    {
        var since = time.GetTimestamp();
        while (true)
        {
            var found = (await AllAsync(cancellationToken)).FirstOrDefault(mail => !_read.Contains(mail.Id) && fits(mail));
            if (found is not null) return found;
            if (time.GetElapsedTime(since) > Patience)
                throw new DemoFailure($"no mail {what} came to {address} within {Patience.TotalSeconds:0} s");
            await Task.Delay(LookEvery, time, cancellationToken);
        }
    }

    private static bool Fits(Mail mail, string subject, string text) =>
        mail.Subject.Contains(subject, StringComparison.Ordinal) && mail.Text.Contains(text, StringComparison.Ordinal);

    /// <summary>The mails to this address, newest first. Those of a former play are dated ahead, and stand before this one's.</summary>
    private async Task<IReadOnlyList<Mail>> AllAsync(CancellationToken cancellationToken)
    {
        var all = new List<Mail>();
        while (true)
        {
            var after = all.Count > 0 ? $"&after={all[^1].Id}" : "";
            var page = await http.GetFromJsonAsync<List<Mail>>(
                $"/mailbox/api/messages?to={Uri.EscapeDataString(address)}&limit={OnePage}{after}", cancellationToken) ?? [];
            all.AddRange(page);
            if (page.Count < OnePage) return all;
        }
    }
}

internal static partial class MailWords
{
    [GeneratedRegex(@"(?<![\w/=-])\d{6}(?![\w-])")]
    internal static partial Regex SixDigits();

    [GeneratedRegex(@"https?://[^/\s]+(?<path>/[^\s<>)\]""]*)")]
    internal static partial Regex Links();
}
