using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Lists;
using LocalDiplomacy.Workflows.ReferenceData;

namespace LocalDiplomacy.Pages.Wording;

/// <summary>What a row of a list says: on whom it waits and for how long, and how near its day is.</summary>
internal static class RowWords
{
    /// <summary>The embassy, the signers or the desk by name; else the part that they have.</summary>
    public static string WaitingOn(CaseRow row, IReadOnlyDictionary<MissionId, Mission> missions, Language language) => row switch
    {
        { WaitedOn: WaitedOn.Embassy } => string.Join(", ", (row.Asked is { Count: > 0 } asked ? asked : [row.Mission])
            .Select(mission => missions.GetValueOrDefault(mission)?.Name.In(language) ?? mission.Value)),
        { Named: { Count: > 0 } names } => string.Join(", ", names),
        { CameBack: true } => Words.Of(language, "Office.CameBack"),
        _ => Words.Of(language, $"Terms.WaitedOn.{row.WaitedOn}"),
    };

    /// <summary>"for 3 days": calendar days, as people count them.</summary>
    public static string For(CaseRow row, DateTimeOffset now, Language language) => Days(row.Since, now, language);

    internal static string Days(DateTimeOffset since, DateTimeOffset now, Language language) =>
        SeoulTime.DayOf(now).DayNumber - SeoulTime.DayOf(since).DayNumber is > 0 and var days
            ? Words.Count(language, "Office.ForDays", days) : Words.Of(language, "Office.SinceToday");

    public static string Left(CaseRow row, DateTimeOffset now, Language language) => DeadlineWords.Left(row.DueOn!.Value, now, language);

    /// <summary>A day that has passed is late, also before the clock has recorded it in the morning.</summary>
    public static string MarkOf(CaseRow row, DateTimeOffset now) => row.Overdue ? "over" : DeadlineWords.NearnessOf(row.DueOn!.Value, now) switch
    {
        Nearness.InTime => "clock",
        Nearness.Overdue => "over",
        _ => "soon",
    };
}
