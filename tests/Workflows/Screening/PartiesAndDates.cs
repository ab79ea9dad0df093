using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Screening;
using LocalDiplomacy.Workflows.Tests.Lifecycle;
using LocalDiplomacy.Workflows.Texts;

namespace LocalDiplomacy.Workflows.Tests.Screening;

/// <summary>The rules that look at who, when and in which languages, both ways.</summary>
public sealed class PartiesAndDates
{
    private static readonly MouText Clean = Drafts.With("en", "This memorandum is not legally binding.", "Either participant may terminate it.");

    [Fact]
    public void A_clean_draft_gives_no_finding() => Assert.Empty(Drafts.Screened(Clean));

    public static TheoryData<ScreeningRule, ScreeningFacts> Wrong() => new()
    {
        { ScreeningRule.PartyUnknown, Drafts.Facts with { Office = Standing.Unknown } },
        { ScreeningRule.PartyNoLongerExists, Drafts.Facts with { Office = Standing.NoLongerThere } },
        { ScreeningRule.MissionUnknown, Drafts.Facts with { Mission = Standing.Unknown, MissionStandsForCountry = false } },
        { ScreeningRule.MissionNoLongerExists, Drafts.Facts with { Mission = Standing.NoLongerThere } },
        { ScreeningRule.CountryOutsideMission, Drafts.Facts with { MissionStandsForCountry = false } },
        { ScreeningRule.SamePartyTwice, Drafts.Facts with { OfficeName = LocalizedText.Of((Language.French, " ville de libreville")) } },
        { ScreeningRule.EndBeforeStart, Drafts.Facts with { EndsOn = new(2027, 1, 3) } },
        { ScreeningRule.SignerWithoutOffice, Drafts.Facts with { Signers = [new("Eugène Mba", " ")] } },
        { ScreeningRule.SigningOnHoliday, Drafts.Facts with { SigningOn = new(2026, 12, 25) } },
        { ScreeningRule.SameTieInEffect, Drafts.Facts with { SameTieInEffect = true } },
        { ScreeningRule.RequiredLanguageMissing, Drafts.Facts with { RequiredLanguages = [Language.English, Language.Korean] } },
        { ScreeningRule.UnprintableLetters, Drafts.Facts with { Unprintable = [new(1, Language.English, null, [new('ก')])] } },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void What_is_wrong_is_found_alone(ScreeningRule rule, ScreeningFacts facts) =>
        Assert.Equal(rule, Assert.Single(Drafts.Screened(Clean, facts)).Rule);

    [Fact]
    public void Letters_that_no_font_has_are_named_with_their_clause_or_the_name_they_stand_in()
    {
        var found = Drafts.Screened(Clean, Drafts.Facts with { Unprintable = [new(2, Language.English, null, [new('ก'), new('ร')]), new(null, null, "سمير", [new(0x202e), new('س')])] });

        Assert.All(found, finding => Assert.Equal(Gravity.Error, finding.Gravity));
        Assert.Contains(new(ScreeningRule.UnprintableLetters, 2, Language.English, "ก (U+0E01), ร (U+0E23)"), found);
        Assert.Contains(new(ScreeningRule.UnprintableLetters, null, null, "U+202E, س (U+0633) – سمير"), found);
    }

    [Fact]
    public void An_agreement_of_one_day_is_one() =>
        Assert.Empty(Drafts.Screened(Clean, Drafts.Facts with { EndsOn = Drafts.Facts.StartsOn }));

    [Fact]
    public void An_agreement_without_an_end_is_one() =>
        Assert.Empty(Drafts.Screened(Clean, Drafts.Facts with { EndsOn = null, SigningOn = null, Signers = [] }));

    [Fact]
    public void Of_two_languages_one_prevails_or_a_third_is_there()
    {
        var two = Clean with { Languages = [Language.English, new("vi")] };
        Assert.Contains(Drafts.Screened(two), finding => finding.Rule == ScreeningRule.NoPrevailingLanguage);
        Assert.DoesNotContain(Drafts.Screened(two, particulars: Sample.Friendship with { PrevailingLanguage = Language.English }), finding => finding.Rule == ScreeningRule.NoPrevailingLanguage);
        Assert.DoesNotContain(Drafts.Screened(two with { Languages = [Language.English, new("vi"), new("lo")] }), finding => finding.Rule == ScreeningRule.NoPrevailingLanguage);
    }

    [Fact]
    public void A_clause_that_lacks_a_version_is_named_with_it()
    {
        var half = new MouText([Language.English, new("vi")], LocalizedText.Empty, [Clean.Clauses[0], Clean.Clauses[1] with { Body = LocalizedText.Of((Language.English, "Terminated."), (new("vi"), "Hết.")) }]);
        var missing = Drafts.Screened(half).Where(finding => finding.Rule == ScreeningRule.ClauseVersionMissing);
        Assert.Equal([(1, "vi"), (2, "vi")], missing.Select(finding => (finding.Clause!.Value, finding.Version!.Value.Code)));
    }

    [Fact]
    public void Errors_come_before_warnings()
    {
        var findings = Drafts.Screened(Drafts.With("en", "Each Party shall waive its immunity."));
        Assert.Equal([Gravity.Error, Gravity.Warning, Gravity.Warning, Gravity.Warning], findings.Select(finding => finding.Gravity));
    }

    [Theory]
    [MemberData(nameof(EveryRule))]
    public void Every_rule_stops_or_warns(ScreeningRule rule) =>
        Assert.Equal(rule >= ScreeningRule.TreatyWording ? Gravity.Warning : Gravity.Error, Gravities.Of(rule));

    public static TheoryData<ScreeningRule> EveryRule() => [.. Enum.GetValues<ScreeningRule>()];
}
