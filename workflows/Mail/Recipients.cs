using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Links;
using LocalDiplomacy.Workflows.SignIn;

namespace LocalDiplomacy.Workflows.Mail;

/// <summary>One reader of a mail.</summary>
/// <param name="Key">Tells readers of one effect apart: empty where there is only one.</param>
internal sealed record Reader(string Key, EmailAddress Address, string? Name, Language Language, Link? Link);

/// <summary>Who reads a mail about a case, found in its record: addresses as they stood at the event.</summary>
public sealed class Recipients(PersonRegister people)
{
    /// <param name="mission">Of a reviewer that is not the leading embassy's.</param>
    /// <param name="until">The case's events up to the one that the mail tells of.</param>
    internal async Task<IReadOnlyList<Reader>> OfAsync(
        Recipient to, MissionId? mission, Mou mou, IReadOnlyList<RecordedEvent> until, CancellationToken cancel) => to switch
        {
            Recipient.Reviewer => ReviewerOf(mou, mission),
            Recipient.CentralReviewer => CentralReviewerOf(mou.Id, until),
            Recipient.LocalGovernmentSigner => SignerOf(mou, Side.LocalGovernment, LinkHolder.LocalGovernmentSigner, until),
            Recipient.CounterpartySigner => SignerOf(mou, Side.Counterparty, LinkHolder.CounterpartySigner, until),
            Recipient.Office => [.. (await OfficeOfAsync(mou, until, cancel).ConfigureAwait(false)).Select(ReaderFor)],
            Recipient.HeadOfOffice => await OfRoleAsync(PersonRole.HeadOfOffice, mou, cancel).ConfigureAwait(false),
            Recipient.CouncilClerk => await OfRoleAsync(PersonRole.CouncilClerk, mou, cancel).ConfigureAwait(false),
            Recipient.Desk => await DeskAsync(until[^1].By, cancel).ConfigureAwait(false),
            Recipient.FormerReader => FormerReaderOf(mou, until),
            Recipient.FormerOffice => await FormerOfficeAsync(until, cancel).ConfigureAwait(false),
            Recipient.CentralDesk => mou.Rounds is [.., { Central: { } central }]
                ? [new("", central.Address, central.Name, central.Language, new(mou.Id, LinkHolder.CentralReviewer, mou.Rounds.Count, central.Address, central.Language))]
                : await DeskAsync(null, cancel).ConfigureAwait(false),
            _ => throw new ArgumentOutOfRangeException(nameof(to), to, null),
        };

    private static IReadOnlyList<Reader> ReviewerOf(Mou mou, MissionId? mission) =>
        mou.Embassies.FirstOrDefault(embassy => embassy.Mission == (mission ?? mou.Particulars.Mission)) is { Reviewer: var reviewer }
            ? [new("", reviewer.Address, reviewer.Name, reviewer.Language,
                new(mou.Id, LinkHolder.Reviewer, mou.Rounds[^1].Number, reviewer.Address, reviewer.Language, mission))]
            : [];

    private static IReadOnlyList<Reader> CentralReviewerOf(MouId id, IReadOnlyList<RecordedEvent> until) =>
        until.Aggregate(((int Round, CentralDesk Desk)?)null, (known, recorded) => CentralDeskIn(recorded.Event, known) ?? known) is var (round, desk)
            ? [new("", desk.Address, desk.Name, desk.Language, new(id, LinkHolder.CentralReviewer, round, desk.Address, desk.Language))]
            : [];

    private static (int Round, CentralDesk Desk)? CentralDeskIn(MouEvent happened, (int Round, CentralDesk Desk)? known) => happened switch
    {
        MouEvent.CentralReviewRequested asked => (asked.Round, asked.Desk),
        MouEvent.CentralReviewResent asked => (asked.Round, asked.Desk),
        MouEvent.RecipientChanged { Holder: LinkHolder.CentralReviewer } changed when known is var (round, desk) =>
            (round, desk with { Address = changed.Address, Name = changed.Name ?? desk.Name }),
        _ => null,
    };

    private static IReadOnlyList<Reader> SignerOf(Mou mou, Side side, LinkHolder holder, IReadOnlyList<RecordedEvent> until) =>
        until.Aggregate((Signer?)null, (known, recorded) => SignerIn(recorded.Event, side, known) ?? known) is { Address.Value: { Length: > 0 } } signer
            ? [new("", signer.Address, signer.Name, signer.Language, new(mou.Id, holder, mou.Rounds.Count, signer.Address, signer.Language))]
            : [];

