using System.Text.Json.Serialization;

namespace LocalDiplomacy.Workflows.Deadlines;

/// <summary>How long somebody has: "30 days", "5 working days", "6 months".</summary>
public sealed record PeriodLength
{
    /// <exception cref="ArgumentOutOfRangeException">A period of nothing, or of more than a hundred years.</exception>
    public PeriodLength(int count, PeriodUnit unit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, LongestIn(unit));
        (Count, Unit) = (count, unit);
    }

    public int Count { get; }

    public PeriodUnit Unit { get; }

    public static PeriodLength Days(int count) => new(count, PeriodUnit.Days);

    public static PeriodLength WorkingDays(int count) => new(count, PeriodUnit.WorkingDays);

    public static PeriodLength Months(int count) => new(count, PeriodUnit.Months);

    public static PeriodLength Years(int count) => new(count, PeriodUnit.Years);

    /// <summary>
    /// The last day of a period whose first day, which is not counted, is <paramref name="first"/>; not moved off a holiday yet.
    /// </summary>
    internal DateOnly LastDayAfter(DateOnly first, WorkingCalendar calendar) => Unit switch
    {
        PeriodUnit.Days => first.AddDays(Count),
        PeriodUnit.WorkingDays => calendar.After(first, Count),
        PeriodUnit.Months => ByCalendar(first.AddDays(1), Count),
        PeriodUnit.Years => ByCalendar(first.AddDays(1), Count * 12),
        _ => throw new InvalidOperationException($"{Unit} is no unit of a period."),
    };

    /// <summary>
    /// Civil Act art. 160: a period of months ends on the day before the one that has the number of the day from which it is
    /// counted; where the last month has no such day, with the month. AddMonths alone would lose a day there.
    /// </summary>
    private static DateOnly ByCalendar(DateOnly countedFrom, int months)
    {
        var same = countedFrom.AddMonths(months);
        return same.Day == countedFrom.Day ? same.AddDays(-1) : same;
    }

    private static int LongestIn(PeriodUnit unit) => unit switch
    {
        PeriodUnit.Years => 100,
        PeriodUnit.Months => 1_200,
        _ => 36_525,
    };
}

[JsonConverter(typeof(JsonStringEnumConverter<PeriodUnit>))]
public enum PeriodUnit { Days, WorkingDays, Months, Years }
