namespace LocalDiplomacy.Demo;

/// <summary>Someone abroad or on another floor, who has nothing but a mail with a link.</summary>
internal sealed class LinkHolder(Visitor browser, Mailbox mailbox)
{
    /// <summary>This browser typed a right code: for the same matter it is not asked again for half a day.</summary>
    private bool _isKnown;

    /// <summary>Opens the links of new mails until one leads to a page that asks for something; a notice's link does not.</summary>
    /// <param name="page">The beginning of the link's path: "review", "sign" or "central-review".</param>
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

    /// <summary>Waits for a mail with these words in its subject, and those in its text.</summary>
    public Task<Mail> HearAsync(string subject, CancellationToken cancellationToken, string text = "") => mailbox.NextAsync(subject, text, cancellationToken);

    /// <summary>Whether such a mail has come, now.</summary>
    public Task<bool> HasHeardAsync(string subject, CancellationToken cancellationToken, string text = "") => mailbox.HasAsync(subject, text, cancellationToken);

    /// <summary>Opens an address again; any answer is one.</summary>
    public Task<WebPage> LookAsync(string address, CancellationToken cancellationToken) => browser.LookAsync(address, cancellationToken);

    /// <summary>Sends a decision, a step or a signature, and its code when the page asks for it.</summary>
    public async Task<WebPage> DecideAsync(WebForm filled, CancellationToken cancellationToken)
    {
        var answer = await browser.SendAsync(filled, cancellationToken);
        var end = filled.Action.AbsolutePath;
        if (!answer.HasForm(end))
            return _isKnown ? answer : throw new DemoFailure($"nothing asked for a code: \"{answer.Heading}\"");
        var code = await mailbox.NextWithCodeAsync(cancellationToken);
        var done = await browser.SendAsync(answer.Form(end).Type("code", code.Code!), cancellationToken);
        if (done.HasForm(end)) throw new DemoFailure($"it was not recorded; the page says \"{done.Heading}\"");
        _isKnown = true;
        return done;
    }
}
