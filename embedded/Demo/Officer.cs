using System.Text.RegularExpressions;

namespace LocalDiplomacy.Demo;

/// <summary>The drafter of Gyeongsangbuk-do, at a desk, on the portal's pages.</summary>
internal sealed partial class Officer(Visitor browser, Mailbox mailbox)
{
    public const string Address = "officer@gyeongbuk.example";

    /// <summary>Signs in with the address and the code that is mailed to it.</summary>
    public async Task<WebPage> SignInAsync(CancellationToken cancellationToken)
    {
        var page = await browser.OpenAsync("/sign-in", cancellationToken);
        var asked = await browser.SendAsync(page.Form("/sign-in").Type("address", Address), cancellationToken);
        var mail = await mailbox.NextWithCodeAsync(cancellationToken);
        await browser.SendAsync(asked.Form("/sign-in/code").Type("code", mail.Code!), cancellationToken);
        return await browser.OpenAsync("/office", cancellationToken);
    }

    /// <summary>Makes an API key for the office's own program; it is shown this once.</summary>
    public async Task<string> MakeKeyAsync(CancellationToken cancellationToken)
    {
        var page = await browser.OpenAsync("/office/keys", cancellationToken);
        var made = await browser.SendAsync(page.Form("/office/keys").Type("label", "Document system"), cancellationToken);
        return Key().Match(made.Html) is { Success: true } key ? key.Value : throw new DemoFailure("the page of keys did not show the new key");
    }

    /// <summary>Waits for a mail with these words in its subject.</summary>
    public Task<Mail> HearAsync(string words, CancellationToken cancellationToken) =>
        mailbox.NextAsync($"about \"{words}\"", mail => mail.Subject.Contains(words, StringComparison.Ordinal), cancellationToken);

    public async Task<WebPage> SubmitAsync(string mou, CancellationToken cancellationToken)
    {
        var page = await browser.OpenAsync($"/office/mous/{mou}", cancellationToken);
        return await browser.SendAsync(page.Form("/submit"), cancellationToken);
    }

    /// <summary>Rewrites one clause in every language and saves the draft.</summary>
    /// <param name="clause">Its place, from 0.</param>
    public async Task<WebPage> ReviseAsync(string mou, int clause, IReadOnlyDictionary<string, string> body, CancellationToken cancellationToken)
    {
        var page = await browser.OpenAsync($"/office/mous/{mou}/text", cancellationToken);
        var form = page.Form("/text");
        foreach (var (language, words) in body) form.Type($"clause[{clause}].body.{language}", words);
        return await browser.SendAsync(form.Press("action", "save"), cancellationToken);
    }

    /// <summary>Names both signers and asks them to sign electronically.</summary>
    public async Task<WebPage> OpenSigningAsync(string mou, CancellationToken cancellationToken)
    {
        var page = await browser.OpenAsync($"/office/mous/{mou}/signing", cancellationToken);
        var form = page.Form("/signing");
        Name(form, "localGovernment", Cast.Governor);
        Name(form, "counterparty", Cast.Mayor);
        form.Type("agreementStatement", DemoMou.AgreementStatement);
        return await browser.SendAsync(form, cancellationToken);
    }

    private static void Name(WebForm form, string side, SignerToBe signer) =>
        form.Type($"{side}.name", signer.Name).Type($"{side}.office", signer.Office)
            .Type($"{side}.address", signer.Address).Choose($"{side}.language", signer.Language);

    [GeneratedRegex("ldk_[A-Za-z0-9_-]+")]
    private static partial Regex Key();
}
