namespace LocalDiplomacy.Demo;

/// <summary>Someone abroad or on another floor, who has nothing but a mail with a link.</summary>
internal sealed class LinkHolder(Visitor browser, Mailbox mailbox)
{
    /// <summary>Opens the links of new mails until one leads to a page that asks for something; a notice's link does not.</summary>
    /// <param name="page">The beginning of the link's path: "review" or "sign".</param>
    /// <param name="asksFor">The end of the address that the page's form posts to.</param>
    public async Task<WebPage> OpenLinkAsync(string page, string asksFor, CancellationToken cancellationToken)
    {
        while (true)
        {
            var mail = await mailbox.NextWithLinkToAsync(page, cancellationToken);
            var opened = await browser.LookAsync(mail.LinkTo(page)!, cancellationToken);
            if (opened.HasForm(asksFor)) return opened;
        }
    }

    /// <summary>Waits for a mail with these words in its subject.</summary>
    public Task<Mail> HearAsync(string words, CancellationToken cancellationToken) =>
        mailbox.NextAsync($"about \"{words}\"", mail => mail.Subject.Contains(words, StringComparison.Ordinal), cancellationToken);

    /// <summary>The same, and leaves the mail to be opened.</summary>
    public Task<Mail> SeeAsync(string words, CancellationToken cancellationToken) =>
        mailbox.SeeAsync($"about \"{words}\"", mail => mail.Subject.Contains(words, StringComparison.Ordinal), cancellationToken);

    /// <summary>Opens an address again; any answer is one.</summary>
    public Task<WebPage> LookAsync(string address, CancellationToken cancellationToken) => browser.LookAsync(address, cancellationToken);

    /// <summary>Sends a decision or a signature, and its code when the page asks for it.</summary>
    public async Task<WebPage> DecideAsync(WebForm filled, CancellationToken cancellationToken)
    {
        var answer = await browser.SendAsync(filled, cancellationToken);
        var end = filled.Action.AbsolutePath;
        if (!answer.HasForm(end)) throw new DemoFailure($"nothing asked for a code: \"{answer.Heading}\"");
        var code = await mailbox.NextWithCodeAsync(cancellationToken);
        var done = await browser.SendAsync(answer.Form(end).Type("code", code.Code!), cancellationToken);
        return done.HasForm(end) ? throw new DemoFailure($"it was not recorded; the page says \"{done.Heading}\"") : done;
    }
}
