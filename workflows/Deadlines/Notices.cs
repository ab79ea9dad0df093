namespace LocalDiplomacy.Workflows.Deadlines;

/// <summary>
/// When to write to somebody about a day that is still ahead: at the hour when offices open, on a working day of the reader,
/// earlier rather than later.
/// </summary>
public static class Notices
{
    /// <summary>So many calendar days before that day: 180, 90 and 30 days before an agreement ends.</summary>
    public static DateTimeOffset DaysBefore(DateOnly day, int days, WorkingCalendar? reader = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        return OnOrBefore(day.AddDays(-days), reader);
    }

    /// <summary>
    /// So many working days before that day. Working days are Korea's, in which the deadline is told; where the reader is closed
    /// on the day that comes of it, the working day before.
    /// </summary>
    public static DateTimeOffset WorkingDaysBefore(DateOnly day, int workingDays, WorkingCalendar? reader = null) =>
        OnOrBefore(WorkingCalendar.Korea.Before(day, workingDays), reader);

    /// <summary>Not before that moment, at the next opening of the reader: for what has no day to keep.</summary>
    public static DateTimeOffset NextOpening(DateTimeOffset from, WorkingCalendar? reader = null)
    {
        var calendar = reader ?? WorkingCalendar.Korea;
        var day = SeoulTime.DayOf(from);
        var first = SeoulTime.On(day, DefaultTimes.ReminderHour) < from ? day.AddDays(1) : day;
        return SeoulTime.On(calendar.OnOrAfter(first), DefaultTimes.ReminderHour);
    }

    /// <summary>That moment, where the reader's office is open by then; else when it opens next.</summary>
    public static DateTimeOffset AtWork(DateTimeOffset at, WorkingCalendar? reader = null)
    {
        var day = SeoulTime.DayOf(at);
        return (reader ?? WorkingCalendar.Korea).IsWorkingDay(day) && at >= SeoulTime.On(day, DefaultTimes.ReminderHour) ? at : NextOpening(at, reader);
    }

    private static DateTimeOffset OnOrBefore(DateOnly day, WorkingCalendar? reader) =>
        SeoulTime.On((reader ?? WorkingCalendar.Korea).OnOrBefore(day), DefaultTimes.ReminderHour);
}
