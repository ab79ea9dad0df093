using static LocalDiplomacy.Workflows.Deadlines.DeadlineChange;

namespace LocalDiplomacy.Workflows.Deadlines;

/// <summary>How a deadline was counted: every calendar day from its start to its end, counted or not, and why.</summary>
/// <param name="EndsOn">The last day by the holidays known now.</param>
/// <param name="WorkingDays">How many days of <paramref name="Days"/> behind the first one offices in Korea work on.</param>
/// <param name="ReaderWorkingDays">The same for its reader, who may be closed on more days.</param>
public sealed record DeadlineExplanation(
    DeadlineTerms Terms, DateOnly StartsOn, DateOnly EndsOn, IReadOnlyList<ExplainedDay> Days, int WorkingDays, int ReaderWorkingDays)
{
    /// <param name="terms">What the deadline is counted from.</param>
    /// <param name="reader">The calendar of who has the deadline. Its own closed days are named and do not move the end.</param>
    public static DeadlineExplanation Of(DeadlineTerms terms, WorkingCalendar? reader = null)
    {
        var (calendar, legs) = (reader ?? WorkingCalendar.Korea, Reckoning.Of(terms));
        List<ExplainedDay> days = [.. BeforeRestart(terms, legs[0].First, calendar), Day(legs[0].First, DayStanding.FirstDay, null, calendar, RestartOn(terms))];
        foreach (var leg in legs) days.AddRange(DaysOf(leg, calendar));
        days[^1] = days[^1] with { IsLast = true };
        return new(
            terms, days[0].Day, legs[^1].LastDay, days,
            WorkingCalendar.Korea.Between(days[0].Day, legs[^1].LastDay), calendar.Between(days[0].Day, legs[^1].LastDay));
    }

    /// <summary>Days between a first start and the one that counts.</summary>
    private static IEnumerable<ExplainedDay> BeforeRestart(DeadlineTerms terms, DateOnly start, WorkingCalendar calendar)
    {
        for (var day = SeoulTime.DayOf(terms.Start.At); day < start; day = day.AddDays(1))
            yield return Day(day, DayStanding.BeforeRestart, null, calendar, RestartOn(terms));
    }

    /// <summary>The restart that counts: the latest, unless the period itself began later still.</summary>
    private static Restarted? RestartOn(DeadlineTerms terms) =>
        terms.Changes.OfType<Restarted>().Where(restart => restart.At > terms.Start.At).MaxBy(restart => restart.At);

    private static IEnumerable<ExplainedDay> DaysOf(Leg leg, WorkingCalendar calendar)
    {
        var number = 0;
        for (var day = leg.First.AddDays(1); day <= leg.LastDay; day = day.AddDays(1))
        {
            var standing = StandingOf(day, leg);
            yield return Day(day, standing, standing is DayStanding.Counted ? ++number : null, calendar, leg.Change) with
            {
                EndMovesOn = day == leg.NominalDay && day < leg.LastDay,
            };
        }
    }

    private static DayStanding StandingOf(DateOnly day, Leg leg) =>
        day > leg.NominalDay ? DayStanding.EndMoved
        : leg.Length is null ? DayStanding.Outage
        : leg.Length.Unit is PeriodUnit.WorkingDays && !WorkingCalendar.Korea.IsWorkingDay(day) ? DayStanding.NotCounted
        : DayStanding.Counted;

    private static ExplainedDay Day(DateOnly day, DayStanding standing, int? number, WorkingCalendar calendar, DeadlineChange? change) =>
        new(day, standing, number, calendar.ClosuresOn(day), change, false);
}

/// <summary>One day of a deadline's count.</summary>
/// <param name="Number">Its number in its period or extension; null where it is not counted.</param>
/// <param name="Closed">Why there is no work on it: none on a working day. A counted day may be a Sunday.</param>
/// <param name="Change">The extension, outage or restart that it belongs to; null in the period itself.</param>
/// <param name="IsLast">The deadline is the end of this day.</param>
public sealed record ExplainedDay(
    DateOnly Day, DayStanding Standing, int? Number, IReadOnlyList<Closure> Closed, DeadlineChange? Change, bool IsLast)
{
    /// <summary>The count ends with this day, which is no working day: the end moves on.</summary>
    public bool EndMovesOn { get; init; }
}

/// <summary>What a day is to a deadline.</summary>
public enum DayStanding
{
    /// <summary>The day of the start: not counted.</summary>
    FirstDay,

    Counted,

    /// <summary>No working day, in a period of working days.</summary>
    NotCounted,

    /// <summary>Behind a last day that was no working day: the end moved up to here or further.</summary>
    EndMoved,

    /// <summary>The last day fell into an outage: the end moved to the day after the repair.</summary>
    Outage,

    /// <summary>Before the arrival, or before the document was sent again: the clock had not started.</summary>
    BeforeRestart,
}
