using LocalDiplomacy.Workflows.Deadlines;

namespace LocalDiplomacy.Workflows.Lifecycle;

/// <summary>How the lifecycle counts. A deadline once given never ends earlier than it did.</summary>
internal static class Clocks
{
    public static Deadline InWorkingDays(DateTimeOffset from, int days, StartCause cause = StartCause.Recorded) =>
        Period.Of(PeriodLength.WorkingDays(AtLeastOne(days)), from, cause);

    public static Deadline InDays(DateTimeOffset from, int days, StartCause cause = StartCause.Recorded) =>
        Period.Of(PeriodLength.Days(AtLeastOne(days)), from, cause);

    /// <summary>More calendar days from the end that stands.</summary>
    public static Deadline Extended(Deadline by, int days, DateTimeOffset at, ExtendedBy who, string reason) =>
        Period.Extend(by, new(at, PeriodLength.Days(AtLeastOne(days)), who, reason));

    /// <summary>The day after the repair, where the period would have ended while the system was away.</summary>
    public static Deadline AfterOutage(Deadline by, DateTimeOffset from, DateTimeOffset repairedAt) => Period.AfterOutage(by, new(from, repairedAt));

    /// <summary>The whole period anew from then, with the account of what was before; never an earlier end.</summary>
    public static Deadline Anew(Deadline by, DateTimeOffset from, PeriodLength length, StartCause cause) =>
        Later(Period.Restart(by, new(from.ToUniversalTime(), cause)), Period.Of(length, from, cause));

    public static PeriodLength LengthInDays(int days) => PeriodLength.Days(AtLeastOne(days));

    public static PeriodLength LengthInWorkingDays(int days) => PeriodLength.WorkingDays(AtLeastOne(days));

    public static Deadline Later(Deadline a, Deadline b) => b.EndsAt > a.EndsAt ? b : a;

    /// <summary>The first opening of its reader after the last day: nobody is written to on a free day.</summary>
    public static DateTimeOffset OpeningAfter(Deadline by, WorkingCalendar? reader = null) => Notices.NextOpening(by.EndsAt, reader);

    /// <summary>When offices open on that moment's day, or on the next working day.</summary>
    public static DateTimeOffset OpeningOn(DateTimeOffset at) => SeoulTime.On(WorkingDays.OnOrAfter(SeoulTime.DayOf(at)), DefaultTimes.ReminderHour);

    /// <summary>Settings that leave no time at all leave a day.</summary>
    private static int AtLeastOne(int days) => Math.Max(1, days);
}
