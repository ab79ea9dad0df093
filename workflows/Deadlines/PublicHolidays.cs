using System.Collections.Concurrent;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Deadlines;

/// <summary>
/// Public holidays of government offices in Korea, other than Sundays: computed by the law in force in that year
/// (<see cref="HolidayLaw"/>), with elections and days set by the government from data/holidays.csv.
/// </summary>
public static class PublicHolidays
{
    private const string Regulations = "관공서의 공휴일에 관한 규정";

    private static readonly ConcurrentDictionary<int, IReadOnlyList<Holiday>> Years = new();
    private static readonly ConcurrentDictionary<int, IReadOnlySet<DateOnly>> Days = new();

    /// <summary>The first year of these rules; for earlier ones substitute days and elections are missing.</summary>
    public const int FirstYear = 2014;

    /// <summary>The last year whose lunar days are known; later ones have the days of the sun alone.</summary>
    public static readonly int LastYear = HolidayLaw.LastYear;

    public static bool Contains(DateOnly day) => OfYear(day.Year).Contains(day);

    /// <summary>What falls on that day: nothing, one holiday, or two together.</summary>
    public static IEnumerable<Holiday> On(DateOnly day) => InYear(day.Year).Where(holiday => holiday.Day == day);

    /// <summary>The days of a year that are holidays, substitute days included.</summary>
    public static IReadOnlySet<DateOnly> OfYear(int year) =>
        Days.GetOrAdd(year, static year => InYear(year).Select(holiday => holiday.Day).ToHashSet());

    /// <summary>The holidays of a year with their names, in their order.</summary>
    public static IReadOnlyList<Holiday> InYear(int year) => Years.GetOrAdd(year, static year => Compute(year, HolidayFile.Days));

    internal static IReadOnlyList<Holiday> Compute(int year, IReadOnlyList<Holiday> appointed)
    {
        var statutory = HolidayLaw.Holidays.Where(rule => rule.In(year) is not null).Select(rule => (Rule: rule, Day: rule.In(year)!.Value)).ToList();
        var holidays = statutory.Select(s => new Holiday(s.Day, s.Rule.Name, HolidayKind.Statutory, $"{Regulations} 제2조"))
            .Concat(appointed.Where(holiday => holiday.Day.Year == year)).ToList();
        var taken = holidays.Select(holiday => holiday.Day).ToHashSet();
        foreach (var (rule, day) in statutory.Where((s, place) => NeedsSubstitute(s.Rule, s.Day, statutory.Skip(place + 1))).OrderBy(s => s.Day).ToList())
            holidays.Add(Instead(rule, FirstFreeDayAfter(day, taken)));
        return [.. holidays.OrderBy(holiday => holiday.Day)];
    }

    /// <summary>
    /// On a weekend each has its own; two together on a weekday have one, which goes to the last of those that have a right to it.
    /// </summary>
    private static bool NeedsSubstitute(StatutoryHoliday rule, DateOnly day, IEnumerable<(StatutoryHoliday Rule, DateOnly Day)> behind) =>
        rule.Substitution.IsInForceOn(day)
        && (rule.Substitution.ForWeekday(day.DayOfWeek)
            || (IsWeekday(day) && FallsTogether(rule, day) && !behind.Any(other => other.Day == day && other.Rule.Substitution.IsInForceOn(day))));

    private static bool FallsTogether(StatutoryHoliday rule, DateOnly day) =>
        HolidayLaw.Holidays.Any(other => !ReferenceEquals(other, rule) && other.In(day.Year) == day);

    private static Holiday Instead(StatutoryHoliday rule, DateOnly day) => new(
        day, HolidayLaw.Named(
            $"대체공휴일({rule.SubstituteFor.In(Language.Korean)})", $"Substitute holiday ({rule.SubstituteFor.In(Language.English)})",
            $"Jour férié de remplacement ({rule.SubstituteFor.In(Language.French)})", $"Festivo sustitutorio ({rule.SubstituteFor.In(Language.Spanish)})"),
        HolidayKind.Substitute, $"{Regulations} 제3조({rule.Substitution.Law!.Citation})");

    private static DateOnly FirstFreeDayAfter(DateOnly day, HashSet<DateOnly> taken)
    {
        do day = day.AddDays(1);
        while (!IsWeekday(day) || !taken.Add(day));
        return day;
    }

    private static bool IsWeekday(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
