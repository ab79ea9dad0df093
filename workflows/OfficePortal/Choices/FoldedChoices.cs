using LocalDiplomacy.Workflows.Register;

namespace LocalDiplomacy.Workflows.OfficePortal.Choices;

/// <summary>
/// Choices with all their names, folded once. Found in any language and by any part, without case and accents, by syllables that
/// are half typed ("안도" for 안동) and by the first letters of syllables ("ㄱㅅㅂㄷ" for 경상북도).
/// </summary>
internal sealed class FoldedChoices
{
    private const int NotFound = 100;
    private readonly Row[] _rows;

    private sealed record Row(Choice Choice, string[] Names, string[] Initials);

    public FoldedChoices(IEnumerable<(Choice Choice, IEnumerable<string> Names)> choices) => _rows =
    [
        .. choices.Select(one => (one.Choice, Names: one.Names.Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).ToList())).Select(one =>
            new Row(one.Choice, [.. one.Names.Select(FoldedWords.Of)], [.. one.Names.Select(FoldedWords.InitialsOf).Where(initials => initials.Length > 0)])),
    ];

    /// <summary>All of the words must be found. What begins with them comes first; else the order is the one that was given.</summary>
    public IReadOnlyList<Choice> Find(string words, int most)
    {
        var wanted = FoldedWords.Of(words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. _rows.Select(row => (row.Choice, Rank: wanted.Sum(word => RankOf(row, word)))).Where(found => found.Rank < NotFound)
                .OrderBy(found => found.Rank).Select(found => found.Choice).Take(most),
        ];
    }

    public Choice? Named(string id) => _rows.FirstOrDefault(row => row.Choice.Id == id)?.Choice;

    private static int RankOf(Row row, string word) =>
        row.Names.Any(name => name.StartsWith(word, StringComparison.Ordinal)) ? 0
        : row.Names.Any(name => name.Contains(' ' + word, StringComparison.Ordinal)) ? 1
        : row.Initials.Any(initials => initials.StartsWith(word, StringComparison.Ordinal)) ? 2
        : row.Names.Any(name => name.Contains(word, StringComparison.Ordinal)) ? 3
        : row.Initials.Any(initials => initials.Contains(word, StringComparison.Ordinal)) ? 4
        : NotFound;
}
