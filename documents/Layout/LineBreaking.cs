using System.Text;
using LocalDiplomacy.Documents.Type;

namespace LocalDiplomacy.Documents.Layout;

/// <summary>A line's letters, in runs of one look each.</summary>
internal sealed record Line(IReadOnlyList<Run> Runs)
{
    public double Width => Runs.Sum(run => LineBreaking.WidthOf(run.Text, run.Style));
}

/// <summary>
/// Cuts a paragraph into lines: between words, in Korean, Chinese and Japanese between any two syllables, never before a
/// closing mark nor after an opening one; and where a word is longer than a line, wherever the line ends.
/// </summary>
internal static class LineBreaking
{
    private const string Closing = ")]}”’」』》〉,.;:!?%°…·、。，．：；！？»";
    private const string Opening = "([{“‘「『《〈«";
    private const string BreaksAfter = "-–—/";
    private const string NeverBroken = "\u00a0\u202f\u2011\u2060";

    /// <exception cref="MissingCharacterException">A face lacks one of the letters.</exception>
    public static IReadOnlyList<Line> Lines(IReadOnlyList<Run> runs, double width)
    {
        var lines = new List<Line>();
        var letters = Letters(runs);
        for (var start = 0; start < letters.Count;)
        {
            var (end, next) = NextLine(letters, start, width);
            lines.Add(Joined(letters, start, end));
            start = next;
        }

        return lines;
    }

    public static double WidthOf(string text, Style style) => text.EnumerateRunes().Sum(rune => WidthOf(rune, style));

    /// <returns>Where the line ends, and where the next begins: blanks at the break are dropped.</returns>
    private static (int End, int Next) NextLine(List<Letter> letters, int start, double width)
    {
        var (used, lastBreak) = (0.0, -1);
        for (var i = start; i < letters.Count; i++)
        {
            if (letters[i].Rune.Value == '\n') return (Trimmed(letters, start, i), i + 1);
            if (i > start && CanBreak(letters, i)) lastBreak = i;
            used += letters[i].Width;
            if (used <= width || IsBlank(letters[i])) continue;
            var at = lastBreak > start ? lastBreak : Math.Max(i, start + 1);
            return (Trimmed(letters, start, at), AfterBlanks(letters, at));
        }

        return (Trimmed(letters, start, letters.Count), letters.Count);
    }

    /// <summary>Whether a new line may begin with the letter at this place.</summary>
    private static bool CanBreak(List<Letter> letters, int at)
    {
        var (before, after) = (letters[at - 1].Rune, letters[at].Rune);
        if (IsOneOf(NeverBroken, before) || IsOneOf(NeverBroken, after) || IsOneOf(Closing, after) || IsBlank(letters[at])) return false;
        if (IsBlank(letters[at - 1])) return !(at >= 2 && IsOneOf(Opening, letters[at - 2].Rune));
        if (IsOneOf(Opening, before)) return false;
        if (IsOneOf(BreaksAfter, before)) return !Rune.IsDigit(after);
        return IsSyllable(before) && (IsSyllable(after) || Rune.IsLetterOrDigit(after) || IsOneOf(Opening, after))
            || IsSyllable(after) && (Rune.IsLetter(before) || IsOneOf(Closing, before));
    }

    private static int Trimmed(List<Letter> letters, int start, int end)
    {
        while (end > start && IsBlank(letters[end - 1])) end--;
        return end;
    }

    private static int AfterBlanks(List<Letter> letters, int at)
    {
        while (at < letters.Count && IsBlank(letters[at])) at++;
        return at < letters.Count && letters[at].Rune.Value == '\n' ? at + 1 : at;
    }

    private static Line Joined(List<Letter> letters, int start, int end)
    {
        var runs = new List<Run>();
        for (var i = start; i < end; i++)
        {
            var letter = letters[i];
            if (runs.Count > 0 && runs[^1].Style == letter.Style) runs[^1] = runs[^1] with { Text = runs[^1].Text + letter.Rune };
            else runs.Add(new(letter.Rune.ToString(), letter.Style));
        }

        return new(runs);
    }

    private static List<Letter> Letters(IReadOnlyList<Run> runs) =>
        [.. runs.SelectMany(run => run.Text.ReplaceLineEndings("\n").Replace('\t', ' ').EnumerateRunes().Select(rune => Found(rune, run.Style)))];

    /// <summary>In the face that has it: a line changes faces within a word where it must.</summary>
    private static Letter Found(Rune rune, Style wanted)
    {
        var style = wanted with { Face = Typeface.For(wanted.Face, rune) };
        return new(rune, style, WidthOf(rune, style));
    }

    private static double WidthOf(Rune rune, Style style)
    {
        if (rune.Value == '\n') return 0;
        var font = Typeface.Of(style.Face);
        var glyph = font.GlyphOf(rune.Value);
        return glyph == 0 ? throw new MissingCharacterException(rune) : font.WidthOf(glyph) * style.Size / 1000;
    }

    /// <summary>Hangul, Chinese characters and kana.</summary>
    private static bool IsSyllable(Rune rune) =>
        rune.Value is >= 0xAC00 and <= 0xD7A3 or >= 0x1100 and <= 0x11FF or >= 0x3130 and <= 0x318F or >= 0x3040 and <= 0x30FF
            or >= 0x3400 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x3FFFF;

    private static bool IsBlank(Letter letter) => letter.Rune.Value is ' ' or '\u200b' or '\u2009';

    private static bool IsOneOf(string marks, Rune rune) => rune.IsBmp && marks.Contains((char)rune.Value, StringComparison.Ordinal);

    private readonly record struct Letter(Rune Rune, Style Style, double Width);
}
