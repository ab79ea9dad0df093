using System.Text.Json.Serialization;

namespace LocalDiplomacy.Workflows.Screening;

/// <summary>
/// What a text is screened for before it leaves the office. Stored by name: never rename, only add. Each has a sentence in
/// four languages, and stands among the <see cref="Gravities"/>.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<ScreeningRule>))]
public enum ScreeningRule
{
    /// <summary>The office is no local government that the tables know.</summary>
    PartyUnknown,
    /// <summary>The office was merged or abolished: its successor concludes, not it.</summary>
    PartyNoLongerExists,
    MissionUnknown,
    /// <summary>The mission in Seoul was closed.</summary>
    MissionNoLongerExists,
    /// <summary>Both sides bear the same name.</summary>
    SamePartyTwice,
    CountryOutsideMission,
    ClauseVersionMissing,
    /// <summary>The association asks a version in this language of a text of this kind.</summary>
    RequiredLanguageMissing,
    EndBeforeStart,
    SignerWithoutOffice,
    InternationalLawObligation,
    SpendingBeyondBudget,
    NeedsLegislation,
    LimitsSovereignty,
    GrantsPrivileges,
    /// <summary>A letter that none of the fonts for printing has: an original would have a hole there.</summary>
    UnprintableLetters,

    /// <summary>"Article", "shall", "Party": words of treaties, where a memorandum says "paragraph", "will", "Participant".</summary>
    TreatyWording,
    NoPrevailingLanguage,
    NoNonBindingSentence,
    NoTerminationClause,
    BindingNoticePeriod,
    SigningOnHoliday,
    SameTieInEffect,
}

/// <summary>What a finding leads to.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Gravity>))]
public enum Gravity
{
    /// <summary>Shown and kept. Its author may say why it stands.</summary>
    Warning,
    /// <summary>The text goes back to the draft.</summary>
    Error,
}

/// <summary>Which rules stop a text and which only warn.</summary>
public static class Gravities
{
    private static readonly HashSet<ScreeningRule> Warnings =
    [
        ScreeningRule.TreatyWording, ScreeningRule.NoPrevailingLanguage, ScreeningRule.NoNonBindingSentence, ScreeningRule.NoTerminationClause,
        ScreeningRule.BindingNoticePeriod, ScreeningRule.SigningOnHoliday, ScreeningRule.SameTieInEffect,
    ];

    public static Gravity Of(ScreeningRule rule) => Warnings.Contains(rule) ? Gravity.Warning : Gravity.Error;
}
