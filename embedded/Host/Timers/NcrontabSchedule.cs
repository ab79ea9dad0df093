using System.Globalization;

namespace LocalDiplomacy.EmbeddedHost.Timers;

/// <summary>
/// Six fields in UTC: second, minute, hour, day of month, month, day of week (0 is Sunday). A field is <c>*</c>, a value,
/// a range, either with a <c>/step</c>, or a list of these. A day must fit both of its fields.
/// </summary>
internal sealed class NcrontabSchedule
{
    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    private static readonly string[] Days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    private readonly ulong _seconds;
    private readonly ulong _minutes;
    private readonly ulong _hours;
    private readonly ulong _days;
    private readonly ulong _months;
    private readonly ulong _weekDays;

    private NcrontabSchedule(string[] fields)
    {
        _seconds = NcrontabField.Parse(fields[0], 0, 59, []);
        _minutes = NcrontabField.Parse(fields[1], 0, 59, []);
        _hours = NcrontabField.Parse(fields[2], 0, 23, []);
        _days = NcrontabField.Parse(fields[3], 1, 31, []);
        _months = NcrontabField.Parse(fields[4], 1, 12, Months);
        _weekDays = NcrontabField.Parse(fields[5], 0, 6, Days);
    }

    /// <exception cref="FormatException">Not six fields, or one that does not parse.</exception>
    public static NcrontabSchedule Parse(string text)
    {
        var fields = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return fields.Length == 6
            ? new NcrontabSchedule(fields)
            : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"it has {fields.Length} fields, not 6"));
    }

    /// <summary>The first time after this one; null when there is none, as for 31 February.</summary>
    public DateTime? NextAfter(DateTime utc)
    {
        var next = new DateTime(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc).AddSeconds(1);
        // A leap day on a given weekday comes round within 28 years, 40 over the turn of a century.
        for (var end = next.AddYears(40); next < end;)
        {
            if (!Has(_months, next.Month))
                next = new DateTime(next.Year, next.Month, 1, 0, 0, 0, DateTimeKind.Utc).AddMonths(1);
            else if (!Has(_days, next.Day) || !Has(_weekDays, (int)next.DayOfWeek))
                next = next.Date.AddDays(1);
            else if (!Has(_hours, next.Hour))
                next = next.Date.AddHours(next.Hour + 1);
            else if (!Has(_minutes, next.Minute))
                next = next.Date.AddMinutes((next.Hour * 60) + next.Minute + 1);
            else if (!Has(_seconds, next.Second))
                next = next.AddSeconds(1);
            else
                return next;
        }

        return null;
    }

    private static bool Has(ulong set, int value) => (set & (1UL << value)) != 0;
}
