namespace LocalDiplomacy.Workflows.Deadlines;

/// <summary>Days on which government offices in Korea work: no Saturday, no Sunday, no public holiday.</summary>
public static class WorkingDays
{
    public static bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !PublicHolidays.Contains(day);

    /// <summary>The day itself where offices work on it, else the next on which they do.</summary>
    public static DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsWorkingDay(day)) day = day.AddDays(1);
        return day;
    }

    /// <summary>The working day that lies so many working days before <paramref name="day"/>.</summary>
    public static DateOnly Before(DateOnly day, int workingDays)
    {
        while (workingDays > 0)
        {
            day = day.AddDays(-1);
            if (IsWorkingDay(day)) workingDays--;
        }
        return day;
    }

    /// <summary>
    /// How many working days lie between: the first day is not counted, the last one is.
    /// 0 when <paramref name="last"/> is not after <paramref name="first"/>.
    /// </summary>
    public static int Between(DateOnly first, DateOnly last)
    {
        var count = 0;
        for (var day = first.AddDays(1); day <= last; day = day.AddDays(1))
            if (IsWorkingDay(day)) count++;
        return count;
    }
}
