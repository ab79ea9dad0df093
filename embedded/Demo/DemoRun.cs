namespace LocalDiplomacy.Demo;

/// <summary>
/// Plays the whole life of an MOU over the program's own pages, API and mailbox. Nothing is bypassed: every person here has
/// what a person would have. Only the waits between them are skipped.
/// </summary>
public static class DemoRun
{
    /// <summary>Plays it and tells each step.</summary>
    /// <returns>Whether all came about as it is told; if not, the last line says at which step it failed, and why.</returns>
    public static async Task<bool> PlayAsync(Uri portal, SkippableTime clock, TextWriter output, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync();
        var story = new Story(output, TimeProvider.System);
        try
        {
            using var cast = new Cast(portal, TimeProvider.System);
            await cast.ClearDesksAsync(cancellationToken);
            await new Play(cast, new Waits(cast, story, TimeProvider.System, clock), story).RunAsync(cancellationToken);
            return true;
        }
        catch (Exception failure) when (failure is DemoFailure or HttpRequestException or System.Text.Json.JsonException)
        {
            story.Tell($"FAILED while {story.Doing}: {failure.Message}");
            return false;
        }
    }
}
