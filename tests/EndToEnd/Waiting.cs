namespace LocalDiplomacy.EndToEnd.Tests;

/// <summary>Waits for conditions, never for time alone.</summary>
internal static class Waiting
{
    public static async Task UntilAsync(string what, TimeSpan atMost, TimeSpan every, Func<Task<bool>> holds)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (!await holds())
        {
            if (TimeProvider.System.GetElapsedTime(since) > atMost) throw new TimeoutException($"Not within {atMost.TotalSeconds:0} s: {what}.");
            await Task.Delay(every);
        }
    }
}
