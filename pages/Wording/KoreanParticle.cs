namespace LocalDiplomacy.Pages.Wording;

/// <summary>
/// Chooses between 이 and 가, 을 and 를 and so on by the last letter of the word in front. Where that letter does not tell
/// how the word is read, both are said as an office writes them: 이(가), (으)로.
/// </summary>
internal static class KoreanParticle
{
    private const int FirstSyllable = 0xAC00, LastSyllable = 0xD7A3, Finals = 28, Open = 0, Closed = 1, Rieul = 8;

    /// <summary>Digits as they are read in Korean: 영 일 이 삼 사 오 육 칠 팔 구.</summary>
    private static readonly int[] finalsOfDigits = [21, Rieul, 0, 16, 0, 0, 1, Rieul, Rieul, 0];

    /// <param name="word">What stands in front.</param>
    /// <param name="pair">With a final consonant first: "이/가", "으로/로".</param>
    public static string After(string word, string pair)
    {
        var (closed, open) = (pair[..pair.IndexOf('/', StringComparison.Ordinal)], pair[(pair.IndexOf('/', StringComparison.Ordinal) + 1)..]);
        return word + FinalOf(Read(word)) switch
        {
            null => closed == "으로" ? "(으)로" : $"{closed}({open})",
            Open => open,
            Rieul when closed == "으로" => open,
            _ => closed,
        };
    }

    /// <summary>What is read aloud last: what stands in brackets or between quotation marks does not change the particle.</summary>
    private static string Read(string word)
    {
        var read = word.TrimEnd('’', '”', '"', '\'', '」', '』', '》', '»', ' ', '\u00a0', '\u202f');
        var bracket = read.EndsWith(')') ? read.LastIndexOf('(') : -1;
        return bracket > 0 ? Read(read[..bracket]) : read;
    }

    /// <summary>The number of the final consonant, 0 for none, null where the letter does not tell.</summary>
    private static int? FinalOf(string word) => word.LastOrDefault() switch
    {
        >= (char)FirstSyllable and <= (char)LastSyllable and var syllable => (syllable - FirstSyllable) % Finals,
        >= '0' and <= '9' and var digit => finalsOfDigits[digit - '0'],
        // A day is written "2026. 12. 12." and read "… 십이 일".
        '.' when word.Length > 1 && char.IsAsciiDigit(word[^2]) => Rieul,
        _ when word.Contains('@', StringComparison.Ordinal) => null,
        _ => FinalOfLatin(word),
    };

    /// <summary>
    /// Names in Latin letters, where every usual reading ends alike: "Ana" and "Paris" are open, "Susan" is closed. A final
    /// e can be silent, and k, p or t can stand alone or close a syllable.
    /// </summary>
    private static int? FinalOfLatin(string word) => char.ToLowerInvariant(word.LastOrDefault()) switch
    {
        'a' or 'i' or 'o' or 'u' or 'y' or 'á' or 'à' or 'ã' or 'é' or 'è' or 'ê' or 'í' or 'ó' or 'ô' or 'ú' or 'ü' or 'ö' => Open,
        's' or 'z' or 'x' or 'd' or 'f' or 'v' or 'r' or 'w' => Open,
        'l' => Rieul,
        'm' or 'n' => Closed,
        'g' when word.EndsWith("ng", StringComparison.OrdinalIgnoreCase) => Closed,
        _ => null,
    };
}
