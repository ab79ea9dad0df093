using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Links;

namespace LocalDiplomacy.Functions.Tests.Problems;

public sealed class CodeProblemsTests
{
    public static TheoryData<CodeCheck, ProblemKind> Checks => new()
    {
        { new CodeCheck.Wrong(3), ProblemKind.CodeWrong },
        { new CodeCheck.Expired(), ProblemKind.CodeExpired },
        { new CodeCheck.UsedUp(), ProblemKind.CodeUsedUp },
        { new CodeCheck.NotRequested(), ProblemKind.CodeNotRequested },
    };

    [Theory]
    [MemberData(nameof(Checks))]
    public void A_code_that_does_not_hold_is_422_and_says_why(CodeCheck check, ProblemKind kind)
    {
        Assert.Equal(kind, CodeProblems.Of(check).Kind);
        Assert.Equal(422, CodeProblems.Of(check).Status);
    }

    [Fact]
    public void A_right_code_is_no_problem() => Assert.Throws<InvalidOperationException>(() => CodeProblems.Of(new CodeCheck.Right("device")));

    [Fact]
    public void Only_a_link_that_was_just_sent_is_429()
    {
        var others = Enum.GetValues<Refusal>().Where(r => r != Refusal.LinkSentJustNow);

        Assert.Equal(ProblemKind.TooSoon, RefusalKinds.Of(Refusal.LinkSentJustNow));
        Assert.All(others, r => Assert.Equal(ProblemKind.Refused, RefusalKinds.Of(r)));
    }
}
