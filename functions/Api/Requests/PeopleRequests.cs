using LocalDiplomacy.Workflows.People;

namespace LocalDiplomacy.Functions.Api.Requests;

/// <param name="JobTitle">As the person's card has it.</param>
/// <param name="Address">What the person signs in with.</param>
/// <param name="MemberOf">A local government by its id; left out: the association.</param>
/// <param name="Role">Of the association "Administrator", "Operator" or "Auditor"; of a local government "Drafter", "HeadOfOffice" or "CouncilClerk".</param>
/// <param name="Language">Of the mails: "ko", "en", "fr" or "es".</param>
/// <param name="Reason">Stays on record with the author's name.</param>
public sealed record PersonRequest(string? Name, string? JobTitle, string? Address, string? MemberOf, string? Role, string? Language, string? Reason)
{
    internal PersonForm Form() => new(Name, JobTitle, Address, MemberOf, Role, Language);
}

/// <param name="Reason">Stays on record with the author's name.</param>
public sealed record ReasonRequest(string? Reason);
