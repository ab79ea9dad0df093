using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Seed;

/// <summary>What a case is to come to: three in ten live, in all stages; the others have ended in all ways.</summary>
/// <param name="Years">How long it is agreed for.</param>
/// <param name="Rounds">How often it goes to the embassy.</param>
/// <param name="AgeDays">How long the last thing that was done lies back.</param>
internal sealed record SeedPlan(StageName Goal, MouKind Kind, int Years, bool RenewsItself, int Rounds, bool OnPaper, double AgeDays)
{
    /// <summary>Of a hundred.</summary>
    public const int Live = 30;

    private static readonly (StageName Goal, int Weight)[] LiveGoals =
    [
        (StageName.Draft, 10), (StageName.InternalApproval, 6), (StageName.CouncilDecision, 4), (StageName.CentralReview, 5), (StageName.UnderReview, 18), (StageName.Agreed, 5),
        (StageName.Signing, 6), (StageName.Signed, 3), (StageName.InEffect, 37), (StageName.Suspended, 1), (StageName.NoticeGiven, 2), (StageName.OnHold, 3),
    ];

    private static readonly (StageName Goal, int Weight)[] EndedGoals =
    [
        (StageName.Expired, 46), (StageName.Terminated, 12), (StageName.Superseded, 8), (StageName.Declined, 11), (StageName.Blocked, 2), (StageName.Withdrawn, 21),
    ];

    private static readonly MouKind[] Kinds = [MouKind.Sisterhood, MouKind.Friendship, MouKind.Friendship, MouKind.Field, MouKind.Field, MouKind.Field, MouKind.LetterOfIntent];

    public static SeedPlan Draw(Random random)
    {
        var goal = Drawn(random, random.Next(100) < Live ? LiveGoals : EndedGoals);
        var kind = goal == StageName.CouncilDecision ? MouKind.Sisterhood : Kinds[random.Next(Kinds.Length)];
        var years = random.Next(2) == 0 ? 3 : 5;
        var renews = random.Next(100) < 40 && goal is not StageName.Expired;
        return new(goal, kind, years, renews, random.Next(100) < 18 ? 2 : 1, random.Next(100) < 70, AgeOf(goal, years, renews, random));
    }

    /// <summary>So long that what is waited for is late in some of the cases, and that what is to live still does.</summary>
    private static double AgeOf(StageName goal, int years, bool renews, Random random) => random.NextDouble() * goal switch
    {
        StageName.Draft => 150,
        StageName.InternalApproval => 20,
        StageName.CouncilDecision => 60,
        StageName.CentralReview => 11,
        StageName.UnderReview => 50,
        StageName.Agreed => 40,
        StageName.Signing => 45,
        StageName.Signed => 14,
        StageName.Suspended => (years * 365) - 40,
        StageName.InEffect => renews ? 9 * 365 : (years * 365) - 40,
        StageName.NoticeGiven => 60,
        StageName.OnHold => 120,
        _ => 6 * 365,
    };

    private static StageName Drawn(Random random, (StageName Goal, int Weight)[] goals)
    {
        var left = random.Next(goals.Sum(goal => goal.Weight));
        foreach (var (goal, weight) in goals)
            if ((left -= weight) < 0) return goal;
        throw new InvalidOperationException("The weights do not add up.");
    }
}
