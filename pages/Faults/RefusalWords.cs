using LocalDiplomacy.Pages.Wording;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Pages.Faults;

/// <summary>Why the rules refused, and what can be done now: the same words on pages and in JSON.</summary>
public static class RefusalWords
{
    public static string Title(Refusal refusal, Language language) => Words.Of(language, $"Refusals.{refusal}.Title");

    public static string Remedy(Refusal refusal, Language language) => Words.Of(language, $"Refusals.{refusal}.Remedy");
}
