namespace LocalDiplomacy.DurableTaskContract;

/// <summary>Waiting on conditions, with a limit that only a hang reaches.</summary>
public static class Patience
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    public static CancellationTokenSource Limit() => new(Longest);

    public static async Task Until(Func<Task<bool>> condition)
    {
        using var limit = Limit();
        for (var pause = 5; !await condition(); pause = Math.Min(2 * pause, 100)) await Task.Delay(pause, limit.Token);
    }

    public static Task Until(Func<bool> condition) => Until(() => Task.FromResult(condition()));

    public static async Task<T> InTime<T>(this Task<T> task) => await task.WaitAsync(Longest);

    public static async Task InTime(this Task task) => await task.WaitAsync(Longest);
}
