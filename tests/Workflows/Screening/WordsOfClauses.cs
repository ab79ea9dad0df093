using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Screening;

namespace LocalDiplomacy.Workflows.Tests.Screening;

/// <summary>Each rule that reads words, both ways, in each language of the pages.</summary>
public sealed class WordsOfClauses
{
    public static TheoryData<ScreeningRule, string, string> Found() => new()
    {
        { ScreeningRule.InternationalLawObligation, "en", "Both sides are bound by their obligations under international law." },
        { ScreeningRule.InternationalLawObligation, "en", "This memorandum is legally binding." },
        { ScreeningRule.InternationalLawObligation, "ko", "양측은 이 양해각서에 따라 국제법상 의무를 진다." },
        { ScreeningRule.InternationalLawObligation, "ko", "이 양해각서는 법적 구속력을 가진다." },
        { ScreeningRule.InternationalLawObligation, "fr", "Le présent protocole est régi par le droit international." },
        { ScreeningRule.InternationalLawObligation, "es", "El presente memorando es jurídicamente vinculante." },
        { ScreeningRule.NeedsLegislation, "en", "The city will amend its ordinances to that end." },
        { ScreeningRule.NeedsLegislation, "ko", "안동시는 이를 위하여 조례를 제정한다." },
        { ScreeningRule.NeedsLegislation, "fr", "La ville fera adopter une ordonnance ; elle entend modifier la loi." },
        { ScreeningRule.NeedsLegislation, "es", "La ciudad hará aprobar una ordenanza." },
        { ScreeningRule.LimitsSovereignty, "en", "The Participants waive their immunities." },
        { ScreeningRule.LimitsSovereignty, "ko", "양측은 주권의 일부를 이양한다." },
        { ScreeningRule.LimitsSovereignty, "fr", "Les participants renoncent à leur immunité." },
        { ScreeningRule.LimitsSovereignty, "es", "Los participantes renuncian a su inmunidad." },
        { ScreeningRule.GrantsPrivileges, "en", "Companies of the other side are exempted from local taxes." },
        { ScreeningRule.GrantsPrivileges, "en", "The city leases the land free of charge." },
        { ScreeningRule.GrantsPrivileges, "ko", "상대측 기업의 지방세를 면제한다." },
        { ScreeningRule.GrantsPrivileges, "ko", "서울중앙지방법원을 전속관할로 한다." },
        { ScreeningRule.GrantsPrivileges, "fr", "Les entreprises sont exonérées des impôts locaux." },
        { ScreeningRule.GrantsPrivileges, "es", "Las empresas quedan exentas de impuestos locales." },
        { ScreeningRule.TreatyWording, "en", "As set out in Article 3." },
        { ScreeningRule.TreatyWording, "en", "Each Party will inform the other." },
        { ScreeningRule.TreatyWording, "ko", "제3조에 따른다." },
        { ScreeningRule.TreatyWording, "fr", "Les Parties coopèrent." },
        { ScreeningRule.TreatyWording, "es", "Las Partes cooperan." },
        { ScreeningRule.BindingNoticePeriod, "en", "Either side shall give three months' notice." },
        { ScreeningRule.BindingNoticePeriod, "ko", "6개월 전까지 서면으로 통보하여야 한다." },
        { ScreeningRule.BindingNoticePeriod, "fr", "Chaque côté doit respecter un préavis de six mois." },
        { ScreeningRule.BindingNoticePeriod, "es", "Cada lado deberá dar aviso con seis meses de antelación." },
    };

