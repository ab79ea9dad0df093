using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.Orchestrations;
using LocalDiplomacy.Workflows.Storage;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Workflows.Links;

/// <summary>Opens links, and makes sure by a code from a second mail that their holder reads the address.</summary>
public sealed class LinkDesk(LinkRegister register, OneTimeCodes codes, MouCases cases, MailLedger mails, LinkOpenings openings, Tables tables, TimeProvider time)
{
    private static readonly TimeSpan DeviceIsKnownFor = TimeSpan.FromHours(12);

    /// <summary>Changes nothing: mail scanners open every link.</summary>
    public async Task<OpenedLink> OpenAsync(string token, CancellationToken cancel = default)
    {
        if (await register.FindAsync(token, cancel).ConfigureAwait(false) is not var (link, issuedAt)) return new OpenedLink.Unknown();
        if (await cases.FindAsync(link.Mou, cancel).ConfigureAwait(false) is not { } mou) return new OpenedLink.Unknown();
        return LinkRules.IsOpen(link, mou) ? new OpenedLink.Open(link, mou) { IssuedAt = issuedAt } : new OpenedLink.Over(link, mou) { IssuedAt = issuedAt };
    }

    /// <summary>Has a code sent, at most one a minute and ten an hour. The former one is dead then.</summary>
    public async Task<CodeRequest> RequestCodeAsync(Link link, DurableTaskClient engine, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(link);
        var ticket = await codes.RequestAsync(LinkRules.NameOf(link), cancel).ConfigureAwait(false);
        // Also where it was asked for just before: whoever did may have died before the mail was on its way.
        if (!ticket.IsIssued) await SendAsync(link, ticket, engine, cancel).ConfigureAwait(false);
        return ticket.IsNew
            ? new CodeRequest.Sent(link.Address.Masked)
            : new CodeRequest.SentJustNow(link.Address.Masked) { NextAt = ticket.NextAt };
    }

    public async Task<CodeCheck> CheckCodeAsync(Link link, string code, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(link);
        ArgumentNullException.ThrowIfNull(code);
        var answer = await codes.CheckAsync(LinkRules.NameOf(link), code, by: null, cancel).ConfigureAwait(false);
        if (answer.Verdict == CodeVerdict.Right) await openings.NoteAsync(link, OpeningKind.Person, cancel).ConfigureAwait(false);
        return answer.Verdict switch
        {
            CodeVerdict.Right => new CodeCheck.Right(await RememberDeviceAsync(link, cancel).ConfigureAwait(false)),
            CodeVerdict.Wrong => new CodeCheck.Wrong(answer.TriesLeft),
            CodeVerdict.Expired => new CodeCheck.Expired(),
            CodeVerdict.UsedUp => new CodeCheck.UsedUp(),
            _ => new CodeCheck.NotRequested(),
        };
    }

    public async Task<bool> KnowsDeviceAsync(Link link, string? deviceToken, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(link);
        if (!Secret.IsTokenShaped(deviceToken)) return false;
        var table = await tables.OpenAsync(Tables.Devices, cancel).ConfigureAwait(false);
        var row = await table.FindAsync(LinkRules.NameOf(link), Secret.HashOf(deviceToken!), cancel).ConfigureAwait(false);
        return row is not null && time.GetUtcNow() < row.GetDateTimeOffset("ExpiresAt");
    }

    private async Task<string> RememberDeviceAsync(Link link, CancellationToken cancel)
    {
        var token = Secret.NewToken();
        var row = new TableEntity(LinkRules.NameOf(link), Secret.HashOf(token)) { ["ExpiresAt"] = time.GetUtcNow() + DeviceIsKnownFor };
        var table = await tables.OpenAsync(Tables.Devices, cancel).ConfigureAwait(false);
        await table.AddEntityAsync(row, cancel).ConfigureAwait(false);
        return token;
    }

    private async Task SendAsync(Link link, CodeTicket ticket, DurableTaskClient engine, CancellationToken cancel)
    {
        var mail = await mails.QueueAsync(
            link.Mou.Value, $"code-{ticket.Name}", link.Address, new MailOccasion.Code(link, ticket.Number), cancel).ConfigureAwait(false);
        await Dispatcher.DeliverAsync(mail, engine, cancel).ConfigureAwait(false);
    }
}
