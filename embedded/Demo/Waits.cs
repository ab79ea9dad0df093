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

    /// <summary>How long a day is looked at before the next one: on most of them it has come about at once.</summary>
    private static readonly TimeSpan ADayIsShort = TimeSpan.FromMilliseconds(300);

    /// <summary>How often the same is seen to be due, and nothing under way, until it counts as asleep.</summary>
    private const int LooksAtWhatIsDue = 10;

    /// <summary>More days than holidays and weekends ever make in a row.</summary>
    private const int LongestHolidays = 14;

    /// <summary>Korea has had no summer time since 1988.</summary>
    private static readonly TimeSpan Seoul = TimeSpan.FromHours(9);

    /// <summary>The day in Seoul by the program's clock.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(Seoul).DateTime);

    /// <summary>To the middle of that day in Seoul, when every mail of that morning is due. A day that is over is not gone back to.</summary>
    /// <param name="why">What the day is, for whoever reads.</param>
    public async Task UntilAsync(DateOnly day, string why, CancellationToken cancellationToken)
    {
        var from = Today;
        await SkipAsync(day, cancellationToken);
        Tell(from, why);
    }

    /// <summary>To that day, and on from day to day until it has come about: mails wait for a working morning of their reader.</summary>
    public async Task UntilAsync(DateOnly day, string why, Func<Task<bool>> hasComeAbout, CancellationToken cancellationToken)
    {
        var from = Today;
        await SkipAsync(day, cancellationToken);
        for (var tried = 0; !await ComesAboutAsync(hasComeAbout, cancellationToken); tried++)
        {
            if (tried == LongestHolidays) throw new DemoFailure($"it did not come about until {Today:O}: {why}");
            await SkipAsync(Today.AddDays(1), cancellationToken);
        }

        Tell(from, why);
    }

    private async Task<bool> ComesAboutAsync(Func<Task<bool>> hasComeAbout, CancellationToken cancellationToken)
    {
        var since = time.GetTimestamp();
        while (time.GetElapsedTime(since) < ADayIsShort)
        {
            if (await hasComeAbout()) return true;
            await Task.Delay(LookEvery, time, cancellationToken);
        }

        await BeIdleAsync(cancellationToken);
        return await hasComeAbout();
    }

    private async Task SkipAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var then = new DateTimeOffset(day, new TimeOnly(12, 0), Seoul);
        if (then <= clock.GetUtcNow()) return;
        await BeIdleAsync(cancellationToken);
        clock.SkipTo(then);
    }

    private void Tell(DateOnly from, string why)
    {
        var days = Today.DayNumber - from.DayNumber;
        if (days > 0) story.Tell(string.Create(CultureInfo.InvariantCulture, $"    … {days:N0} {(days == 1 ? "day" : "days")} later, {Today:d MMMM yyyy}: {why}"));
    }

    /// <summary>
    /// Work under way would find that it took days, and be given up for too slow. That is mended by itself, so a program that
    /// does not come to rest is no reason to stop here.
    /// </summary>
    private async Task BeIdleAsync(CancellationToken cancellationToken)
    {
        var since = time.GetTimestamp();
        var (before, looks) = ((EngineHealth?)null, 0);
        while (time.GetElapsedTime(since) < Patience)
        {
            var now = await cast.HealthAsync(cancellationToken);
            looks = now is { IsAtRest: true } && now == before ? looks + 1 : 0;
            if (looks >= (now?.Due == 0 ? 1 : LooksAtWhatIsDue)) return;
            before = now;
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

    /// <summary>Nothing is under way. What is due may be an instance that has gone to sleep and stands in the index too early.</summary>
    public bool IsAtRest => this is { RunningActivities: 0, OutboxDepth: 0 };
}
