using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace LocalDiplomacy.Workflows.Register;

/// <summary>
/// Words in a form in which they find each other: without case and accents, and Korean as the letters that one types. A syllable
/// that is not finished yet is found ("안도" and "안ㄷ" in "안동"), and so is one whose last letter belongs to the next
/// ("각" in "가구").
/// </summary>
public static class FoldedWords
{
    private const string Initials = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    private const char FirstInitial = '\u1100', FirstVowel = '\u1161', FirstFinal = '\u11a8';
    private static readonly string[] Vowels = ["ㅏ", "ㅐ", "ㅑ", "ㅒ", "ㅓ", "ㅔ", "ㅕ", "ㅖ", "ㅗ", "ㅗㅏ", "ㅗㅐ", "ㅗㅣ", "ㅛ", "ㅜ", "ㅜㅓ", "ㅜㅔ", "ㅜㅣ", "ㅠ", "ㅡ", "ㅡㅣ", "ㅣ"];

    private static readonly string[] Finals =
        ["ㄱ", "ㄲ", "ㄱㅅ", "ㄴ", "ㄴㅈ", "ㄴㅎ", "ㄷ", "ㄹ", "ㄹㄱ", "ㄹㅁ", "ㄹㅂ", "ㄹㅅ", "ㄹㅌ", "ㄹㅍ", "ㄹㅎ", "ㅁ", "ㅂ", "ㅂㅅ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ"];

    /// <summary>Letters that are two, typed alone or as the end of a syllable, and Latin ones that no decomposition takes apart.</summary>
    private static readonly FrozenDictionary<char, string> Apart =
        ("ㄳㄱㅅ ㄵㄴㅈ ㄶㄴㅎ ㄺㄹㄱ ㄻㄹㅁ ㄼㄹㅂ ㄽㄹㅅ ㄾㄹㅌ ㄿㄹㅍ ㅀㄹㅎ ㅄㅂㅅ ㅘㅗㅏ ㅙㅗㅐ ㅚㅗㅣ ㅝㅜㅓ ㅞㅜㅔ ㅟㅜㅣ ㅢㅡㅣ "
            + "ßss æae œoe øo đd łl ıi þth ðd").Split(' ').ToFrozenDictionary(pair => pair[0], pair => pair[1..]);

    /// <summary>Runs of anything but letters and digits become one blank. Folding again changes nothing.</summary>
    public static string Of(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var folded = new StringBuilder(words.Length * 2);
        foreach (var letter in Whole(words).Normalize(NormalizationForm.FormD)) Append(folded, letter);
        return folded.ToString().Trim();
    }

    /// <summary>The first letter of each Korean syllable, as people type who are in a hurry: "ㄱㅅㅂㄷ" for 경상북도. Other letters are left out.</summary>
    public static string InitialsOf(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return string.Concat(words.Normalize(NormalizationForm.FormC).Where(letter => letter is >= '가' and <= '힣').Select(letter => Initials[(letter - '가') / (21 * 28)]));
    }

    /// <summary>Half a surrogate pair, which no normalisation takes, becomes the replacement character.</summary>
    private static string Whole(string words) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(words));

    private static void Append(StringBuilder folded, char letter)
    {
        var lower = char.ToLowerInvariant(letter);
        if (Jamo(lower) is { } jamo) folded.Append(jamo);
        else if (Apart.TryGetValue(lower, out var letters)) folded.Append(letters);
        else if (char.IsLetterOrDigit(lower) || char.IsSurrogate(lower)) folded.Append(lower);
        else if (char.GetUnicodeCategory(lower) != UnicodeCategory.NonSpacingMark && folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
    }

    private static string? Jamo(char letter) => letter switch
    {
        >= FirstInitial and < (char)(FirstInitial + 19) => Initials[letter - FirstInitial].ToString(),
        >= FirstVowel and < (char)(FirstVowel + 21) => Vowels[letter - FirstVowel],
        >= FirstFinal and < (char)(FirstFinal + 27) => Finals[letter - FirstFinal],
        _ => null,
    };
}
