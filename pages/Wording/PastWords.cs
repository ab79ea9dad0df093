using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Pages.Wording;

/// <summary>How a deadline ended, in words: "Due 2 December 2026; done on 27 November 2026. Extended once."</summary>
internal static class PastWords
{
    public static string Of(PastDeadline past, Language language)
    {
        var (due, ended) = (Dates.Long(past.By.LastDay, language), Dates.Long(SeoulTime.DayOf(past.EndedAt), language));
        var words = past.End == DeadlineEnd.Missed
            ? Words.Of(language, "Counting.Past.MissedOn", due, ended, Words.Count(language, "Dates.WorkingDaysLate", WorkingDays.Between(past.By.LastDay, SeoulTime.DayOf(past.EndedAt))))
            : Words.Of(language, $"Counting.Past.{past.End}On", due, ended);
        return past.Extensions == 0 ? words : $"{words} {Words.Count(language, "Counting.Past.Extended", past.Extensions)}";
    }
}
