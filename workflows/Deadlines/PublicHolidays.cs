using System.Collections.Concurrent;
using System.Globalization;

namespace LocalDiplomacy.Workflows.Deadlines;

/// <summary>
/// Public holidays of government offices in Korea, other than Sundays, by the Regulations on Holidays of Government Offices:
/// computed, with their substitute days. Elections and days that the government sets are not computable and not in here.
/// </summary>
public static class PublicHolidays
{
    private static readonly KoreanLunisolarCalendar Lunar = new();
    private static readonly ConcurrentDictionary<int, IReadOnlySet<DateOnly>> Years = new();

    /// <summary>Years that the lunar calendar covers; a deadline lies well within.</summary>
    public static readonly int LastYear = Lunar.MaxSupportedDateTime.Year - 1;

    public static bool Contains(DateOnly day) => OfYear(day.Year).Contains(day);

    /// <summary>The holidays of a year, substitute days included.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A year that the lunar calendar does not cover.</exception>
    public static IReadOnlySet<DateOnly> OfYear(int year) => Years.GetOrAdd(year, Compute);

    private static HashSet<DateOnly> Compute(int year)
    {
        Holiday[] named = [.. Fixed(year), .. Festival(year, 1, 1), .. Festival(year, 8, 15), Single(LunarDay(year, 4, 8))];
        var days = named.Select(h => h.Day).ToHashSet();
        foreach (var holiday in named.Where(h => NeedsSubstitute(h, named)).OrderBy(h => h.Day))
            days.Add(FirstFreeDayAfter(holiday.Day, days));
        return days;
    }

    private static IEnumerable<Holiday> Fixed(int year)
    {
        yield return new(new(year, 1, 1), Substitute.Never);
        yield return Single(new(year, 3, 1));
        if (year >= 2026) yield return Single(new(year, 5, 1));
        yield return Single(new(year, 5, 5));
        yield return new(new(year, 6, 6), Substitute.Never);
        if (year >= 2026) yield return Single(new(year, 7, 17));
        yield return Single(new(year, 8, 15));
        yield return Single(new(year, 10, 3));
        yield return Single(new(year, 10, 9));
        yield return Single(new(year, 12, 25));
    }

    /// <summary>Seollal and Chuseok: the day, the day before and the day after.</summary>
    private static IEnumerable<Holiday> Festival(int year, int lunarMonth, int lunarDay)
    {
        var middle = LunarDay(year, lunarMonth, lunarDay);
        return new[] { -1, 0, 1 }.Select(shift => new Holiday(middle.AddDays(shift), Substitute.OnSunday));
    }

    private static Holiday Single(DateOnly day) => new(day, Substitute.OnWeekend);

    private static DateOnly LunarDay(int year, int month, int day)
    {
        // A leap month shifts the calendar's own numbering of all months behind it by one.
        var leap = Lunar.GetLeapMonth(year);
        return DateOnly.FromDateTime(Lunar.ToDateTime(year, leap > 0 && month >= leap ? month + 1 : month, day, 0, 0, 0, 0));
    }

    private static bool NeedsSubstitute(Holiday holiday, Holiday[] all) => holiday.Substitute switch
    {
        Substitute.Never => false,
        Substitute.OnSunday => holiday.Day.DayOfWeek is DayOfWeek.Sunday || CoincidesWithEarlier(holiday, all),
        _ => holiday.Day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || CoincidesWithEarlier(holiday, all),
    };

    /// <summary>Two that fall together give one substitute day, not two: the later named one has it.</summary>
    private static bool CoincidesWithEarlier(Holiday holiday, Holiday[] all) =>
        all.TakeWhile(other => !ReferenceEquals(other, holiday)).Any(other => other.Day == holiday.Day);

    private static DateOnly FirstFreeDayAfter(DateOnly day, HashSet<DateOnly> taken)
    {
        do day = day.AddDays(1);
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || taken.Contains(day));
        return day;
    }

    private enum Substitute { Never, OnSunday, OnWeekend }

    private sealed record Holiday(DateOnly Day, Substitute Substitute);
}
