using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.ReferenceData;

/// <summary>A country or territory of ISO 3166-1.</summary>
/// <param name="Name">In ko, en, fr and es, as the mission's row has it where there is a mission in Seoul.</param>
/// <param name="Tile">Where it stands on a map of tiles of one size; null: it is too small to be on it.</param>
public sealed record Country(string Code, LocalizedText Name, Tile? Tile);

/// <summary>A place on the map of tiles, from its upper left corner.</summary>
public sealed record Tile(int Column, int Row);

/// <summary>data/countries.csv. The table of missions can be edited and goes first; here is what it has no row for.</summary>
public static class Countries
{
    private static readonly Lazy<IReadOnlyDictionary<string, Country>> Read = new(() => ReferenceFiles.Countries().ToDictionary(country => country.Code, StringComparer.Ordinal));

    /// <summary>By their two-letter codes.</summary>
    public static IReadOnlyDictionary<string, Country> All => Read.Value;

    /// <summary>The code itself where no country has it.</summary>
    public static LocalizedText NameOf(string code) => All.TryGetValue(code, out var country) ? country.Name : LocalizedText.Of((Language.English, code));
}
