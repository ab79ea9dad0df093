using LocalDiplomacy.Workflows.Alerts;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Links;
using LocalDiplomacy.Workflows.Messages;
using LocalDiplomacy.Workflows.People;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.SignIn;
using LocalDiplomacy.Workflows.Signing;
using Microsoft.Extensions.Options;

namespace LocalDiplomacy.Workflows.Mail;

/// <summary>A letter and where it goes.</summary>
/// <param name="ReplyTo">Where an answer goes; null: nowhere.</param>
internal sealed record AddressedLetter(EmailAddress To, MailLetter Letter, EmailAddress? ReplyTo = null);

/// <summary>
/// Writes down what a mail says at the moment it is sent: tokens and codes are made here and live nowhere else in the
/// clear. Composing the same mail again makes new ones.
/// </summary>
public sealed class LetterComposer(
    MouCases cases, ReferenceTables reference, LinkRegister links, OneTimeCodes codes, SignInRegister signIns, PersonRegister people, PeopleBook everybody, MessageStore messages, NoticeBook notices,
    IOptions<WorkflowsOptions> options, TimeProvider time)
{
    /// <returns>Null: the occasion has passed, nobody needs this mail any more.</returns>
    internal Task<AddressedLetter?> ComposeAsync(QueuedMail mail, CancellationToken cancel) => mail.Occasion switch
    {
        MailOccasion.AboutCase about => AboutCaseAsync(mail.To, about, cancel),
        MailOccasion.Code code => CodeAsync(mail.To, code, cancel),
        MailOccasion.SignIn signIn => SignInAsync(signIn, cancel),
        MailOccasion.AboutMessage about => AboutMessageAsync(mail.To, about, cancel),
        MailOccasion.AboutContact about => AboutContactAsync(mail.To, about, cancel),
        MailOccasion.AboutAlert about => AboutAlertAsync(mail.To, about, cancel),
        MailOccasion.AboutPerson about => AboutPersonAsync(mail.To, about, cancel),
        var other => throw new InvalidOperationException($"Nobody writes {other.GetType().Name}."),
    };

    private async Task<AddressedLetter?> AboutCaseAsync(EmailAddress to, MailOccasion.AboutCase about, CancellationToken cancel)
    {
        var history = await cases.HistoryAsync(about.Mou, cancel).ConfigureAwait(false);
        var told = history.FirstOrDefault(recorded => recorded.Number == about.EventNumber) ?? throw BrokenCaseException.EventMissing(about.Mou, about.EventNumber);
        if (HasPassed(about, told, MouLifecycle.Replay(about.Mou, history))) return null;
        // Whatever happened last is not told to who asks for a link: the letter is that of a link that is sent again.
        if (about is { IsAfresh: true, Link: { } asking }) told = told with { Event = new MouEvent.LinkReissued(asking.Holder, asking.Mission) };

        // As the case stood then: a mail that waited a day still tells of its own event.
        var then = MouLifecycle.Replay(about.Mou, history.TakeWhile(recorded => recorded.Number <= about.EventNumber));
        var office = await reference.FindLocalGovernmentAsync(then.Office, cancel).ConfigureAwait(false);
        var concerned = EventMission.Of(told.Event) ?? about.Link?.Mission ?? then.Particulars.Mission;
        var mission = await reference.FindMissionAsync(concerned, cancel).ConfigureAwait(false);
        if (office is null || mission is null) throw new InvalidOperationException($"The reference tables lack a party of {about.Mou}.");
        var link = await AddressForAsync(about, cancel).ConfigureAwait(false);
        var letter = new MailLetter.AboutCase(about.Kind, about.Language, about.Reader, then, told, office, mission, link, InvitationFor(about, told, history, to));
        return about.Link is { } holders && options.Value.ReplyDomain is { } domain
            ? new(to, letter with { CanReply = true }, new(ReplyAddress.For(await links.IssueReplyAsync(holders, cancel).ConfigureAwait(false), domain)))
            : new(to, letter);
    }

    private async Task<AddressedLetter?> AboutMessageAsync(EmailAddress to, MailOccasion.AboutMessage about, CancellationToken cancel)
    {
        if (await cases.FindAsync(about.Mou, cancel).ConfigureAwait(false) is not { } mou
            || await messages.FindAsync(about.Mou, about.Message, cancel).ConfigureAwait(false) is not { } message) return null;
        var office = await reference.FindLocalGovernmentAsync(mou.Office, cancel).ConfigureAwait(false);
        var mission = await reference.FindMissionAsync(message.From.Mission ?? mou.Particulars.Mission, cancel).ConfigureAwait(false);
        if (office is null || mission is null) throw new InvalidOperationException($"The reference tables lack a party of {about.Mou}.");
        var isForDesk = about.To == Recipient.Desk;
        return new(to, new MailLetter.AboutMessage(
            about.Language, about.Reader, isForDesk, message, mou, office, mission, Page($"{(isForDesk ? "desk" : "office")}/mous/{mou.Id.Value}/messages")));
    }

    /// <summary>A notice of another store is nobody's here.</summary>
    private async Task<AddressedLetter?> AboutAlertAsync(EmailAddress to, MailOccasion.AboutAlert about, CancellationToken cancel) =>
        await notices.FindAsync(about.Notice, cancel).ConfigureAwait(false) is { } notice
            ? new(to, new MailLetter.AboutAlert(about.Language, about.Reader, notice, about.IsClosed, Page("desk/alerts"))) : null;

    /// <summary>For those who were told of the ceremony: signers on paper hold no address, and signers by link come to none.</summary>
    private Invitation? InvitationFor(MailOccasion.AboutCase about, RecordedEvent told, IReadOnlyList<RecordedEvent> history, EmailAddress to) =>
        about.To is Recipient.Reviewer or Recipient.Office
            ? CeremonyNews.Of(told, MouLifecycle.Replay(about.Mou, history.TakeWhile(recorded => recorded.Number < told.Number)), new(options.Value.MailFrom), to) : null;

    /// <summary>A request or reminder is of use while its reader is still asked; a copy or a notice always.</summary>
    private static bool HasPassed(MailOccasion.AboutCase about, RecordedEvent told, Mou now) => about.Kind switch
    {
        MailKind.ReviewRequested or MailKind.ReviewReminder or MailKind.ReviewOverdue or MailKind.AcknowledgementReminder
            or MailKind.SigningRequested or MailKind.SigningReminder or MailKind.CentralReviewRequested or MailKind.CentralReviewReminder =>
            about.Link is not { } link || !LinkRules.IsOpen(link, now),
        MailKind.OfficeReminder or MailKind.DeskEscalation or MailKind.ApprovalRequested or MailKind.ApprovalReminder or MailKind.CouncilRequested =>
            now.StageSince > told.At,
        _ => false,
    };

    private async Task<Uri?> AddressForAsync(MailOccasion.AboutCase about, CancellationToken cancel) => about switch
    {
        { Link: { Holder: LinkHolder.Reviewer } link } => Page($"review/{await links.IssueAsync(link, cancel).ConfigureAwait(false)}"),
        { Link: { Holder: LinkHolder.CentralReviewer } link } => Page($"central-review/{await links.IssueAsync(link, cancel).ConfigureAwait(false)}"),
        { Link: { } link } => Page($"sign/{await links.IssueAsync(link, cancel).ConfigureAwait(false)}"),
        // Where no ministry reviewed, the association keeps the copies.
        { To: Recipient.Desk or Recipient.CentralDesk } => Page($"desk/mous/{about.Mou.Value}"),
        // The case is their successor's now.
        { To: Recipient.FormerOffice or Recipient.FormerReader } => null,
        _ => Page($"office/mous/{about.Mou.Value}"),
    };

    /// <summary>Who is asked to confirm is not asked any more once it was done, or cannot be.</summary>
    private async Task<AddressedLetter?> AboutPersonAsync(EmailAddress to, MailOccasion.AboutPerson about, CancellationToken cancel) =>
        await everybody.FindAsync(about.PersonId, cancel).ConfigureAwait(false) is { Waiting: { } proposal } there && proposal.Number == about.Proposal && !proposal.HasExpired(time.GetUtcNow())
            ? new(to, new MailLetter.AboutPerson(about.Language, about.Reader, there, proposal, Page($"desk/people/persons/{about.PersonId}"))) : null;

    private async Task<AddressedLetter?> AboutContactAsync(EmailAddress to, MailOccasion.AboutContact about, CancellationToken cancel)
    {
        var revision = await reference.MissionBook.Log.FindAsync(about.Revision, cancel).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"The table of missions has no revision {about.Revision}.");
        var mission = revision.Rows[0];
        var (proposal, former) = revision.What switch
        {
            ReferenceChange.ContactProposed proposed => (proposed.Proposal, mission.Contact),
            ReferenceChange.ContactConfirmed confirmed => (confirmed.Proposal, confirmed.Former),
            var other => throw new InvalidOperationException($"Nobody is told of {other.GetType().Name}."),
        };
        // Who is asked to confirm is not asked any more once it was done, or cannot be.
        if (about.What == ContactMail.Proposed && !await WaitsAsync(mission.Id, proposal, cancel).ConfigureAwait(false)) return null;
        var link = about.What == ContactMail.Proposed ? Page($"desk/reference/missions/{mission.Id.Value}") : null;
        return new(to, new MailLetter.AboutContact(about.What, about.Language, about.Reader, mission, proposal, former, revision.At, link));
    }

    private async Task<bool> WaitsAsync(MissionId id, ContactProposal proposal, CancellationToken cancel) =>
        (await reference.FindMissionNowAsync(id, cancel).ConfigureAwait(false))?.Waiting is { } waiting
        && waiting.Number == proposal.Number && !waiting.HasExpired(time.GetUtcNow());

    private async Task<AddressedLetter?> CodeAsync(EmailAddress to, MailOccasion.Code occasion, CancellationToken cancel)
    {
        var mou = await cases.FindAsync(occasion.Link.Mou, cancel).ConfigureAwait(false);
        if (mou is null || !LinkRules.IsOpen(occasion.Link, mou)) return null;
        if (await codes.IssueAsync(LinkRules.NameOf(occasion.Link), occasion.Request, cancel).ConfigureAwait(false) is not { } code) return null;
        return new(to, new MailLetter.DecisionCode(
            code, OneTimeCodes.HoldsMinutes, occasion.Link.Holder, mou.Particulars.Title, occasion.Link.Language));
    }

    private async Task<AddressedLetter?> SignInAsync(MailOccasion.SignIn occasion, CancellationToken cancel)
    {
        // The code is made for an address that is nobody's as well: whoever guesses there must not see a difference.
        if (await codes.IssueAsync(occasion.Purpose, occasion.Request, cancel).ConfigureAwait(false) is not { } code) return null;
        if (occasion.PersonId is null || await people.FindAsync(occasion.PersonId, cancel).ConfigureAwait(false) is not { } person) return null;
        var token = await signIns.IssueLinkAsync(new(occasion.Purpose, person.Id, occasion.Request), cancel).ConfigureAwait(false);
        return new(person.Address, new MailLetter.SignIn(Page($"sign-in/{token}"), code, OneTimeCodes.HoldsMinutes, occasion.Language));
    }

    private Uri Page(string path) => new(options.Value.PublicUrl.AbsoluteUri.TrimEnd('/') + "/" + path);
}
