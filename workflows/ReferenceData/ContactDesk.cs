using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;

namespace LocalDiplomacy.Workflows.ReferenceData;

/// <summary>Why an address was not proposed, confirmed or withdrawn.</summary>
public enum ContactRefusal
{
    /// <summary>Another proposal waits for this mission: it is confirmed or withdrawn first.</summary>
    ProposalWaits,
    /// <summary>This address is on file already.</summary>
    AddressIsOnFile,
    /// <summary>Who proposed an address cannot confirm it too.</summary>
    ProposerCannotConfirm,
    /// <summary>Nobody confirmed it in time.</summary>
    ProposalExpired,
    /// <summary>It was confirmed or withdrawn, or there never was one of this number.</summary>
    ProposalIsOver,
}

/// <summary>What came of a deed at the desk of contacts.</summary>
public abstract record ContactResult
{
    private ContactResult() { }

    public sealed record Done(Standing<Mission> Standing) : ContactResult;

    public sealed record Unreadable(IReadOnlyList<FieldProblem> Problems) : ContactResult;

    public sealed record Refused(ContactRefusal Why, Standing<Mission> Current) : ContactResult;

    public sealed record NotThere : ContactResult;
}

/// <summary>
/// The one way in which a mission's address changes: an administrator proposes it, another one confirms it. Whoever controls
/// where an embassy's links go could answer for the embassy, so nobody does alone.
/// </summary>
public sealed class ContactDesk(ReferenceTables tables, TimeProvider time)
{
    public static readonly TimeSpan ProposalLasts = TimeSpan.FromDays(7);
    private const int LongestReason = 1000;

    private RevisionBook<Mission> Book => tables.MissionBook;

    /// <summary>Proposes an address. The same one again by the same author, while it waits: answered as the first time.</summary>
    public Task<ContactResult> ProposeAsync(MissionId id, string? address, string? reason, Author by, CancellationToken cancel = default)
    {
        List<FieldProblem> problems = [.. Faults(address, reason)];
        return problems.Count > 0
            ? Task.FromResult<ContactResult>(new ContactResult.Unreadable(problems))
            : WriteAsync(id, by, (there, next) => Propose(there, new EmailAddress(address!.Trim()), reason!.Trim(), by, next), cancel);
    }

    /// <param name="proposal">The number of the proposal that the author has before them: no other is confirmed.</param>
    public async Task<ContactResult> ConfirmAsync(MissionId id, int proposal, Author by, CancellationToken cancel = default)
    {
        var result = await WriteAsync(id, by, (there, next) => Confirm(there, proposal, by, next), cancel).ConfigureAwait(false);
        return await RepeatedAsync(result, by, what => what is ReferenceChange.ContactConfirmed confirmed && confirmed.Proposal.Number == proposal, cancel).ConfigureAwait(false);
    }

    /// <summary>Takes a proposal back, or turns another's down. Also one that has expired.</summary>
    public async Task<ContactResult> WithdrawAsync(MissionId id, int proposal, Author by, CancellationToken cancel = default)
    {
        var result = await WriteAsync(id, by, (there, next) => Withdraw(there, proposal, next), cancel).ConfigureAwait(false);
        return await RepeatedAsync(result, by, what => what is ReferenceChange.ContactWithdrawn withdrawn && withdrawn.Proposal.Number == proposal, cancel).ConfigureAwait(false);
    }

    private Draft<Mission, ContactResult> Propose(Standing<Mission> there, EmailAddress address, string reason, Author by, int next)
    {
        var now = time.GetUtcNow();
        if (there.Row.Waiting is { } waiting && !waiting.HasExpired(now))
            return waiting.Address == address && waiting.By.PersonId == by.PersonId ? new(new ContactResult.Done(there)) : Refused(ContactRefusal.ProposalWaits, there);
        if (there.Row.Contact == address) return Refused(ContactRefusal.AddressIsOnFile, there);
        var proposal = new ContactProposal(next, address, by, now, now + ProposalLasts, reason);
        return Changed(there.Row with { Waiting = proposal }, new ReferenceChange.ContactProposed(proposal), reason, next);
    }

    private Draft<Mission, ContactResult> Confirm(Standing<Mission> there, int number, Author by, int next) => there.Row.Waiting switch
    {
        not { } => Refused(ContactRefusal.ProposalIsOver, there),
        { } other when other.Number != number => Refused(ContactRefusal.ProposalIsOver, there),
        { } own when own.By.PersonId == by.PersonId => Refused(ContactRefusal.ProposerCannotConfirm, there),
        { } late when late.HasExpired(time.GetUtcNow()) => Refused(ContactRefusal.ProposalExpired, there),
        { } proposal => Changed(
            there.Row with { Contact = proposal.Address, Waiting = null }, new ReferenceChange.ContactConfirmed(proposal, there.Row.Contact), proposal.Reason, next),
    };

    private static Draft<Mission, ContactResult> Withdraw(Standing<Mission> there, int number, int next) =>
        there.Row.Waiting is { } proposal && proposal.Number == number
            ? Changed(there.Row with { Waiting = null }, new ReferenceChange.ContactWithdrawn(proposal), null, next)
            : Refused(ContactRefusal.ProposalIsOver, there);

    private Task<ContactResult> WriteAsync(
        MissionId id, Author by, Func<Standing<Mission>, int, Draft<Mission, ContactResult>> decide, CancellationToken cancel) =>
        Book.WriteAsync(by, (now, next) => now.ByKey.GetValueOrDefault(id.Value) is { } there ? decide(there, next) : new(new ContactResult.NotThere()), cancel);

    /// <summary>Whoever repeats what they did is answered as the first time.</summary>
    private async Task<ContactResult> RepeatedAsync(ContactResult result, Author by, Func<ReferenceChange, bool> isIt, CancellationToken cancel) =>
        result is ContactResult.Refused { Why: ContactRefusal.ProposalIsOver } refused
        && (await Book.Log.AfterAsync(0, cancel).ConfigureAwait(false)).Any(revision => revision.By.PersonId == by.PersonId && isIt(revision.What))
            ? new ContactResult.Done(refused.Current)
            : result;

    private static Draft<Mission, ContactResult> Changed(Mission row, ReferenceChange what, string? reason, int next) =>
        new(new ContactResult.Done(new(row, next)), what, reason, [row]);

    private static Draft<Mission, ContactResult> Refused(ContactRefusal why, Standing<Mission> there) => new(new ContactResult.Refused(why, there));

    private static IEnumerable<FieldProblem> Faults(string? address, string? reason)
    {
        if (string.IsNullOrWhiteSpace(address)) yield return new("address", FieldFault.Missing);
        else if (!WorkflowsSettings.IsAddress(address.Trim())) yield return new("address", FieldFault.Malformed);
        else if (address.Trim()[0] is '=' or '+' or '-' or '@') yield return new("address", FieldFault.LooksLikeFormula);
        if (string.IsNullOrWhiteSpace(reason)) yield return new("reason", FieldFault.Missing);
        else if (reason.Length > LongestReason) yield return new("reason", FieldFault.TooLong);
        else if (!Texts.Letters.AreWanted(reason)) yield return new("reason", FieldFault.ControlCharacters);
    }
}
