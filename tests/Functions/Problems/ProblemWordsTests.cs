using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;

namespace LocalDiplomacy.Functions.Tests.Problems;

public sealed class ProblemWordsTests
{
    private static readonly string[] OwnFieldCodes = ["UnknownField", "WrongType", "OutOfRange"];

    /// <summary>A refusal's words are its own; see below.</summary>
    public static TheoryData<ProblemKind> Kinds => [.. Enum.GetValues<ProblemKind>().Where(k => k != ProblemKind.Refused)];

    public static TheoryData<Refusal> Refusals => [.. Enum.GetValues<Refusal>()];

    public static TheoryData<string> FieldCodes => [.. Enum.GetNames<FieldFault>(), .. OwnFieldCodes];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_problem_has_words_of_its_own_in_every_language(ProblemKind kind)
    {
        var problem = new Problem(kind) { About = ["one", "two"] };
        var details = Language.OfPages.Select(l => ProblemWords.Detail(problem, l)).ToList();

        Assert.Distinct(details);
        Assert.All(details, d => Assert.DoesNotContain("{", d, StringComparison.Ordinal));
        Assert.Distinct(Language.OfPages.Select(l => ProblemWords.Title(problem, l)));
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_refusal_has_the_words_of_the_pages(Refusal refusal)
    {
        var problem = new Problem(ProblemKind.Refused) { Refusal = refusal };

        Assert.Equal(LocalDiplomacy.Pages.Faults.RefusalWords.Title(refusal, Language.French), ProblemWords.Title(problem, Language.French));
        Assert.Equal(refusal.ToString(), problem.Code);
    }

    [Theory]
    [MemberData(nameof(FieldCodes))]
    public void Every_fields_fault_has_words_in_every_language(string code) =>
        Assert.Distinct(Language.OfPages.Select(l => ProblemWords.Sentence(new WrongField("title", code), l)));

    [Fact]
    public void Types_end_in_kebab_case_and_are_unique()
    {
        var types = Enum.GetValues<ProblemKind>().Select(k => new Problem(k).Type.ToString()).ToList();

        Assert.Distinct(types);
        Assert.Contains("https://localdiplomacy.example/problems/idempotency-key-missing", types);
        Assert.All(types, t => Assert.Matches("^https://localdiplomacy\\.example/problems/[a-z-]+$", t));
    }

    [Theory]
    [InlineData("UnderReview", "under-review")]
    [InlineData("Draft", "draft")]
    public void Stages_are_written_in_kebab_case(string pascal, string kebab)
    {
        Assert.Equal(kebab, KebabCase.Of(pascal));
        Assert.Equal(Enum.Parse<StageName>(pascal), KebabCase.Read<StageName>(kebab));
    }
}
