using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Pages.Wording;

/// <summary>When the signatures that are asked for bring the MOU into effect.</summary>
internal static class EffectWords
{
    public static string Of(Mou mou, CaseNames names, Language language) => (mou.Rules.Times.NotificationDays, mou.Particulars.Term?.From) switch
    {
        (not null, _) => Words.Of(language, "Case.Effect.Reported", names.Office),
        (_, { } from) => Words.Of(language, "Case.Effect.From", Dates.Long(from, language)),
        _ => Words.Of(language, "Case.Effect.AtOnce"),
    };
}
