using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.People;
using LocalDiplomacy.Workflows.SignIn;

namespace LocalDiplomacy.Functions.Api.Answers;

public sealed record PeopleAnswer(IReadOnlyList<PersonAnswer> Items);

/// <summary>Somebody who can sign in, could, or is to.</summary>
/// <param name="Version">The ETag's number.</param>
/// <param name="MemberOf">A local government by its id; null: the association.</param>
/// <param name="State">"active", "proposed" or "ended".</param>
/// <param name="Address">In full for administrators, masked for others; null once the access has ended.</param>
/// <param name="Waiting">A change that waits for a second administrator.</param>
public sealed record PersonAnswer(
    string Id, int Version, string Name, string JobTitle, LocalGovernmentId? MemberOf, string Role, string Language, string? Address, string State,
    DateTimeOffset? EndedAt, PersonProposalAnswer? Waiting)
{
    public static PersonAnswer Of(PersonStanding standing, bool isInFull, DateTimeOffset now)
    {
        var person = standing.Person;
        return new(
            person.Id, standing.Version, person.Name, person.Title, person.Office, person.Role.ToString(), person.Language.Code,
            standing.State == PersonState.Ended ? null : AddressOf(person, isInFull), KebabCase.Of(standing.State), standing.EndedAt,
            standing.Waiting is { } waiting ? PersonProposalAnswer.Of(waiting, isInFull, now) : null);
    }

    internal static string AddressOf(Person person, bool isInFull) => isInFull ? person.Address.Value : person.Address.Masked;
}

/// <param name="Proposal">Names it, to confirm or withdraw it.</param>
public sealed record PersonProposalAnswer(
    int Proposal, string Name, string JobTitle, LocalGovernmentId? MemberOf, string Role, string Language, string Address,
    string ProposedBy, DateTimeOffset ProposedAt, DateTimeOffset ExpiresAt, bool HasExpired, string Reason)
{
    internal static PersonProposalAnswer Of(PersonProposal waiting, bool isInFull, DateTimeOffset now) => new(
        waiting.Number, waiting.After.Name, waiting.After.Title, waiting.After.Office, waiting.After.Role.ToString(), waiting.After.Language.Code,
        PersonAnswer.AddressOf(waiting.After, isInFull), waiting.By.Name, waiting.At, waiting.ExpiresAt, waiting.HasExpired(now), waiting.Reason);
}

/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record PeopleChangesAnswer(IReadOnlyList<PersonChangeAnswer> Items, string? Next);

/// <summary>One entry of the record about people.</summary>
/// <param name="What">"added", "changed", "proposed", "confirmed", "withdrawn" or "ended".</param>
/// <param name="Name">Of the person, as it was then.</param>
/// <param name="Proposal">The number of the proposal that it is about.</param>
public sealed record PersonChangeAnswer(
    int Number, DateTimeOffset At, string By, string PersonId, string Name, string What, string? Reason, int? Proposal, IReadOnlyList<PersonDifference> Differences)
{
    internal static PersonChangeAnswer Of(PersonChange change) => new(
        change.Number, change.At, change.By.Name, change.PersonId, change.Name, KebabCase.Of(change.What), change.Reason, change.Proposal, change.Differences);
}

/// <param name="Unknown">What addresses did that are nobody's: how often, and nothing more.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record SignInsAnswer(DateOnly Day, IReadOnlyList<SignInAnswer> Items, IReadOnlyList<UnknownSignInsAnswer> Unknown, string? Next)
{
    internal static SignInsAnswer Of(DateOnly day, IReadOnlyList<SignInEntry> entries, IReadOnlyList<UnknownSignIns> unknown, string? next) => new(
        day, [.. entries.Select(SignInAnswer.Of)], [.. unknown.Select(one => new UnknownSignInsAnswer(KebabCase.Of(one.What), one.Count))], next);
}

/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record PersonSignInsAnswer(IReadOnlyList<SignInAnswer> Items, string? Next);

/// <param name="What">"asked", "too-soon", "wrong-code", "over", "signed-in", "signed-in-with-entra" or "signed-out".</param>
public sealed record SignInAnswer(DateTimeOffset At, string What, string PersonId)
{
    internal static SignInAnswer Of(SignInEntry entry) => new(entry.At, KebabCase.Of(entry.What), entry.PersonId);
}

public sealed record UnknownSignInsAnswer(string What, int Count);
