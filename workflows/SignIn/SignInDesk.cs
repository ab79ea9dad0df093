using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Links;
using LocalDiplomacy.Workflows.Mail;
using LocalDiplomacy.Workflows.Orchestrations;
using LocalDiplomacy.Workflows.Storage;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Workflows.SignIn;

/// <summary>
/// Signs people in by a mail with a link and a code. The link alone signs in where the sign-in began; elsewhere the code is
/// asked for, because mail scanners press buttons too.
/// </summary>
public sealed class SignInDesk(SignInRegister register, OneTimeCodes codes, PersonRegister people, Sessions sessions, MailLedger mails, SignInLog log)
{
    /// <summary>Begins a sign-in. At most one mail a minute and ten an hour go to an address; what was asked for in between counts all the same.</summary>
    /// <returns>The attempt's token, for a cookie. An unknown address gets one too, and no mail.</returns>
    public async Task<string> RequestAsync(EmailAddress address, Language page, DurableTaskClient engine, CancellationToken cancel = default)
    {
        var purpose = "sign-in-" + PersonRegister.NameOf(address);
        var person = await people.FindAsync(address, cancel).ConfigureAwait(false);
        var token = await register.BeginAsync(new(purpose, person?.Id), cancel).ConfigureAwait(false);
        var ticket = await codes.RequestAsync(purpose, cancel).ConfigureAwait(false);
        await log.NoteAsync(ticket.IsNew ? SignInDeed.Asked : SignInDeed.TooSoon, person?.Id, cancel).ConfigureAwait(false);
        if (!ticket.IsIssued) await SendAsync(purpose, ticket, person, page, engine, cancel).ConfigureAwait(false);
        return token;
    }

    /// <param name="attemptToken">From the cookie; null or another's: the code is asked for.</param>
    public async Task<SignInResult> RedeemLinkAsync(string token, string? attemptToken, CancellationToken cancel = default)
    {
        if (await register.FindLinkAsync(token, cancel).ConfigureAwait(false) is not { } link) return new SignInResult.Unknown();
        var attempt = attemptToken is null ? null : await register.FindAttemptAsync(attemptToken, cancel).ConfigureAwait(false);
        if (attempt?.Purpose == link.Purpose)
            return await codes.TryUseAsync(link.Purpose, link.Request, Secret.HashOf(attemptToken!), cancel).ConfigureAwait(false)
                ? await SignInAsync(attempt.PersonId, cancel).ConfigureAwait(false)
                : await NotedAsync(new SignInResult.Over(), link.PersonId, cancel).ConfigureAwait(false);
        return await codes.IsAliveAsync(link.Purpose, link.Request, cancel).ConfigureAwait(false)
            ? new SignInResult.CodeNeeded()
            : await NotedAsync(new SignInResult.Over(), link.PersonId, cancel).ConfigureAwait(false);
    }

    /// <param name="attemptToken">From the cookie; the token of the mail's link does too, for whoever opened it elsewhere.</param>
    public async Task<SignInResult> RedeemCodeAsync(string attemptToken, string code, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        var attempt = await register.FindAttemptAsync(attemptToken, cancel).ConfigureAwait(false)
            ?? await register.FindLinkAsync(attemptToken, cancel).ConfigureAwait(false) as SignInAttempt;
        if (attempt is null) return new SignInResult.Unknown();
        var answer = await codes.CheckAsync(attempt.Purpose, code, Secret.HashOf(attemptToken), cancel).ConfigureAwait(false);
        return answer.Verdict switch
        {
            CodeVerdict.Right => await SignInAsync(attempt.PersonId, cancel).ConfigureAwait(false),
            CodeVerdict.Wrong => await NotedAsync(new SignInResult.WrongCode(answer.TriesLeft), attempt.PersonId, cancel).ConfigureAwait(false),
            // The mail is being written; nobody can have read its code yet.
            CodeVerdict.NotRequested => await NotedAsync(new SignInResult.WrongCode(OneTimeCodes.Tries - 1), attempt.PersonId, cancel).ConfigureAwait(false),
            _ => await NotedAsync(new SignInResult.Over(), attempt.PersonId, cancel).ConfigureAwait(false),
        };
    }

    /// <summary>Ends a session, on the log.</summary>
    public async Task SignOutAsync(Person person, string sessionToken, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(person);
        await sessions.CloseAsync(sessionToken, cancel).ConfigureAwait(false);
        await log.NoteAsync(SignInDeed.SignedOut, person.Id, cancel).ConfigureAwait(false);
    }

    /// <summary>The platform vouches for this person too: noted once a session.</summary>
    public async Task NoteEntraAsync(Person person, string sessionToken, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (await sessions.TryMarkEntraAsync(sessionToken, cancel).ConfigureAwait(false))
            await log.NoteAsync(SignInDeed.SignedInWithEntra, person.Id, cancel).ConfigureAwait(false);
    }

    private async Task<SignInResult> SignInAsync(string? personId, CancellationToken cancel)
    {
        if (personId is null || await people.FindAsync(personId, cancel).ConfigureAwait(false) is not { } person)
            return await NotedAsync(new SignInResult.Over(), personId, cancel).ConfigureAwait(false);
        var session = await sessions.OpenForAsync(person, cancel).ConfigureAwait(false);
        await log.NoteAsync(SignInDeed.SignedIn, person.Id, cancel).ConfigureAwait(false);
        return new SignInResult.SignedIn(person, session);
    }

    private async Task<SignInResult> NotedAsync(SignInResult failed, string? personId, CancellationToken cancel)
    {
        await log.NoteAsync(failed is SignInResult.WrongCode ? SignInDeed.WrongCode : SignInDeed.Over, personId, cancel).ConfigureAwait(false);
        return failed;
    }

    private async Task SendAsync(string purpose, CodeTicket ticket, Person? person, Language page, DurableTaskClient engine, CancellationToken cancel)
    {
        var occasion = new MailOccasion.SignIn(purpose, ticket.Number, person?.Id, Language.OfPages.Contains(page) ? page : Language.Korean);
        var mail = await mails.QueueAsync(MailLedger.SignIns, ticket.Name, new EmailAddress(""), occasion, cancel).ConfigureAwait(false);
        await Dispatcher.DeliverAsync(mail, engine, cancel).ConfigureAwait(false);
    }
}
