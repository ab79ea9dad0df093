using static LocalDiplomacy.Workflows.Deadlines.DeadlineChange;

namespace LocalDiplomacy.Workflows.Deadlines;

/// <summary>
/// The one place where a last day comes from. A deadline is a row of legs: the period, then each extension, each outage that
/// hit its end. Deadlines and their explanations read the same legs, so that they cannot tell two stories.
/// </summary>
internal static class Reckoning
{
    /// <summary>Never empty: the first leg is the period itself.</summary>
    public static IReadOnlyList<Leg> Of(DeadlineTerms terms)
    {
        var start = terms.Changes.OfType<Restarted>().Select(restart => restart.At).Append(terms.Start.At).Max();
        List<Leg> legs = [Counted(SeoulTime.DayOf(start), terms.Length, null)];
        foreach (var change in terms.Changes)
            if (Moved(legs[^1].LastDay, change) is { } leg) legs.Add(leg);
        return legs;
    }

    /// <summary>What a change makes of an end; null where it leaves it alone.</summary>
    public static Leg? Moved(DateOnly lastDay, DeadlineChange change) => change switch
    {
        Extended extended => Counted(lastDay, extended.By, extended),
        Interrupted outage when Hits(outage, lastDay) => AfterRepair(lastDay, outage),
        _ => null,
    };

    private static Leg Counted(DateOnly first, PeriodLength length, DeadlineChange? change)
    {
        var nominal = length.LastDayAfter(first, WorkingCalendar.Korea);
        return new(first, nominal, WorkingCalendar.Korea.OnOrAfter(nominal), length, change);
    }

    private static Leg AfterRepair(DateOnly lastDay, Interrupted outage)
    {
        // Its last moment: what works again at midnight was repaired on the day before.
        var dayAfter = SeoulTime.DayOf(outage.RepairedAt.AddTicks(-1)).AddDays(1);
        return new(lastDay, dayAfter, WorkingCalendar.Korea.OnOrAfter(dayAfter), null, outage);
    }

    private static bool Hits(Interrupted outage, DateOnly lastDay) =>
        outage.From < outage.RepairedAt && outage.From < SeoulTime.EndOf(lastDay) && outage.RepairedAt > SeoulTime.EndOf(lastDay.AddDays(-1));
}

/// <param name="First">The day from which it is counted, itself not counted.</param>
/// <param name="NominalDay">Where the counting ends.</param>
/// <param name="LastDay">Where it ends after moving off Saturdays and holidays.</param>
/// <param name="Length">Null for an outage, which counts nothing.</param>
/// <param name="Change">What made it; null for the period itself.</param>
internal sealed record Leg(DateOnly First, DateOnly NominalDay, DateOnly LastDay, PeriodLength? Length, DeadlineChange? Change);
