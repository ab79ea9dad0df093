namespace LocalDiplomacy.Pages.Wording;

/// <summary>Chooses between 이 and 가, 을 and 를 and so on by the last letter of the word in front.</summary>
internal static class KoreanParticle
{
    private const int FirstSyllable = 0xAC00, LastSyllable = 0xD7A3, Finals = 28, Rieul = 8;

    /// <summary>Digits as they are read in Korean: 영 일 이 삼 사 오 육 칠 팔 구.</summary>
    private static readonly int[] finalsOfDigits = [21, Rieul, 0, 16, 0, 0, 1, Rieul, Rieul, 0];

    /// <param name="word">What stands in front.</param>
    /// <param name="pair">With a final consonant first: "이/가", "으로/로".</param>
    public static string After(string word, string pair)
    {
        var (closed, open) = (pair[..pair.IndexOf('/', StringComparison.Ordinal)], pair[(pair.IndexOf('/', StringComparison.Ordinal) + 1)..]);
        return word + FinalOf(word.TrimEnd(')', '’', '”', '"', '\'', '」', '》').LastOrDefault()) switch
        {
            null => $"{closed}({open})",
            0 => open,
            Rieul when closed == "으로" => open,
            _ => closed,
        };
    }

    /// <summary>The number of the final consonant, 0 for none, null where the letter does not tell.</summary>
    private static int? FinalOf(char letter) => letter switch
    {
        >= (char)FirstSyllable and <= (char)LastSyllable => (letter - FirstSyllable) % Finals,
        >= '0' and <= '9' => finalsOfDigits[letter - '0'],
        _ => null,
    };
}
