namespace LocalDiplomacy.Workflows.Deadlines;

/// <summary>A day and a time as the clocks of a place show them. Zones go by IANA's names: "Africa/Libreville".</summary>
public static class PlaceTime
{
    public const string Seoul = "Asia/Seoul";

    public static bool IsZone(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Contains('/', StringComparison.Ordinal) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out _);
    }

    /// <summary>
    /// That moment, in UTC. An hour that the clocks leave out counts as if they had not been put forward, one that they show
    /// twice is the later. A zone that this machine does not know is taken for Seoul's.
    /// </summary>
    /// <param name="zone">Null: Seoul's.</param>
    public static DateTimeOffset On(DateOnly day, TimeOnly time, string? zone)
    {
        if (zone is null or Seoul || !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found)) return SeoulTime.On(day, time);
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, found.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>The zone's city, in Latin letters: zones have no other names.</summary>
    public static string CityOf(string zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ');
    }
}
