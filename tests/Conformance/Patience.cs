namespace LocalDiplomacy.Conformance.Tests;

/// <summary>Waiting on conditions, with a limit that only a hang reaches.</summary>
internal static class Patience
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    internal static CancellationTokenSource Limit() => new(Longest);

    internal static async Task Until(Func<Task<bool>> condition)
    {
        using var limit = Limit();
        while (!await condition()) await Task.Delay(10, limit.Token);
    }

    internal static Task Until(Func<bool> condition) => Until(() => Task.FromResult(condition()));

    internal static async Task<T> InTime<T>(this Task<T> task) => await task.WaitAsync(Longest);

    internal static async Task InTime(this Task task) => await task.WaitAsync(Longest);
}
