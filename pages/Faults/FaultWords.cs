using LocalDiplomacy.Pages.Wording;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Pages.Faults;

/// <summary>What went wrong and what can be done now: the same words on pages and in JSON.</summary>
public static class FaultWords
{
    public static string Title(FaultKind kind, Language language) => Words.Of(language, $"Faults.{kind}.Title");

    public static string Remedy(FaultKind kind, Language language) => Words.Of(language, $"Faults.{kind}.Remedy");
}
