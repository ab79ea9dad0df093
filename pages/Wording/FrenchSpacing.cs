using System.Text.RegularExpressions;

namespace LocalDiplomacy.Pages.Wording;

/// <summary>French puts a space before some signs, and no line may begin with one of them.</summary>
internal static partial class FrenchSpacing
{
    public static string Of(string words) => Closing().Replace(Opening().Replace(words, "«\u00a0"), "\u00a0");

    [GeneratedRegex(" (?=[:;?!»%€])")]
    private static partial Regex Closing();

    [GeneratedRegex("« ")]
    private static partial Regex Opening();
}
