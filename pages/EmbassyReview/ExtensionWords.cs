using LocalDiplomacy.Pages.Wording;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Pages.EmbassyReview;

/// <summary>How often the capital's time can still be extended, as a sentence. None has words of its own: French counts nought as one.</summary>
internal static class ExtensionWords
{
    public static string Left(int number, Language language) =>
        number == 0 ? Words.Of(language, "Review.ExtensionsLeft.None") : Words.Count(language, "Review.ExtensionsLeft", number);
}
