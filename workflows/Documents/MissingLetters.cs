using System.Globalization;
using System.Text;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Documents;

/// <summary>Letters that none of the fonts for printing has, and where they stand.</summary>
/// <param name="Clause">From 1; null: a title or a name.</param>
/// <param name="Passage">The title or name; null: a clause.</param>
/// <param name="Letters">Each once, in the order in which they stand there; at least one.</param>
public sealed record MissingLetters(int? Clause, Language? Version, string? Passage, IReadOnlyList<Rune> Letters)
{
    private const int MostNamed = 12;

    /// <summary>"ก (U+0E01), ร (U+0E23)": the letters, and the name in which they stand.</summary>
    public override string ToString() =>
        string.Join(", ", Letters.Take(MostNamed).Select(NameOf)) + (Letters.Count > MostNamed ? " …" : "") + (Passage is null ? "" : $" – {Passage}");

    /// <summary>"ก (U+0E01)", or the number alone where the letter cannot be shown.</summary>
    public static string NameOf(Rune letter) => Rune.GetUnicodeCategory(letter) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse
            ? $"U+{letter.Value:X4}"
            : $"{letter} (U+{letter.Value:X4})";
}
