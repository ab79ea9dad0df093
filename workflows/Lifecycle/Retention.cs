using LocalDiplomacy.Workflows.Deadlines;

namespace LocalDiplomacy.Workflows.Lifecycle;

/// <summary>
/// How long the record of a case and the personal data in it are kept: by the settings that it was started with, counted from
/// 1 January of the year after its completion.
/// </summary>
public static class Retention
{
    /// <summary>The last day; null while the case lives, and where it is kept for good.</summary>
    public static DateOnly? LastDayOf(Mou mou)
    {
        ArgumentNullException.ThrowIfNull(mou);
        return mou.Rules.RetentionYears is { } years && CompletedOn(mou) is { } day ? new DateOnly(Math.Min(day.Year + years, DateOnly.MaxValue.Year), 12, 31) : null;
    }

    /// <summary>The day of its end; null while it lives.</summary>
    public static DateOnly? CompletedOn(Mou mou) => mou.Stage switch
    {
        Stage.Expired stage => stage.On,
        Stage.Terminated stage => stage.On,
        Stage.Superseded stage => stage.On,
        { IsEnd: true } => SeoulTime.DayOf(mou.StageSince),
        _ => null,
    };
}
