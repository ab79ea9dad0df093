namespace LocalDiplomacy.Workflows.Deadlines;

/// <summary>Days on which government offices in Korea work: <see cref="WorkingCalendar.Korea"/> under a short name.</summary>
public static class WorkingDays
{
    public static bool IsWorkingDay(DateOnly day) => WorkingCalendar.Korea.IsWorkingDay(day);

    /// <summary>The day itself where offices work on it, else the next on which they do.</summary>
    public static DateOnly OnOrAfter(DateOnly day) => WorkingCalendar.Korea.OnOrAfter(day);

    /// <summary>The working day that lies so many working days before <paramref name="day"/>.</summary>
    public static DateOnly Before(DateOnly day, int workingDays) => WorkingCalendar.Korea.Before(day, workingDays);

    /// <summary>
    /// How many working days lie between: the first day is not counted, the last one is.
    /// 0 when <paramref name="last"/> is not after <paramref name="first"/>.
    /// </summary>
    public static int Between(DateOnly first, DateOnly last) => WorkingCalendar.Korea.Between(first, last);
}
