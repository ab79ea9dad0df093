using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.SignIn;

namespace LocalDiplomacy.Workflows.People;

/// <summary>
/// What administrators do about people: each deed with a reason, and on the record. An address is what somebody signs in with,
/// and an administrator can do everything: both take a second administrator, as an embassy's address does.
/// </summary>
public sealed class PeopleDesk(PeopleBook book, ReferenceTables reference, TimeProvider time)
{
    public const int LongestReason = 1000;

    /// <summary>Adds somebody. The same call again: answered as the first time.</summary>
    public async Task<PeopleResult> AddAsync(PersonForm form, string? reason, string idempotencyKey, Author by, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(by);
        var id = CommandKey.From(by.PersonId, idempotencyKey, "").Name[..32];
        var problems = await ProblemsAsync(form, reason, null, cancel).ConfigureAwait(false);
        return problems.Count > 0 ? new PeopleResult.Unreadable(problems)
            : await WriteAsync(by, now => Add(now, form.Read(id), by, reason!.Trim()), cancel).ConfigureAwait(false);
    }

    /// <summary>Changes somebody as a whole; what is as it was changes nothing.</summary>
    /// <param name="version">What the author read; null: whichever is there.</param>
    public async Task<PeopleResult> ChangeAsync(string id, PersonForm form, int? version, string? reason, Author by, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await book.FindAsync(id, cancel).ConfigureAwait(false) is not { } there) return new PeopleResult.NotThere();
        if (there.State == PersonState.Ended) return new PeopleResult.Refused(PeopleRefusal.AccessEnded, there);
        var problems = await ProblemsAsync(form, reason, there.Person, cancel).ConfigureAwait(false);
        return problems.Count > 0 ? new PeopleResult.Unreadable(problems)
            : await WriteAsync(by, now => Change(now, form.Read(id), version, by, reason!.Trim()), cancel).ConfigureAwait(false);
    }

    /// <summary>Ends somebody's access at once, in every browser. Again: changes nothing.</summary>
    public Task<PeopleResult> EndAsync(string id, string? reason, Author by, CancellationToken cancel = default)
    {
        List<FieldProblem> problems = [.. ReasonProblems(reason)];
        return problems.Count > 0 ? Task.FromResult<PeopleResult>(new PeopleResult.Unreadable(problems))
            : WriteAsync(by, now => End(now, id, by, reason!.Trim()), cancel);
    }

    /// <param name="proposal">The number of the proposal that the author has before them: no other is confirmed.</param>
    public async Task<PeopleResult> ConfirmAsync(int proposal, Author by, CancellationToken cancel = default) =>
        await RepeatedAsync(await WriteAsync(by, now => Confirm(now, proposal, by), cancel).ConfigureAwait(false), proposal, PersonDeed.Confirmed, by, cancel).ConfigureAwait(false);

    /// <summary>Takes a proposal back, or turns another's down. Also one that has expired.</summary>
    public async Task<PeopleResult> WithdrawAsync(int proposal, Author by, CancellationToken cancel = default) =>
        await RepeatedAsync(await WriteAsync(by, now => Withdraw(now, proposal, by), cancel).ConfigureAwait(false), proposal, PersonDeed.Withdrawn, by, cancel).ConfigureAwait(false);

    private PeopleDraft Add(PeopleNow now, Person person, Author by, string reason)
    {
        if (now.ById.GetValueOrDefault(person.Id) is { } before) return new(new PeopleResult.Done(before));
        if (now.At(person.Address) is not null) return AddressInUse();
        var standing = new PersonStanding(person, 1);
        return person.Role == PersonRole.Administrator
            ? Proposed(now, standing with { State = PersonState.Proposed }, null, person, by, reason)
            : Written(now, standing, PersonDeed.Added, by, reason, PersonDifference.Between(null, person));
    }

    private PeopleDraft Change(PeopleNow now, Person after, int? version, Author by, string reason)
    {
        if (now.ById.GetValueOrDefault(after.Id) is not { } there) return new(new PeopleResult.NotThere());
        if (!there.IsActive) return Refused(there.State == PersonState.Ended ? PeopleRefusal.AccessEnded : PeopleRefusal.ChangeWaits, there);
        var isWaiting = there.Waiting?.HasExpired(time.GetUtcNow()) == false;
        // Whoever sends the same again has what was asked for, or waits for it.
        if (after == there.Person || (isWaiting && there.Waiting!.After == after && there.Waiting.By.PersonId == by.PersonId)) return new(new PeopleResult.Done(there));
        if (version is { } read && read != there.Version) return new(new PeopleResult.Stale(there));
        if (isWaiting) return Refused(PeopleRefusal.ChangeWaits, there);
        if (by.PersonId == after.Id && after.Role != PersonRole.Administrator) return Refused(PeopleRefusal.OwnRole, there);
        if (now.At(after.Address) is { } other && other.Person.Id != after.Id) return AddressInUse();
        return after.Address != there.Person.Address || (after.Role == PersonRole.Administrator && there.Person.Role != PersonRole.Administrator)
            ? Proposed(now, there with { Version = there.Version + 1 }, there.Person, after, by, reason)
            : Written(now, there with { Person = after, Version = there.Version + 1, Waiting = null }, PersonDeed.Changed, by, reason, PersonDifference.Between(there.Person, after));
    }

    private PeopleDraft End(PeopleNow now, string id, Author by, string reason) => now.ById.GetValueOrDefault(id) switch
    {
        null => new(new PeopleResult.NotThere()),
        { State: PersonState.Ended } ended => new(new PeopleResult.Done(ended)),
        { State: PersonState.Proposed } proposed => Refused(PeopleRefusal.ChangeWaits, proposed),
        { } self when self.Person.Id == by.PersonId => Refused(PeopleRefusal.OwnRole, self),
        // What this person did is known by id and name. The address was for signing in alone, and goes.
        { } there => Written(
            now, there with { Person = there.Person with { Address = new("") }, Version = there.Version + 1, State = PersonState.Ended, EndedAt = time.GetUtcNow(), Waiting = null },
            PersonDeed.Ended, by, reason, []),
    };

    private PeopleDraft Confirm(PeopleNow now, int number, Author by)
    {
        if (Waiting(now, number) is not { Waiting: { } proposal } there) return Refused(PeopleRefusal.ProposalIsOver, null);
        if (proposal.By.PersonId == by.PersonId) return Refused(PeopleRefusal.ProposerCannotConfirm, there);
        if (proposal.HasExpired(time.GetUtcNow())) return Refused(PeopleRefusal.ProposalExpired, there);
        if (now.At(proposal.After.Address) is { } other && other.Person.Id != there.Person.Id) return Refused(PeopleRefusal.AddressTakenMeanwhile, there);
        var isMoved = proposal.After.Address != there.Person.Address;
        return Written(
            now, there with { Person = proposal.After, Version = there.Version + 1, State = PersonState.Active, Waiting = null, SessionsFrom = isMoved ? time.GetUtcNow() : there.SessionsFrom },
            PersonDeed.Confirmed, by, proposal.Reason, PersonDifference.Between(there.IsActive ? there.Person : null, proposal.After), number);
    }

    private PeopleDraft Withdraw(PeopleNow now, int number, Author by) => Waiting(now, number) switch
    {
        null => Refused(PeopleRefusal.ProposalIsOver, null),
        { State: PersonState.Proposed } there => new(new PeopleResult.Gone(there.Person.Id), Entry(now, there.Person, PersonDeed.Withdrawn, by, null, [], number)),
        { } there => Written(now, there with { Version = there.Version + 1, Waiting = null }, PersonDeed.Withdrawn, by, null, [], number),
    };

    private static PersonStanding? Waiting(PeopleNow now, int number) => now.ById.Values.FirstOrDefault(one => one.Waiting?.Number == number);

    /// <summary>Whoever repeats what they did is answered as the first time.</summary>
    private async Task<PeopleResult> RepeatedAsync(PeopleResult result, int proposal, PersonDeed deed, Author by, CancellationToken cancel)
    {
        if (result is not PeopleResult.Refused { Why: PeopleRefusal.ProposalIsOver }) return result;
        var done = (await book.ChangesAsync(null, int.MaxValue, cancel: cancel).ConfigureAwait(false))
            .TakeWhile(change => change.Number > proposal).FirstOrDefault(change => change.Proposal == proposal && change.What == deed && change.By.PersonId == by.PersonId);
        if (done is null) return result;
        return await book.FindAsync(done.PersonId, cancel).ConfigureAwait(false) is { } there ? new PeopleResult.Done(there) : new PeopleResult.Gone(done.PersonId);
    }

    /// <summary>Who is no administrator any more while the form was open changes nothing: so one of two who end each other remains.</summary>
    private Task<PeopleResult> WriteAsync(Author by, Func<PeopleNow, PeopleDraft> decide, CancellationToken cancel) => book.WriteAsync(
        now => now.ById.GetValueOrDefault(by.PersonId) is { IsActive: true, Person: { Office: null, Role: PersonRole.Administrator } }
            ? decide(now) : Refused(PeopleRefusal.NoAdministrator, null),
        cancel);

    private PeopleDraft Proposed(PeopleNow now, PersonStanding there, Person? before, Person after, Author by, string reason)
    {
        var at = time.GetUtcNow();
        var proposal = new PersonProposal(now.LastNumber + 1, after, by, at, at + ContactDesk.ProposalLasts, reason);
        return Written(now, there with { Waiting = proposal }, PersonDeed.Proposed, by, reason, PersonDifference.Between(before, after), proposal.Number);
    }

    private PeopleDraft Written(
        PeopleNow now, PersonStanding row, PersonDeed what, Author by, string? reason, IReadOnlyList<PersonDifference> differences, int? proposal = null) =>
        new(new PeopleResult.Done(row), Entry(now, row.Person, what, by, reason, differences, proposal), row);

    private PersonChange Entry(
        PeopleNow now, Person person, PersonDeed what, Author by, string? reason, IReadOnlyList<PersonDifference> differences, int? proposal) =>
        new(now.LastNumber + 1, time.GetUtcNow(), by, person.Id, person.Name, what, reason, differences, proposal);

    private static PeopleDraft Refused(PeopleRefusal why, PersonStanding? there) => new(new PeopleResult.Refused(why, there));

    private static PeopleDraft AddressInUse() => new(new PeopleResult.Unreadable([new("address", FieldFault.AddressInUse)]));

    private async Task<IReadOnlyList<FieldProblem>> ProblemsAsync(PersonForm form, string? reason, Person? there, CancellationToken cancel)
    {
        var governments = (await reference.LocalGovernmentsAsync(cancel).ConfigureAwait(false)).ToDictionary(one => one.Id.Value, StringComparer.Ordinal);
        return [.. form.Problems(governments, there, SeoulTime.DayOf(time.GetUtcNow())), .. ReasonProblems(reason)];
    }

    internal static IEnumerable<FieldProblem> ReasonProblems(string? reason)
    {
        if (string.IsNullOrWhiteSpace(reason)) yield return new("reason", FieldFault.Missing);
        else if (reason.Length > LongestReason) yield return new("reason", FieldFault.TooLong);
        else if (!Texts.Letters.AreWanted(reason)) yield return new("reason", FieldFault.ControlCharacters);
    }
}
