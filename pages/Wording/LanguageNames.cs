using System.Globalization;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Pages.Wording;

/// <summary>The languages' names. A text can be in any language, also in one that we have no word for: that one names itself.</summary>
internal static class LanguageNames
{
    /// <summary>What the draft form offers: the pages' languages, and those of the countries that most partners are in.</summary>
    public static readonly IReadOnlyList<string> Offered =
        [.. Language.OfPages.Select(language => language.Code), "zh", "ja", "ru", "vi", "mn", "id", "th", "uz", "pt", "de", "it", "ar"];

    public static string Of(string code, Language reader) => Words.Find(reader, $"Terms.Language.{code}") ?? OwnName(code);

    private static string OwnName(string code)
    {
        try
        {
            return CultureInfo.GetCultureInfo(code).NativeName;
        }
        catch (CultureNotFoundException)
        {
            return code;
        }
    }
}
