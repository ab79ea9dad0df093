using System.Buffers;
using System.Globalization;
using System.Text;

namespace LocalDiplomacy.Workflows.Texts;

/// <summary>
/// Which characters people's words may hold: those that can be seen, and that mean the same to each reader and each program.
/// By the categories that .NET itself carries, so that every machine decides alike.
/// </summary>
public static class Letters
{
    /// <summary>More than any language writes over one letter; what is piled higher covers the lines around it.</summary>
    private const int MostMarks = 6;

    /// <summary>Come along when words are copied from pages and word processors, and say nothing: soft hyphen, blanks without width.</summary>
    private static readonly SearchValues<char> Unseen = SearchValues.Create("\u00ad\u200b\u2060\ufeff");

    /// <summary>Letters and marks that nobody sees: fillers, the joiner of marks, the empty pattern of Braille, and what stands for broken bytes.</summary>
    private static readonly SearchValues<char> Fillers = SearchValues.Create("\u034f\u115f\u1160\u2800\u3164\uffa0\ufffd");

    /// <summary>Without what says nothing: two texts that look the same are the same.</summary>
    public static string WithoutUnseen(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words.AsSpan().ContainsAny(Unseen) ? string.Concat(words.Where(letter => !Unseen.Contains(letter))) : words;
    }

    /// <summary>
    /// No controls, no marks that turn the direction of writing, no private, unassigned or halved characters, nothing that nobody
    /// sees, and no marks piled up. Joiners stay: Persian and the scripts of India spell with them.
    /// </summary>
    public static bool AreWanted(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (words.AsSpan().ContainsAny(Fillers)) return false;
        var marks = 0;
        for (var rest = words.AsSpan(); !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var used) != OperationStatus.Done) return false;
            rest = rest[used..];
            var category = Rune.GetUnicodeCategory(rune);
            if (!IsWanted(rune, category)) return false;
            marks = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            if (marks > MostMarks) return false;
        }

        return true;
    }

    private static bool IsWanted(Rune rune, UnicodeCategory category) => category switch
    {
        UnicodeCategory.Control => rune.Value is '\n' or '\r' or '\t',
        UnicodeCategory.Format => rune.Value is 0x200c or 0x200d || Unseen.Contains((char)rune.Value),
        UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate => false,
        _ => true,
    };
}
