using LocalDiplomacy.Workflows.Deadlines;

namespace LocalDiplomacy.Workflows.Lifecycle;

/// <summary>How the lifecycle counts. A deadline once given never ends earlier than it did.</summary>
internal static class Clocks
{
    public static Deadline InWorkingDays(DateTimeOffset from, int days)
    {
        var last = SeoulTime.DayOf(from);
        for (; days > 0; days--) last = WorkingDays.OnOrAfter(last.AddDays(1));
        return new(SeoulTime.EndOf(last), last);
    }

    public static Deadline InDays(DateTimeOffset from, int days) => Period.OfDays(from, days);

    public static Deadline Extended(Deadline by, int days) => EndOfWorkingDay(by.LastDay.AddDays(days));

    /// <summary>The day after the repair, where the period would have ended while the system was away.</summary>
    public static Deadline AfterOutage(Deadline by, DateTimeOffset from, DateTimeOffset repairedAt)
    {
        var (down, up) = (SeoulTime.DayOf(from), SeoulTime.DayOf(repairedAt));
        return by.LastDay >= down && by.LastDay <= up ? EndOfWorkingDay(up.AddDays(1)) : by;
    }

    public static Deadline Later(Deadline a, Deadline b) => b.EndsAt > a.EndsAt ? b : a;

    /// <summary>The first working morning from that moment's day on: nobody is written to on a free day.</summary>
    public static DateTimeOffset MorningOf(DateOnly day) => SeoulTime.On(WorkingDays.OnOrAfter(day), DefaultTimes.ReminderHour);

    /// <summary>The first working morning after the last day.</summary>
    public static DateTimeOffset MorningAfter(Deadline by) => MorningOf(by.LastDay.AddDays(1));

    /// <summary>That moment, or the first working morning after it.</summary>
    public static DateTimeOffset NotBefore(DateTimeOffset at) =>
        WorkingDays.IsWorkingDay(SeoulTime.DayOf(at)) ? at : MorningOf(SeoulTime.DayOf(at));

    private static Deadline EndOfWorkingDay(DateOnly day)
    {
        var last = WorkingDays.OnOrAfter(day);
        return new(SeoulTime.EndOf(last), last);
    }
}
