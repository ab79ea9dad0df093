using System.Text.RegularExpressions;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Pages.Wording;

/// <summary>
/// The spaces that no line may break at: French puts a narrow one before some signs and inside its quotation marks, French
/// and Spanish put one between the thousands of a number and after "n°" and "n.º". The words are written with plain blanks.
/// </summary>
public static partial class Spacing
{
    private const string Narrow = "\u202f";

    /// <param name="words">In French or Spanish; other languages set no space of this kind.</param>
    /// <param name="language">The language that they are in.</param>
    public static string Of(string words, Language language) =>
        language == Language.French ? Numbers(Closing().Replace(Opening().Replace(words, $"«{Narrow}"), Narrow))
        : language == Language.Spanish ? Numbers(words)
        : words;

    private static string Numbers(string words) => Abbreviated().Replace(Thousands().Replace(words, Narrow), Narrow);

    [GeneratedRegex(" (?=[:;?!»%€])")]
    private static partial Regex Closing();

    [GeneratedRegex("« ")]
    private static partial Regex Opening();

    [GeneratedRegex(@"(?<=\d) (?=\d{3}(?!\d))")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"(?<=\bn(°|\.º)) ", RegexOptions.IgnoreCase)]
    private static partial Regex Abbreviated();
}
