using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace LocalDiplomacy.Workflows.Tests.Surroundings;

/// <summary>Waits for what must come, and fails the test when it does not.</summary>
internal static class Patience
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static async Task UntilAsync(Func<Task<bool>> holds, [CallerArgumentExpression(nameof(holds))] string what = "")
    {
        for (var watch = Stopwatch.StartNew(); !await holds();)
        {
            if (watch.Elapsed > Limit) Assert.Fail($"Never came about: {what}");
            await Task.Delay(10);
        }
    }

    public static Task UntilAsync(Func<bool> holds, [CallerArgumentExpression(nameof(holds))] string what = "") =>
        UntilAsync(() => Task.FromResult(holds()), what);
}
