using LocalDiplomacy.Pages.Wording;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Pages.Signing;

/// <summary>The sentence that a signer ticks, and that is kept with the signature.</summary>
public static class IntentWords
{
    public static string Sentence(Mou mou, Language language)
    {
        ArgumentNullException.ThrowIfNull(mou);
        return Words.Of(language, "Signing.Intent", mou.Particulars.Title.In(language));
    }
}
