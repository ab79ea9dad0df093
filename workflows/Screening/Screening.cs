using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Texts;

namespace LocalDiplomacy.Workflows.Screening;

/// <summary>
/// Looks a draft through before it leaves the office. It reads words and knows no law: an error names wording that a local
/// government has no power to agree to, and whoever disagrees changes the words. Pure: the same draft and facts, the same findings.
/// </summary>
public static class Screening
{
    /// <summary>Errors first, then in the order of the rules, the clauses and the languages.</summary>
    public static IReadOnlyList<Finding> Of(Particulars particulars, MouText text, ScreeningFacts facts)
    {
        ArgumentNullException.ThrowIfNull(particulars);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(facts);
        return
        [
            .. Parties(particulars, facts).Concat(Dates(facts)).Concat(Versions(particulars, text)).Concat(Required(text, facts)).Concat(Printing(facts)).Concat(WordingRules.Of(text)).Concat(Sums.Beyond(facts.Budget, text))
                .OrderByDescending(finding => finding.Gravity).ThenBy(finding => finding.Rule)
                .ThenBy(finding => finding.Clause).ThenBy(finding => finding.Version?.Code, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<Finding> Parties(Particulars particulars, ScreeningFacts facts)
    {
        if (facts.Office == Standing.Unknown) yield return new(ScreeningRule.PartyUnknown);
        if (facts.Office == Standing.NoLongerThere) yield return new(ScreeningRule.PartyNoLongerExists);
        if (facts.Mission == Standing.Unknown) yield return new(ScreeningRule.MissionUnknown);
        if (facts.Mission == Standing.NoLongerThere) yield return new(ScreeningRule.MissionNoLongerExists);
        if (facts.Mission == Standing.Present && !facts.MissionStandsForCountry) yield return new(ScreeningRule.CountryOutsideMission);
        if (SharedName(particulars.Counterparty.Name, facts.OfficeName) is { } name) yield return new(ScreeningRule.SamePartyTwice, Words: name);
        if (facts.SameTieInEffect) yield return new(ScreeningRule.SameTieInEffect);
    }

    private static IEnumerable<Finding> Dates(ScreeningFacts facts)
    {
        if (facts.EndsOn < facts.StartsOn) yield return new(ScreeningRule.EndBeforeStart);
        if (facts.SigningOn is { } day && !WorkingDays.IsWorkingDay(day)) yield return new(ScreeningRule.SigningOnHoliday);
        foreach (var signer in facts.Signers.Where(signer => string.IsNullOrWhiteSpace(signer.Office)))
            yield return new(ScreeningRule.SignerWithoutOffice, Words: signer.Name);
    }

    private static IEnumerable<Finding> Versions(Particulars particulars, MouText text)
    {
        if (text.Languages.Count == 2 && particulars.PrevailingLanguage is null) yield return new(ScreeningRule.NoPrevailingLanguage);
        for (var i = 0; i < text.Clauses.Count; i++)
            foreach (var language in text.Languages)
                if (IsBlank(text.Clauses[i].Heading, language) || IsBlank(text.Clauses[i].Body, language))
                    yield return new(ScreeningRule.ClauseVersionMissing, i + 1, language);
    }

    private static IEnumerable<Finding> Required(MouText text, ScreeningFacts facts) =>
        facts.RequiredLanguages.Except(text.Languages).Select(language => new Finding(ScreeningRule.RequiredLanguageMissing, Version: language));

    private static IEnumerable<Finding> Printing(ScreeningFacts facts) =>
        facts.Unprintable.Select(missing => new Finding(ScreeningRule.UnprintableLetters, missing.Clause, missing.Clause is null ? null : missing.Version, missing.ToString()));

    private static bool IsBlank(LocalizedText text, Language language) => string.IsNullOrWhiteSpace(text.ByLanguage.GetValueOrDefault(language));

    private static string? SharedName(LocalizedText one, LocalizedText other) =>
        one.ByLanguage.Values.FirstOrDefault(name => other.ByLanguage.Values.Any(same => name.Trim().Equals(same.Trim(), StringComparison.OrdinalIgnoreCase)));
}
