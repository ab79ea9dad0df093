using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;

namespace LocalDiplomacy.Pages.Wording;

/// <summary>How near a deadline is. Said by icon and word, never by colour alone.</summary>
public enum Nearness { InTime, Soon, Today, Overdue }

/// <summary>Deadlines as sentences: in Seoul, in the mission's capital, and in working days.</summary>
public static class DeadlineWords
{
    private const int SoonFrom = 3;

    public static Nearness NearnessOf(Deadline deadline, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        return now >= deadline.EndsAt ? Nearness.Overdue : NearnessOf(deadline.LastDay, now);
    }

    internal static Nearness NearnessOf(DateOnly lastDay, DateTimeOffset now)
    {
        var today = SeoulTime.DayOf(now);
        return lastDay < today ? Nearness.Overdue : lastDay == today ? Nearness.Today : WorkingDays.Between(today, lastDay) <= SoonFrom ? Nearness.Soon : Nearness.InTime;
    }

    /// <summary>"Friday 11 December 2026, 24:00 in Seoul (16:00 in Libreville)".</summary>
    public static string Until(Deadline deadline, Mission? mission, Language language)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        var seoul = Words.Of(language, "Dates.EndInSeoul", Dates.WithWeekday(deadline.LastDay, language));
        return InCapital(deadline, mission, language) is { } capital ? $"{seoul} ({capital})" : seoul;
    }

    /// <summary>"14 working days left" · "today" · "3 working days late".</summary>
    public static string Left(Deadline deadline, DateTimeOffset now, Language language)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        return Left(deadline.LastDay, now, language);
    }

    internal static string Left(DateOnly lastDay, DateTimeOffset now, Language language)
    {
        var today = SeoulTime.DayOf(now);
        return NearnessOf(lastDay, now) switch
        {
            Nearness.Overdue => Words.Count(language, "Dates.WorkingDaysLate", WorkingDays.Between(lastDay, today)),
            Nearness.Today => Words.Of(language, "Dates.LastDayIsToday"),
            _ => Words.Count(language, "Dates.WorkingDaysLeft", WorkingDays.Between(today, lastDay)),
        };
    }

    /// <summary>A machine without that zone, or a mission without one, is no reason to show nothing: Seoul's time stands alone then.</summary>
    private static string? InCapital(Deadline deadline, Mission? mission, Language language)
    {
        if (mission?.TimeZone is not { } id || !TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)) return null;
        var there = TimeZoneInfo.ConvertTime(deadline.EndsAt, zone);
        var time = Dates.Clock(there);
        var day = DateOnly.FromDateTime(there.DateTime);
        var place = PlaceOf(id, mission, language);
        return day == deadline.LastDay
            ? Words.Of(language, "Dates.TimeThere", time, place)
            : Words.Of(language, "Dates.DayAndTimeThere", Dates.Short(day, language), time, place);
    }

    /// <summary>The zone's city; zones have Latin names only, so Korean names the country.</summary>
    private static string PlaceOf(string zone, Mission mission, Language language) =>
        language == Language.Korean ? mission.Country.In(language) : zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ');
}
