using static LocalDiplomacy.Workflows.Deadlines.DeadlineChange;

namespace LocalDiplomacy.Workflows.Deadlines;

/// <summary>
/// Counts periods as the Civil Act does (arts. 157, 159, 160 and 161): in days of Seoul, the first day not counted, ending with
/// the last day; a last day that is a Saturday, a Sunday or a public holiday moves to the next working day.
/// </summary>
public static class Period
{
    public static Deadline OfDays(DateTimeOffset from, int days) => Of(PeriodLength.Days(days), from);

    public static Deadline OfWorkingDays(DateTimeOffset from, int days) => Of(PeriodLength.WorkingDays(days), from);

    public static Deadline OfMonths(DateTimeOffset from, int months) => Of(PeriodLength.Months(months), from);

    public static Deadline OfYears(DateTimeOffset from, int years) => Of(PeriodLength.Years(years), from);

    public static Deadline Of(PeriodLength length, DateTimeOffset from, StartCause cause = StartCause.Recorded) =>
        Of(new DeadlineTerms(new(from.ToUniversalTime(), cause), length, []));

    /// <summary>Counts all of it again. The same terms give the same deadline as long as no holiday was added.</summary>
    public static Deadline Of(DeadlineTerms terms)
    {
        var last = Reckoning.Of(terms)[^1].LastDay;
        return new(SeoulTime.EndOf(last), last, terms);
    }

    /// <summary>More time from the end that stands, by the office or the desk, with a reason.</summary>
    public static Deadline Extend(Deadline deadline, Extended by) => Change(deadline, by);

    /// <summary>The end moves to the day after the repair if the last day fell into the outage; else nothing moves.</summary>
    public static Deadline AfterOutage(Deadline deadline, Interrupted outage) => Change(deadline, outage);

    /// <summary>
    /// Counts anew from an arrival that became known or from a document sent again. Never ends earlier than it did.
    /// </summary>
    public static Deadline Restart(Deadline deadline, Restarted from) => Change(deadline, from);

    /// <summary>
    /// The last day counted again by the holidays known now: a day that the government set since, on which the deadline would
    /// end, moves it. Deadlines without terms move off that day alone.
    /// </summary>
    public static Deadline Recount(Deadline deadline)
    {
        if (deadline.Terms is { } terms) return Of(terms);
        var last = WorkingCalendar.Korea.OnOrAfter(deadline.LastDay);
        return new(SeoulTime.EndOf(last), last);
    }

    private static Deadline Change(Deadline deadline, DeadlineChange change)
    {
        if (deadline.Terms is { } terms) return Of(terms with { Changes = [.. terms.Changes, change] });
        // Nothing is known of its start: what stands is moved.
        var last = change is Restarted ? deadline.LastDay : Reckoning.Moved(deadline.LastDay, change)?.LastDay ?? deadline.LastDay;
        return new(SeoulTime.EndOf(last), last);
    }
}
