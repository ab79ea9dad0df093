namespace LocalDiplomacy.Workflows.Deadlines;

/// <summary>When something is due: the end of a day in Seoul.</summary>
/// <param name="EndsAt">The first moment that is too late, in UTC.</param>
/// <param name="LastDay">The last day on which it is in time, in Seoul.</param>
public sealed record Deadline(DateTimeOffset EndsAt, DateOnly LastDay);
