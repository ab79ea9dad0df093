using LocalDiplomacy.Pages.Register;
using LocalDiplomacy.Pages.Wording;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.People;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.SignIn;

namespace LocalDiplomacy.Pages.Administration.People;

/// <summary>What the pages about people say the same way everywhere.</summary>
internal static class PeopleWords
{
    public static string Role(PersonRole role, Language language) => Words.Of(language, $"People.Role.{role}");

    /// <summary>The office with its province; the association where there is none.</summary>
    public static string MemberOf(LocalGovernmentId? office, IReadOnlyDictionary<LocalGovernmentId, LocalGovernment> offices, Language language) =>
        office is not { } id ? Words.Of(language, "People.Association")
        : offices.GetValueOrDefault(id) is not { } found ? id.Value
        : RegisterNames.WithProvince(found.Name, found.Parent is { } parent ? offices.GetValueOrDefault(parent)?.Name : null, language);

    /// <summary>Who changes nothing reads addresses masked.</summary>
    public static string Address(EmailAddress address, Person? reader) => reader?.Role == PersonRole.Administrator ? address.Value : address.Masked;

    public static string Sentence(PersonChange change, Language language) => Words.Of(language, $"People.Did.{change.What}", change.By.Name, change.Name);

    /// <summary>A value of a difference as people read it.</summary>
    public static string Value(PersonDifference difference, string? value, IReadOnlyDictionary<LocalGovernmentId, LocalGovernment> offices, Language language) => (difference.Field, value) switch
    {
        ("memberOf", _) => difference.Before is null && difference.After is null ? "" : MemberOf(value is null ? null : new(value), offices, language),
        (_, null) => Words.Of(language, "People.Nothing"),
        ("role", _) => Enum.TryParse<PersonRole>(value, out var role) ? Role(role, language) : value,
        ("language", _) => LanguageNames.Of(value, language),
        _ => value,
    };
}