    public static TheoryData<ScreeningRule, string, string> LetPass() => new()
    {
        { ScreeningRule.InternationalLawObligation, "en", "This memorandum creates no obligations under international law." },
        { ScreeningRule.InternationalLawObligation, "ko", "이 양해각서는 법적 구속력을 가지지 아니한다." },
        { ScreeningRule.InternationalLawObligation, "fr", "Le présent protocole ne crée aucune obligation de droit international." },
        { ScreeningRule.InternationalLawObligation, "es", "El presente memorando no es jurídicamente vinculante." },
        { ScreeningRule.NeedsLegislation, "en", "Each side acts within the laws in force." },
        { ScreeningRule.NeedsLegislation, "ko", "양측은 각자의 법령에 따라 협력한다." },
        { ScreeningRule.NeedsLegislation, "fr", "Chaque côté agit dans le cadre de la loi en vigueur." },
        { ScreeningRule.NeedsLegislation, "es", "Cada lado actúa conforme a la ley vigente." },
        { ScreeningRule.LimitsSovereignty, "en", "Nothing here limits the territory of either side." },
        { ScreeningRule.LimitsSovereignty, "ko", "이 양해각서는 영토의 어떠한 제한도 의미하지 아니한다." },
        { ScreeningRule.GrantsPrivileges, "en", "Students visit the tax museum." },
        { ScreeningRule.GrantsPrivileges, "ko", "청소년 교류와 관광을 함께 진흥한다." },
        { ScreeningRule.GrantsPrivileges, "fr", "Aucune exonération d’impôt n’est accordée." },
        { ScreeningRule.GrantsPrivileges, "es", "Los museos muestran sus bienes." },
        { ScreeningRule.TreatyWording, "en", "Delegations will take part in festivals." },
        { ScreeningRule.TreatyWording, "ko", "양측은 축제에 서로 참가한다." },
        { ScreeningRule.TreatyWording, "fr", "Une partie des élèves participe à l’échange." },
        { ScreeningRule.TreatyWording, "es", "Una parte de los alumnos participa." },
        { ScreeningRule.BindingNoticePeriod, "en", "Either side will endeavour to inform the other six months in advance." },
        { ScreeningRule.BindingNoticePeriod, "ko", "6개월 전에 알리도록 노력한다." },
    };

    [Theory, MemberData(nameof(Found))]
    public void Are_found_and_quoted(ScreeningRule rule, string language, string sentence)
    {
        var found = Assert.Single(Drafts.Screened(Drafts.With(language, "Welcome.", sentence)), finding => finding.Rule == rule);
        Assert.Equal((2, new Language(language)), (found.Clause, found.Version!.Value));
        Assert.Contains(found.Words!, sentence, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(LetPass))]
    public void Are_let_pass_where_they_say_something_else(ScreeningRule rule, string language, string sentence) =>
        Assert.DoesNotContain(Drafts.Screened(Drafts.With(language, sentence)), finding => finding.Rule == rule);

    [Fact]
    public void A_denial_in_one_sentence_excuses_no_other() =>
        Assert.Contains(
            Drafts.Screened(Drafts.With("en", "Nothing is promised here. Both sides are bound by international law.")),
            finding => finding.Rule == ScreeningRule.InternationalLawObligation);

    [Theory]
    [InlineData("en", "This memorandum is not legally binding.", "Either side may terminate it.")]
    [InlineData("ko", "이 양해각서는 법적 구속력이 없다.", "어느 한쪽이 종료를 통보할 수 있다.")]
    [InlineData("fr", "Le présent protocole ne crée aucune obligation juridique.", "Chaque côté peut y mettre fin.")]
    [InlineData("es", "El presente memorando no crea obligaciones jurídicas.", "Cada lado puede ponerle fin o terminarlo.")]
    public void What_is_expected_is_missed_only_where_it_is_missing(string language, string nonBinding, string termination)
    {
        Assert.Equal(
            [ScreeningRule.NoNonBindingSentence, ScreeningRule.NoTerminationClause],
            Drafts.Screened(Drafts.With(language, "2026.")).Where(IsExpectation).Select(finding => finding.Rule));
        Assert.DoesNotContain(Drafts.Screened(Drafts.With(language, nonBinding, termination)), finding => IsExpectation(finding));
    }

    [Fact]
    public void A_language_that_is_not_screened_gives_no_false_findings() =>
        Assert.DoesNotContain(Drafts.Screened(Drafts.With("vi", "Hai bên hợp tác.")), finding => finding.Version == new Language("vi"));

    private static bool IsExpectation(Finding finding) => finding.Rule is ScreeningRule.NoNonBindingSentence or ScreeningRule.NoTerminationClause;
}
