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
    /// <param name="until">The case's events up to the one that the mail tells of.</param>
    internal async Task<IReadOnlyList<Reader>> OfAsync(Recipient to, Mou mou, IReadOnlyList<RecordedEvent> until, CancellationToken cancel) => to switch
    {
        Recipient.Reviewer => ReviewerOf(mou.Id, until),
        Recipient.LocalGovernmentSigner => SignerOf(mou, Side.LocalGovernment, LinkHolder.LocalGovernmentSigner, until),
        Recipient.CounterpartySigner => SignerOf(mou, Side.Counterparty, LinkHolder.CounterpartySigner, until),
        Recipient.Office => [.. (await OfficeOfAsync(mou, until, cancel).ConfigureAwait(false)).Select(ReaderFor)],
        Recipient.Desk => [.. (await people.OfOfficeAsync(null, cancel).ConfigureAwait(false)).Select(ReaderFor)],
        _ => throw new ArgumentOutOfRangeException(nameof(to), to, null),
    };

    private static IReadOnlyList<Reader> ReviewerOf(MouId id, IReadOnlyList<RecordedEvent> until) =>
        until.Select(recorded => recorded.Event).OfType<MouEvent.DraftSubmitted>().LastOrDefault() is { } submitted
            ? [new("", submitted.Reviewer.Address, null, submitted.Reviewer.Language,
                new(id, LinkHolder.Reviewer, submitted.Round, submitted.Reviewer.Address, submitted.Reviewer.Language))]
            : [];

    private static IReadOnlyList<Reader> SignerOf(Mou mou, Side side, LinkHolder holder, IReadOnlyList<RecordedEvent> until) =>
        until.Select(recorded => SignerIn(recorded.Event, side)).LastOrDefault(signer => signer is not null) is { } signer
            ? [new("", signer.Address, signer.Name, signer.Language, new(mou.Id, holder, mou.Rounds.Count, signer.Address, signer.Language))]
            : [];

    private static Signer? SignerIn(MouEvent happened, Side side) => happened switch
    {
        MouEvent.SigningOpened opened => side == Side.LocalGovernment ? opened.LocalGovernment : opened.Counterparty,
        MouEvent.SignerReplaced replaced when replaced.Signer.Side == side => replaced.Signer,
        _ => null,
    };

    /// <summary>The office's person who last acted on the case, else every drafter of the office.</summary>
    private async Task<IReadOnlyList<Person>> OfficeOfAsync(Mou mou, IReadOnlyList<RecordedEvent> until, CancellationToken cancel)
    {
        var last = until.Select(recorded => recorded.By).OfType<Actor.OfficeMember>().LastOrDefault();
        var person = last is null ? null : await people.FindAsync(last.PersonId, cancel).ConfigureAwait(false);
        return person is not null && person.Office == mou.Office ? [person] : await people.OfOfficeAsync(mou.Office, cancel).ConfigureAwait(false);
    }

    private static Reader ReaderFor(Person person) => new("-" + person.Id, person.Address, person.Name, person.Language, null);
}
