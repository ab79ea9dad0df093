namespace LocalDiplomacy.Workflows.Deadlines;

/// <summary>
/// The days on which an office works: no Saturday, no Sunday, no public holiday of Korea, and for a mission none of its own
/// closed days. Deadlines are counted by <see cref="Korea"/>; a mission's calendar says when it can be written to.
/// </summary>
public sealed class WorkingCalendar
{
    /// <summary>Government offices in Korea.</summary>
    public static readonly WorkingCalendar Korea = new([]);

    private readonly IReadOnlyList<ClosedDay> _closed;

    private WorkingCalendar(IReadOnlyList<ClosedDay> closed) => _closed = closed;

    /// <summary>A mission in Seoul: Korea's holidays and its own closed days.</summary>
    public static WorkingCalendar OfMission(IReadOnlyList<ClosedDay>? closed) => closed is null or [] ? Korea : new(closed);

    public bool IsWorkingDay(DateOnly day) => IsWeekday(day) && !PublicHolidays.Contains(day) && !IsOwnClosedDay(day);

    /// <summary>Every reason why there is no work on that day; none on a working day.</summary>
    public IReadOnlyList<Closure> ClosuresOn(DateOnly day)
    {
        List<Closure> why = [];
        if (day.DayOfWeek is DayOfWeek.Saturday) why.Add(new(ClosureKind.Saturday));
        if (day.DayOfWeek is DayOfWeek.Sunday) why.Add(new(ClosureKind.Sunday));
        why.AddRange(PublicHolidays.On(day).Select(holiday => new Closure(ClosureKind.PublicHoliday, holiday.Name, holiday.LegalBasis)));
        if (IsOwnClosedDay(day)) why.Add(new(ClosureKind.MissionClosed));
        return why;
    }

    /// <summary>The day itself where there is work on it, else the next on which there is.</summary>
    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsWorkingDay(day)) day = day.AddDays(1);
        return day;
    }

    /// <summary>The day itself where there is work on it, else the last one before on which there is.</summary>
    public DateOnly OnOrBefore(DateOnly day)
    {
        while (!IsWorkingDay(day)) day = day.AddDays(-1);
        return day;
    }

    /// <summary>The working day that lies so many working days behind <paramref name="day"/>.</summary>
    public DateOnly After(DateOnly day, int workingDays) => Step(day, workingDays, 1);

    /// <summary>The working day that lies so many working days before <paramref name="day"/>.</summary>
    public DateOnly Before(DateOnly day, int workingDays) => Step(day, workingDays, -1);

    /// <summary>
    /// How many working days lie between: the first day is not counted, the last one is.
    /// 0 when <paramref name="last"/> is not after <paramref name="first"/>.
    /// </summary>
    public int Between(DateOnly first, DateOnly last)
    {
        var count = 0;
        for (var day = first.AddDays(1); day <= last; day = day.AddDays(1))
            if (IsWorkingDay(day)) count++;
        return count;
    }

    private DateOnly Step(DateOnly day, int workingDays, int direction)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        while (workingDays > 0)
        {
            day = day.AddDays(direction);
            if (IsWorkingDay(day)) workingDays--;
        }
        return day;
    }

    private bool IsOwnClosedDay(DateOnly day) => _closed.Any(closed => closed.FallsOn(day));

    private static bool IsWeekday(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
