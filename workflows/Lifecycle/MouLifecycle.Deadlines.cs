using LocalDiplomacy.Workflows.Deadlines;

namespace LocalDiplomacy.Workflows.Lifecycle;

/// <summary>A deadline that runs.</summary>
/// <param name="Mission">Whose it is, where it is an embassy's.</param>
public sealed record RunningDeadline(Reminder Matter, MissionId? Mission, Deadline By);

public static partial class MouLifecycle
{
    /// <summary>Every deadline that runs in a stage.</summary>
    public static IReadOnlyList<RunningDeadline> RunningIn(Stage stage) => stage switch
    {
        Stage.UnderReview review => [new(Reminder.Review, review.Reviewer.Mission, review.AnswerBy)],
        Stage.Agreed agreed => [new(Reminder.SetSigning, null, agreed.SetSigningBy)],
        _ => [],
    };
}
