using System.Globalization;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Deadlines;

/// <summary>
/// The Regulations on Holidays of Government Offices (관공서의 공휴일에 관한 규정), arts. 2 and 3, with the day from which each
/// rule is in force. Years before 2014 had other rules, which are not in here.
/// </summary>
internal static class HolidayLaw
{
    /// <summary>Seollal, Chuseok and Children's Day get substitute days.</summary>
    private static readonly Amendment Of2013 = new("2013. 11. 5. 개정", new(2013, 11, 5));

    /// <summary>So do the national days that are holidays.</summary>
    private static readonly Amendment Of2021 = new("2021. 8. 4. 개정", new(2021, 8, 4));

    /// <summary>So do Buddha's Birthday and Christmas.</summary>
    private static readonly Amendment Of2023 = new("2023. 5. 4. 개정", new(2023, 5, 4));

    /// <summary>Labour Day and Constitution Day become holidays, with substitute days; the latter a few days later.</summary>
    private static readonly Amendment LabourDayOf2026 = new("2026. 4. 30. 개정", new(2026, 5, 1));
    private static readonly Amendment ConstitutionDayOf2026 = new("2026. 4. 30. 개정", new(2026, 5, 11));

    private static readonly KoreanLunisolarCalendar Lunar = new();

    /// <summary>The last year whose lunar days are known. Later years have the days of the sun alone.</summary>
    public static readonly int LastYear = Lunar.MaxSupportedDateTime.Year - 1;

    // Of two that fall together on a weekday the later one in this list has the substitute day, as the official calendar names it.
    public static readonly IReadOnlyList<StatutoryHoliday> Holidays =
    [
        new(Named("1월 1일", "New Year's Day", "Jour de l'An", "Año Nuevo"), Sun(1, 1), Substitution.Never),
        new(Named("3ㆍ1절", "Independence Movement Day", "Jour du mouvement d'indépendance", "Día del Movimiento de Independencia"), Sun(3, 1), Substitution.OnWeekend(Of2021)),
        new(Named("노동절", "Labour Day", "Fête du travail", "Día del Trabajo"), Sun(5, 1), Substitution.OnWeekend(LabourDayOf2026), LabourDayOf2026.From),
        new(Named("어린이날", "Children's Day", "Fête des enfants", "Día del Niño"), Sun(5, 5), Substitution.OnWeekend(Of2013)),
        new(Named("현충일", "Memorial Day", "Jour du souvenir", "Día de los Caídos"), Sun(6, 6), Substitution.Never),
        new(Named("제헌절", "Constitution Day", "Jour de la Constitution", "Día de la Constitución"), Sun(7, 17), Substitution.OnWeekend(ConstitutionDayOf2026), ConstitutionDayOf2026.From),
        new(Named("광복절", "Liberation Day", "Jour de la Libération", "Día de la Liberación"), Sun(8, 15), Substitution.OnWeekend(Of2021)),
        new(Named("개천절", "National Foundation Day", "Jour de la fondation nationale", "Día de la Fundación Nacional"), Sun(10, 3), Substitution.OnWeekend(Of2021)),
        new(Named("한글날", "Hangeul Day", "Jour du hangeul", "Día del Hangeul"), Sun(10, 9), Substitution.OnWeekend(Of2021)),
        new(Named("기독탄신일", "Christmas Day", "Noël", "Navidad"), Sun(12, 25), Substitution.OnWeekend(Of2023)),
        .. Festival(1, 1, "설날", "Seollal (lunar New Year)", "Seollal (Nouvel An lunaire)", "Seollal (Año Nuevo lunar)"),
        new(Named("부처님 오신 날", "Buddha's Birthday", "Anniversaire de Bouddha", "Natalicio de Buda"), Moon(4, 8), Substitution.OnWeekend(Of2023)),
        .. Festival(8, 15, "추석", "Chuseok", "Chuseok", "Chuseok"),
    ];

    /// <summary>The day, the day before and the day after; the substitute day has the festival's own name.</summary>
    private static IEnumerable<StatutoryHoliday> Festival(int month, int day, string ko, string en, string fr, string es)
    {
        var (middle, name, rule) = (Moon(month, day), Named(ko, en, fr, es), Substitution.OnSunday(Of2013));
        yield return new(Named($"{ko} 전날", $"Day before {en}", $"Veille de {fr}", $"Víspera de {es}"), year => middle(year)?.AddDays(-1), rule) { SubstituteFor = name };
        yield return new(name, middle, rule);
        yield return new(Named($"{ko} 다음 날", $"Day after {en}", $"Lendemain de {fr}", $"Día siguiente a {es}"), year => middle(year)?.AddDays(1), rule) { SubstituteFor = name };
    }

    internal static LocalizedText Named(string ko, string en, string fr, string es) => LocalizedText.Of(
        (Language.Korean, ko), (Language.English, en), (Language.French, fr), (Language.Spanish, es));

    private static Func<int, DateOnly?> Sun(int month, int day) => year => new DateOnly(year, month, day);

    private static Func<int, DateOnly?> Moon(int month, int day) => year =>
    {
        if (year > LastYear || year <= Lunar.MinSupportedDateTime.Year) return null;
        // A leap month shifts the calendar's own numbering of all months behind it by one.
        var leap = Lunar.GetLeapMonth(year);
        return DateOnly.FromDateTime(Lunar.ToDateTime(year, leap > 0 && month >= leap ? month + 1 : month, day, 0, 0, 0, 0));
    };
}

/// <param name="Of">When it is in a year; null where that cannot be known.</param>
/// <param name="Since">The first day on which the rule was in force; null: longer than these rules go back.</param>
internal sealed record StatutoryHoliday(LocalizedText Name, Func<int, DateOnly?> Of, Substitution Substitution, DateOnly? Since = null)
{
    public LocalizedText SubstituteFor { get; init; } = Name;

    public DateOnly? In(int year) => Of(year) is { } day && !(day < Since) ? day : null;
}

/// <summary>A change of the regulations as an office cites it, and the day from which it is in force.</summary>
internal sealed record Amendment(string Citation, DateOnly From);

/// <summary>When a holiday gets a substitute day.</summary>
/// <param name="Law">What gives it one; null: it never gets one.</param>
/// <param name="SaturdaysToo">Or on Sundays alone.</param>
internal sealed record Substitution(Amendment? Law, bool SaturdaysToo)
{
    public static readonly Substitution Never = new(null, false);

    public static Substitution OnWeekend(Amendment law) => new(law, true);

    public static Substitution OnSunday(Amendment law) => new(law, false);

    public bool IsInForceOn(DateOnly day) => Law is { } law && law.From <= day;

    public bool ForWeekday(DayOfWeek weekday) => weekday is DayOfWeek.Sunday || (SaturdaysToo && weekday is DayOfWeek.Saturday);
}
