using System.Text.Json.Serialization;

namespace LocalDiplomacy.Workflows.Deadlines;

/// <summary>When something is due: the end of a day in Seoul.</summary>
/// <param name="EndsAt">The first moment that is too late, in UTC.</param>
/// <param name="LastDay">The last day on which it is in time, in Seoul.</param>
/// <param name="Terms">What it was counted from; null where that was not kept: a day that somebody set, or an old record.</param>
public sealed record Deadline(
    DateTimeOffset EndsAt, DateOnly LastDay,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DeadlineTerms? Terms = null)
{
    /// <summary>The end of that day in Seoul, which nobody counted: the day of a ceremony, the end of an agreement.</summary>
    public static Deadline EndOf(DateOnly lastDay) => new(SeoulTime.EndOf(lastDay), lastDay);
}
