namespace LocalDiplomacy.Pages.Wording;

/// <summary>"the City of Libreville", but "Libreville".</summary>
internal static class EnglishArticle
{
    private static readonly string[] takeArticle =
    [
        "Embassy", "Delegation", "Nunciature", "Apostolic", "High", "Taipei", "City", "Town", "Province", "Municipality", "Region",
        "District", "Department", "Government", "Governorate", "Prefecture", "State", "Commune", "County", "Republic", "Ministry",
        "Chamber", "University", "Mayor", "Governor",
    ];

    /// <summary>Only names of the form "City of …" take one; "City Hall" does as well, "Cityville" does not.</summary>
    public static string Before(string name) =>
        NameInSentence.BeginsWith(name, takeArticle) && name.Contains(" of ", StringComparison.OrdinalIgnoreCase) ? $"the {name}" : name;
}
