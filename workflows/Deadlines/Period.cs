namespace LocalDiplomacy.Workflows.Deadlines;

/// <summary>Counts periods as the Civil Act does (arts. 157, 159 and 161): in days of Seoul.</summary>
public static class Period
{
    /// <summary>
    /// The first day is not counted; the period ends with its last day; a last day that is a Saturday, a Sunday
    /// or a public holiday moves to the next working day.
    /// </summary>
    public static Deadline OfDays(DateTimeOffset from, int days)
    {
        var last = WorkingDays.OnOrAfter(SeoulTime.DayOf(from).AddDays(days));
        return new(SeoulTime.EndOf(last), last);
    }
}
