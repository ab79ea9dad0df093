using LocalDiplomacy.Pages.Wording;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Pages.Signing;

/// <summary>The sentence that a signer ticks, and that is kept with the signature.</summary>
public static class IntentWords
{
    /// <summary>The language of pages with this code; null where there is none.</summary>
    public static Language? LanguageOf(string? code) => Language.OfPages.Where(language => language.Code == code).Select(language => (Language?)language).FirstOrDefault();

    public static string Sentence(Mou mou, Language language)
    {
        ArgumentNullException.ThrowIfNull(mou);
        return Words.Of(language, "Signing.Intent", mou.Particulars.Title.In(language));
    }
}
