using System.Globalization;
using System.Net.Http.Json;

namespace LocalDiplomacy.Demo;

/// <summary>Skips the days on which nobody does anything.</summary>
/// <param name="time">The real one.</param>
/// <param name="clock">The one of the program.</param>
internal sealed class Waits(Cast cast, Story story, TimeProvider time, SkippableTime clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(15);

    /// <summary>Korea has had no summer time since 1988.</summary>
    private static readonly TimeSpan Seoul = TimeSpan.FromHours(9);

    /// <summary>The day in Seoul by the program's clock.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(Seoul).DateTime);

    /// <summary>To the middle of that day in Seoul, when every mail of that morning is due. A day that is over is not gone back to.</summary>
    public async Task UntilAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var then = new DateTimeOffset(day, new TimeOnly(12, 0), Seoul);
        if (then <= clock.GetUtcNow()) return;
        await BeIdleAsync(cancellationToken);
        var days = day.DayNumber - Today.DayNumber;
        clock.SkipTo(then);
        story.Tell(string.Create(CultureInfo.InvariantCulture, $"    … {days:N0} {(days == 1 ? "day" : "days")} later, {day:d MMMM yyyy}"));
    }

    /// <summary>
    /// Work under way would find that it took days, and be given up for too slow. That is mended by itself, so a program that
    /// does not come to rest is no reason to stop here.
    /// </summary>
    private async Task BeIdleAsync(CancellationToken cancellationToken)
    {
        var since = time.GetTimestamp();
        for (var idle = 0; idle < 2 && time.GetElapsedTime(since) < Patience;)
        {
            idle = await cast.IsIdleAsync(cancellationToken) ? idle + 1 : 0;
            await Task.Delay(LookEvery, time, cancellationToken);
        }
    }
}

/// <summary>What the engine says of itself to whoever is on the machine, as far as it matters here.</summary>
internal sealed record EngineHealth(int Due, int RunningActivities, int OutboxDepth)
{
    public static async Task<EngineHealth?> ReadAsync(HttpClient http, CancellationToken cancellationToken)
    {
        // Also where it is not well: it then says so with 503, and this with it.
        using var answer = await http.GetAsync("/engine/api/health", cancellationToken);
        return await answer.Content.ReadFromJsonAsync<EngineHealth>(cancellationToken);
    }

    public bool IsIdle => this is { Due: 0, RunningActivities: 0, OutboxDepth: 0 };
}
