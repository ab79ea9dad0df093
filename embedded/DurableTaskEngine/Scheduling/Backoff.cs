namespace LocalDiplomacy.DurableTaskEngine.Scheduling;

/// <summary>Pauses that double up to a limit, each shortened by up to half at random so that many do not wake together.</summary>
internal static class Backoff
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(100);

    /// <summary>After a lost race the winner only needs a moment.</summary>
    internal static TimeSpan AfterConflict(Chance chance) => TimeSpan.FromMilliseconds(chance.Between(5, 50));

    /// <param name="chance">Shortens the pause.</param>
    /// <param name="failures">How many tries in a row have failed, from 1.</param>
    /// <param name="longest">The limit.</param>
    internal static TimeSpan Pause(Chance chance, int failures, TimeSpan longest)
    {
        var full = Math.Min(First.TotalMilliseconds * Math.Pow(2, Math.Min(failures - 1, 20)), longest.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(full * chance.Between(500, 1001) / 1000.0);
    }
}