    private static Signer? SignerIn(MouEvent happened, Side side, Signer? known) => happened switch
    {
        MouEvent.SigningOpened opened => side == Side.LocalGovernment ? opened.LocalGovernment : opened.Counterparty,
        MouEvent.CeremonySet set => side == Side.LocalGovernment ? set.LocalGovernment : set.Counterparty,
        MouEvent.SignerReplaced replaced when replaced.Signer.Side == side => replaced.Signer,
        MouEvent.RecipientChanged changed when changed.Holder == (side == Side.LocalGovernment ? LinkHolder.LocalGovernmentSigner : LinkHolder.CounterpartySigner) =>
            known! with { Address = changed.Address },
        _ => null,
    };

    /// <param name="by">Nobody is written to about what they did themselves.</param>
    private async Task<IReadOnlyList<Reader>> DeskAsync(Actor? by, CancellationToken cancel) =>
        [.. (await people.OfOfficeAsync(null, cancel).ConfigureAwait(false))
            .Where(person => person.Role == PersonRole.Administrator && person.Id != (by as Actor.AssociationMember)?.PersonId).Select(ReaderFor)];

    private static IReadOnlyList<Reader> FormerReaderOf(Mou mou, IReadOnlyList<RecordedEvent> until) => until[^1].Event is MouEvent.RecipientChanged changed
        ? [new("", changed.Former, null, LanguageOf(changed.Holder, changed.Mission, mou), null)] : [];

    /// <summary>What is written to an address stays in the language that it was written to before.</summary>
    private static Language LanguageOf(LinkHolder holder, MissionId? mission, Mou mou) => (holder, mou.Stage) switch
    {
        (LinkHolder.Reviewer, Stage.UnderReview review) => review.Of(mission ?? mou.Particulars.Mission)?.Reviewer.Language ?? Language.English,
        (LinkHolder.CentralReviewer, Stage.CentralReview review) => review.Desk.Language,
        (LinkHolder.LocalGovernmentSigner, Stage.Signing signing) => signing.LocalGovernment.Signer.Language,
        (LinkHolder.CounterpartySigner, Stage.Signing signing) => signing.Counterparty.Signer.Language,
        _ => Language.English,
    };

    private async Task<IReadOnlyList<Reader>> FormerOfficeAsync(IReadOnlyList<RecordedEvent> until, CancellationToken cancel) =>
        until.Select(recorded => recorded.Event).OfType<MouEvent.SuccessorConfirmed>().LastOrDefault() is { Former: var former }
            ? [.. (await people.OfOfficeAsync(former, cancel).ConfigureAwait(false)).Select(ReaderFor)] : [];

    /// <summary>Where nobody has the role somebody of the office must still hear of it.</summary>
    private async Task<IReadOnlyList<Reader>> OfRoleAsync(PersonRole role, Mou mou, CancellationToken cancel)
    {
        var office = await people.OfOfficeAsync(mou.Office, cancel).ConfigureAwait(false);
        return [.. (office.Any(person => person.Role == role) ? office.Where(person => person.Role == role) : office).Select(ReaderFor)];
    }

    /// <summary>The drafter who last acted on the case, else every drafter of the office.</summary>
    private async Task<IReadOnlyList<Person>> OfficeOfAsync(Mou mou, IReadOnlyList<RecordedEvent> until, CancellationToken cancel)
    {
        var last = until.Select(recorded => recorded.By).OfType<Actor.OfficeMember>().LastOrDefault(member => member.Role == Role.Drafter);
        var person = last is null ? null : await people.FindAsync(last.PersonId, cancel).ConfigureAwait(false);
        if (person is not null && person.Office == mou.Office) return [person];
        var office = await people.OfOfficeAsync(mou.Office, cancel).ConfigureAwait(false);
        return office.Any(one => one.Role == PersonRole.Drafter) ? [.. office.Where(one => one.Role == PersonRole.Drafter)] : office;
    }

    private static Reader ReaderFor(Person person) => new("-" + person.Id, person.Address, person.Name, person.Language, null);
}
