using System.Diagnostics;

namespace LocalDiplomacy.Functions.Tests.Running;

/// <summary>Waits for a condition, a bounded time.</summary>
public static class Waiting
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(30);

    public static async Task UntilAsync(string what, Func<Task<bool>> holds, Func<string>? otherwise = null)
    {
        var watch = Stopwatch.StartNew();
        while (!await holds())
        {
            if (watch.Elapsed > Patience)
                throw new TimeoutException($"Waited in vain until {what}. {otherwise?.Invoke()}");
            await Task.Delay(LookEvery);
        }
    }
}
