using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Links;

namespace LocalDiplomacy.Functions.Problems;

/// <summary>What is wrong with a code.</summary>
public static class CodeProblems
{
    public static Problem Of(CodeCheck check) => check switch
    {
        CodeCheck.Wrong wrong => new(ProblemKind.CodeWrong) { About = [wrong.TriesLeft] },
        CodeCheck.Expired => new(ProblemKind.CodeExpired),
        CodeCheck.UsedUp => new(ProblemKind.CodeUsedUp),
        CodeCheck.NotRequested => new(ProblemKind.CodeNotRequested),
        _ => throw new InvalidOperationException($"{check.GetType().Name} is no problem."),
    };
}

/// <summary>How a refusal of the rules is answered: nearly always by 409.</summary>
public static class RefusalKinds
{
    public static ProblemKind Of(Refusal refusal) => refusal == Refusal.LinkSentJustNow ? ProblemKind.TooSoon : ProblemKind.Refused;

    /// <summary>The rule's ten minutes.</summary>
    public static TimeSpan? RetryAfter(Refusal refusal) => refusal == Refusal.LinkSentJustNow ? TimeSpan.FromMinutes(10) : null;
}
