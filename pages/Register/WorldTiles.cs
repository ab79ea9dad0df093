using System.Globalization;
using LocalDiplomacy.Workflows.ReferenceData;

namespace LocalDiplomacy.Pages.Register;

/// <summary>How the map of tiles is drawn: one path for all tiles that say nothing, one for each that does.</summary>
internal static class WorldTiles
{
    public const int Pitch = 40;
    private const int Side = 36;

    /// <summary>The least of each shade, four times the one before: most countries have few ties, some have hundreds.</summary>
    public static readonly IReadOnlyList<int> Least = [1, 2, 5, 17, 65];

    public static int Columns { get; } = Countries.All.Values.Max(country => country.Tile?.Column ?? 0) + 1;

    public static int Rows { get; } = Countries.All.Values.Max(country => country.Tile?.Row ?? 0) + 1;

    public static Tile Korea { get; } = Countries.All["KR"].Tile!;

    public static int Middle(int column) => (column * Pitch) + (Pitch / 2);

    public static string Outline(IEnumerable<Tile> tiles) => string.Concat(tiles.Select(tile => string.Create(
        CultureInfo.InvariantCulture, $"M{(tile.Column * Pitch) + 2} {(tile.Row * Pitch) + 2}h{Side}v{Side}h-{Side}z")));

    public static string Shade(int count) => $"world-{Least.Count(least => least <= count)}";

    /// <summary>"5–16", as the map's key has it.</summary>
    public static string Span(int place) =>
        place + 1 == Least.Count ? $"≥ {Least[place]}" : Least[place + 1] - 1 == Least[place] ? $"{Least[place]}" : $"{Least[place]}–{Least[place + 1] - 1}";
}
