namespace LocalDiplomacy.Workflows.Deadlines;

/// <summary>
/// Times are stored in UTC and decided in Seoul. Korea has kept UTC+9 without daylight saving since 1988-10-09,
/// so the offset is written here and no time zone table is needed on the machine.
/// </summary>
public static class SeoulTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(9);

    public static DateTimeOffset At(DateTimeOffset instant) => instant.ToOffset(Offset);

    /// <summary>The day that it is in Seoul.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(At(instant).DateTime);

    /// <summary>That day and time in Seoul, in UTC.</summary>
    public static DateTimeOffset On(DateOnly day, TimeOnly time) =>
        new DateTimeOffset(day.ToDateTime(time), Offset).ToUniversalTime();

    /// <summary>The first moment after that day in Seoul, in UTC.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => On(day.AddDays(1), TimeOnly.MinValue);
}
