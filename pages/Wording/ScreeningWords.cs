using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Screening;

namespace LocalDiplomacy.Pages.Wording;

/// <summary>What screening found, and what to do about it: the same words on pages and in JSON.</summary>
public static class ScreeningWords
{
    public static string Gravity(Gravity gravity, Language language) => Words.Of(language, $"Screening.Gravity.{gravity}");

    public static string Title(ScreeningRule rule, Language language) => Words.Of(language, $"Screening.{rule}.Title");

    public static string Remedy(ScreeningRule rule, Language language) => Words.Of(language, $"Screening.{rule}.Remedy");
}
