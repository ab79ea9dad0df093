namespace LocalDiplomacy.Workflows.Lifecycle;

/// <summary>Why an MOU does not go on: held up, suspended, under notice, or over.</summary>
/// <param name="Reason">In the words of whoever gave it; null: there is none, or none was given.</param>
/// <param name="IsPublic">Whether its author let others read the reason.</param>
/// <param name="By">Null in a state that somebody made by hand in a test; a record always has one.</param>
public sealed record Standstill(StageName Stage, string? Reason, bool IsPublic, Actor? By, DateTimeOffset Since)
{
    /// <returns>Null: it goes on.</returns>
    public static Standstill? Of(Mou mou)
    {
        ArgumentNullException.ThrowIfNull(mou);
        return mou.Stage switch
        {
            Stage.OnHold stage => Because(mou, stage.Reason),
            Stage.Suspended stage => Because(mou, stage.Reason),
            Stage.NoticeGiven stage => Because(mou, stage.Reason),
            Stage.Terminated stage => Because(mou, stage.Reason),
            Stage.Withdrawn stage => Because(mou, stage.Reason),
            Stage.Blocked stage => Because(mou, stage.Reason),
            Stage.Declined stage => Because(mou, stage.Reason) with { IsPublic = stage.ReasonIsPublic },
            { IsEnd: true } => Because(mou, null),
            _ => null,
        };
    }

    private static Standstill Because(Mou mou, string? reason) =>
        new(mou.Stage.Name, string.IsNullOrWhiteSpace(reason) ? null : reason, IsPublic: true, mou.StageBy, mou.StageSince);
}
