using System.Globalization;
using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Pages.Wording;

/// <summary>Dates and times as each language writes them. Month and day names come from the words, so no culture data is needed.</summary>
public static class Dates
{
    /// <summary>"2026. 11. 21." · "21 November 2026" · "21 novembre 2026" · "21 de noviembre de 2026".</summary>
    public static string Long(DateOnly day, Language language) => Say(day, language, "Dates.Long");

    /// <summary>"2026. 11. 21.(토)" · "Saturday 21 November 2026".</summary>
    public static string WithWeekday(DateOnly day, Language language) => Say(day, language, "Dates.WithWeekday");

    /// <summary>Without the year, for subjects: "11월 21일" · "21 November".</summary>
    public static string Short(DateOnly day, Language language) => Say(day, language, "Dates.Short");

    /// <summary>Day and time in Seoul: "21 November 2026, 14:05 (Seoul)".</summary>
    public static string Moment(DateTimeOffset at, Language language) =>
        Words.Of(language, "Dates.Moment", Long(SeoulTime.DayOf(at), language), Clock(SeoulTime.At(at)));

    /// <summary>"50,000,000" · "50 000 000,50": in digits, grouped as the language does.</summary>
    public static string Number(decimal number, Language language)
    {
        var plain = number.ToString("#,0.##", CultureInfo.InvariantCulture);
        return language == Language.French || language == Language.Spanish
            ? plain.Replace(',', '\u202f').Replace('.', ',') : plain;
    }

    public static string Clock(DateTimeOffset local) => local.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Say(DateOnly day, Language language, string key) => Words.Of(
        language, key, DayOfMonth(day, language), Words.Of(language, $"Dates.Month.{day.Month}"), day.Year.ToString(CultureInfo.InvariantCulture),
        Words.Of(language, $"Dates.Weekday.{(int)day.DayOfWeek}"));

    /// <summary>French counts the first of a month, and only that one.</summary>
    private static string DayOfMonth(DateOnly day, Language language) =>
        day.Day == 1 && language == Language.French ? "1er" : day.Day.ToString(CultureInfo.InvariantCulture);
}
