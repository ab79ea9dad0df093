namespace LocalDiplomacy.Demo;

/// <summary>Someone abroad or on another floor, who has nothing but a mail with a link.</summary>
internal sealed class LinkHolder(Visitor browser, Mailbox mailbox)
{
    /// <summary>Opens the link of the newest unread mail that leads to such a page.</summary>
    public async Task<WebPage> OpenLinkAsync(string page, CancellationToken cancellationToken)
    {
        var mail = await mailbox.NextWithLinkToAsync(page, cancellationToken);
        return await browser.OpenAsync(mail.LinkTo(page)!, cancellationToken);
    }

    /// <summary>Opens an address again; any answer is one.</summary>
    public Task<WebPage> LookAsync(string address, CancellationToken cancellationToken) => browser.LookAsync(address, cancellationToken);

    /// <summary>Sends a decision or a signature, and its code when the page asks for it.</summary>
    public async Task<WebPage> DecideAsync(WebForm filled, CancellationToken cancellationToken)
    {
        var answer = await browser.SendAsync(filled, cancellationToken);
        var end = filled.Action.AbsolutePath;
        if (!answer.HasForm(end)) throw new DemoFailure($"nothing asked for a code: \"{answer.Heading}\"");
        var code = await mailbox.NextWithCodeAsync(cancellationToken);
        return await browser.SendAsync(answer.Form(end).Type("code", code.Code!), cancellationToken);
    }
}
