using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.SignIn;
using LocalDiplomacy.Workflows.Texts;

namespace LocalDiplomacy.Workflows.People;

/// <summary>A person as a form or a program sends them: everything can be missing.</summary>
/// <param name="MemberOf">A local government by its id; left out: the association.</param>
/// <param name="Role">Of the association "Administrator", "Operator" or "Auditor"; of an office "Drafter", "HeadOfOffice" or "CouncilClerk".</param>
/// <param name="Language">"ko", "en", "fr" or "es".</param>
public sealed record PersonForm(string? Name, string? JobTitle, string? Address, string? MemberOf, string? Role, string? Language)
{
    public const int LongestName = 100;

    public static PersonForm Of(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return new(person.Name, person.Title, person.Address.Value, person.Office?.Value, person.Role.ToString(), person.Language.Code);
    }

    /// <summary>What somebody of an office can be, and of the association.</summary>
    public static IReadOnlyList<PersonRole> RolesOf(bool association) => association
        ? [PersonRole.Administrator, PersonRole.Operator, PersonRole.Auditor]
        : [PersonRole.Drafter, PersonRole.HeadOfOffice, PersonRole.CouncilClerk];

    /// <param name="there">An office that the person is of already may have ended since.</param>
    internal IReadOnlyList<FieldProblem> Problems(IReadOnlyDictionary<string, LocalGovernment> governments, Person? there, DateOnly today) =>
    [
        .. Words("name", Name), .. Words("jobTitle", JobTitle), .. AddressProblems(),
        .. MemberOfProblems(governments, there, today), .. RoleProblems(),
        .. Lifecycle.Language.OfPages.Any(one => one.Code == Language) ? Array.Empty<FieldProblem>() : [new("language", string.IsNullOrEmpty(Language) ? FieldFault.Missing : FieldFault.Unknown)],
    ];

    /// <summary>Only without problems.</summary>
    internal Person Read(string id) => new(
        id, Office, Name!.Trim(), JobTitle!.Trim(), EmailAddress.From(Address!), new(Language!), Enum.Parse<PersonRole>(Role!));

    private LocalGovernmentId? Office => string.IsNullOrWhiteSpace(MemberOf) ? null : new(MemberOf.Trim());

    private static IEnumerable<FieldProblem> Words(string field, string? said)
    {
        if (string.IsNullOrWhiteSpace(said)) yield return new(field, FieldFault.Missing);
        else if (said.Length > LongestName) yield return new(field, FieldFault.TooLong);
        else if (!Letters.AreWanted(said)) yield return new(field, FieldFault.ControlCharacters);
        else if (said.Trim()[0] is '=' or '+' or '-' or '@') yield return new(field, FieldFault.LooksLikeFormula);
    }

    private IEnumerable<FieldProblem> AddressProblems()
    {
        if (string.IsNullOrWhiteSpace(Address)) yield return new("address", FieldFault.Missing);
        else if (!WorkflowsSettings.IsAddress(Address.Trim())) yield return new("address", FieldFault.Malformed);
        else if (Address.Trim()[0] is '=' or '+' or '-' or '@') yield return new("address", FieldFault.LooksLikeFormula);
    }

    private IEnumerable<FieldProblem> MemberOfProblems(IReadOnlyDictionary<string, LocalGovernment> governments, Person? there, DateOnly today)
    {
        if (Office is not { } office) yield break;
        if (!governments.TryGetValue(office.Value, out var found) || (!found.ExistsOn(today) && there?.Office != office)) yield return new("memberOf", FieldFault.NoSuchLocalGovernment);
    }

    private IEnumerable<FieldProblem> RoleProblems()
    {
        if (string.IsNullOrEmpty(Role)) yield return new("role", FieldFault.Missing);
        else if (Enum.GetValues<PersonRole>().All(role => role.ToString() != Role)) yield return new("role", FieldFault.Unknown);
        else if (RolesOf(Office is null).All(role => role.ToString() != Role)) yield return new("role", FieldFault.RoleElsewhere);
    }
}
