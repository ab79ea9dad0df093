using System.Text.RegularExpressions;

namespace LocalDiplomacy.Demo;

/// <summary>Somebody who signs in with their address: of an office, or of the association's secretariat.</summary>
internal sealed partial class Member(Visitor browser, Mailbox mailbox, string address)
{
    /// <summary>Signs in with the address and the code that is mailed to it.</summary>
    public async Task SignInAsync(CancellationToken cancellationToken)
    {
        var page = await browser.OpenAsync("/sign-in", cancellationToken);
        var asked = await browser.SendAsync(page.Form("/sign-in").Type("address", address), cancellationToken);
        var mail = await mailbox.NextWithCodeAsync(cancellationToken);
        await browser.SendAsync(asked.Form("/sign-in/code").Type("code", mail.Code!), cancellationToken);
    }

    /// <summary>Opens a page; signs in anew where the last time is over half a day ago.</summary>
    public async Task<WebPage> OpenAsync(string path, CancellationToken cancellationToken)
    {
        var page = await browser.LookAsync(path, cancellationToken);
        if (page.Status != System.Net.HttpStatusCode.Unauthorized) return Visitor.MustBeFine(page);
        await SignInAsync(cancellationToken);
        return await browser.OpenAsync(path, cancellationToken);
    }

    public Task<WebPage> SendAsync(WebForm form, CancellationToken cancellationToken) => browser.SendAsync(form, cancellationToken);

    /// <summary>As a page's own program would, in this person's name.</summary>
    public Task<JsonAnswer> AskAsync(HttpMethod method, string path, object? body, string? ifMatch, CancellationToken cancellationToken) =>
        browser.AskAsync(method, path, body, ifMatch, cancellationToken);

    /// <summary>Waits for a mail with these words in its subject, and those in its text.</summary>
    public Task<Mail> HearAsync(string subject, CancellationToken cancellationToken, string text = "") => mailbox.NextAsync(subject, text, cancellationToken);

    /// <summary>Whether such a mail has come, now.</summary>
    public Task<bool> HasHeardAsync(string subject, CancellationToken cancellationToken, string text = "") => mailbox.HasAsync(subject, text, cancellationToken);

    /// <summary>Waits for such a mail and follows its link into the portal.</summary>
    public async Task<WebPage> FollowAsync(string subject, CancellationToken cancellationToken)
    {
        var mail = await HearAsync(subject, cancellationToken);
        return await OpenAsync(mail.LinkTo("office") ?? throw new DemoFailure($"the mail \"{mail.Subject}\" has no link into the portal"), cancellationToken);
    }

    /// <summary>One of the plain actions of a case's page: opens its form, fills it in and sends it.</summary>
    public async Task<WebPage> ActAsync(string mou, string action, CancellationToken cancellationToken, params (string Field, string Value)[] fields)
    {
        var page = await OpenAsync($"/office/mous/{mou}/actions/{action}", cancellationToken);
        var form = page.Form($"/actions/{action}");
        foreach (var (field, value) in fields) form.Fill(field, value);
        return await SendAsync(form, cancellationToken);
    }

    /// <summary>Makes an API key for the office's own program; it is shown this once.</summary>
    public async Task<string> MakeKeyAsync(CancellationToken cancellationToken)
    {
        var page = await OpenAsync("/office/keys", cancellationToken);
        var made = await browser.SendAsync(page.Form("/office/keys").Type("label", "Document system"), cancellationToken);
        return Key().Match(made.Html) is { Success: true } key ? key.Value : throw new DemoFailure("the page of keys did not show the new key");
    }

    /// <param name="central">Where the association has a central review: the desk that is asked for it.</param>
    public async Task<WebPage> SubmitAsync(string mou, CancellationToken cancellationToken, (string Name, string Address)? central = null)
    {
        var page = await OpenAsync($"/office/mous/{mou}", cancellationToken);
        var form = page.Form("/submit");
        if (central is { } desk) form.Type("central.name", desk.Name).Type("central.address", desk.Address);
        return await SendAsync(form, cancellationToken);
    }

    /// <summary>Rewrites one clause in every language and saves the draft.</summary>
    /// <param name="clause">Its place, from 0.</param>
    public async Task<WebPage> ReviseAsync(string mou, int clause, IReadOnlyDictionary<string, string> body, CancellationToken cancellationToken)
    {
        var page = await OpenAsync($"/office/mous/{mou}/text", cancellationToken);
        var form = page.Form("/text");
        foreach (var (language, words) in body) form.Type($"clause[{clause}].body.{language}", words);
        return await SendAsync(form.Press("action", "save"), cancellationToken);
    }

    /// <summary>Names both signers and asks them to sign electronically.</summary>
    public async Task<WebPage> OpenSigningAsync(string mou, CancellationToken cancellationToken)
    {
        var page = await OpenAsync($"/office/mous/{mou}/signing", cancellationToken);
        var form = page.Form("/signing");
        Name(form, "localGovernment", Cast.Governor);
        Name(form, "counterparty", Cast.Mayor);
        form.Type("agreementStatement", DemoMou.AgreementStatement);
        return await SendAsync(form, cancellationToken);
    }

    private static void Name(WebForm form, string side, SignerToBe signer) =>
        form.Type($"{side}.name", signer.Name).Type($"{side}.office", signer.Office)
            .Type($"{side}.address", signer.Address).Choose($"{side}.language", signer.Language);

    [GeneratedRegex("ldk_[A-Za-z0-9_-]+")]
    private static partial Regex Key();
}
