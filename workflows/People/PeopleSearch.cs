using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Register;

namespace LocalDiplomacy.Workflows.People;

/// <summary>Finds people by any part of a name, a title, an address or an office's name, in any language and half typed.</summary>
public static class PeopleSearch
{
    public const int LongestWords = 100;

    /// <summary>All of the words must be found. Without words: everybody.</summary>
    public static IReadOnlyList<PersonStanding> Find(IEnumerable<PersonStanding> people, string? words, IReadOnlyDictionary<Lifecycle.LocalGovernmentId, LocalGovernment> governments)
    {
        var wanted = FoldedWords.Of(words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. people.Where(one => Names(one, governments) is var names && wanted.All(word => names.Any(name => name.Contains(word, StringComparison.Ordinal))))];
    }

    private static List<string> Names(PersonStanding one, IReadOnlyDictionary<Lifecycle.LocalGovernmentId, LocalGovernment> governments)
    {
        List<string> said = [one.Person.Name, one.Person.Title, one.Person.Address.Value, one.Waiting?.After.Address.Value ?? "", .. OfficeNames(one.Person.Office, governments)];
        return [.. said.Select(FoldedWords.Of), .. said.Select(FoldedWords.InitialsOf)];
    }

    private static IEnumerable<string> OfficeNames(Lifecycle.LocalGovernmentId? office, IReadOnlyDictionary<Lifecycle.LocalGovernmentId, LocalGovernment> governments) =>
        office is not { } id || !governments.TryGetValue(id, out var found) ? []
        : [.. found.Name.ByLanguage.Values, .. found.Parent is { } parent && governments.TryGetValue(parent, out var province) ? province.Name.ByLanguage.Values : []];
}
