using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace LocalDiplomacy.Functions.Tests.Running;

public sealed record Mail(string Id, string To, string Subject, string Text);

/// <summary>The mailbox of the running program. A mail is found once.</summary>
public sealed partial class Mailbox(Uri address)
{
    private readonly HashSet<string> _read = [];

    /// <summary>The token of a link to /review/ or /sign/ or /sign-in/ in a mail to this address about this MOU's round.</summary>
    public async Task<string> LinkAsync(string to, string page)
    {
        var mail = await NextAsync(to, m => Link(page).IsMatch(m.Text));
        return Link(page).Match(mail.Text).Groups["token"].Value;
    }

    /// <summary>The code of the mail that comes after it was asked for; codes of others are none of its.</summary>
    public async Task<string> CodeAsync(string to, Func<Task> ask)
    {
        foreach (var mail in (await AllAsync(to)).Where(m => Code().IsMatch(m.Text)))
            MarkRead(mail);
        await ask();
        return Code().Match((await NextAsync(to, m => Code().IsMatch(m.Text))).Text).Value;
    }

    public async Task<IReadOnlyList<Mail>> AllAsync(string to)
    {
        using var http = new HttpClient { BaseAddress = address };
        return await http.GetFromJsonAsync<List<Mail>>($"/mailbox/api/messages?limit=500&to={Uri.EscapeDataString(to)}") ?? [];
    }

    private async Task<Mail> NextAsync(string to, Func<Mail, bool> fits)
    {
        Mail? found = null;
        await Waiting.UntilAsync($"a mail comes to {to}", async () =>
            (found = (await AllAsync(to)).FirstOrDefault(m => !IsRead(m) && fits(m))) is not null);
        MarkRead(found!);
        return found!;
    }

    private void MarkRead(Mail mail)
    {
        lock (_read) _read.Add(mail.Id);
    }

    private bool IsRead(Mail mail)
    {
        lock (_read) return _read.Contains(mail.Id);
    }

    private static Regex Link(string page) => new($@"/{page}/(?<token>[A-Za-z0-9_-]{{43}})");

    [GeneratedRegex(@"(?<![\w/=-])\d{6}(?![\w-])")]
    private static partial Regex Code();
}
