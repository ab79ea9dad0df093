using System.Globalization;

namespace LocalDiplomacy.DurableTaskEngine.Scheduling;

/// <summary>The hub's time, and stamps that are unique and grow within a process.</summary>
internal sealed class HubClock(TimeProvider time, Chance chance)
{
    private long lastStamp;

    internal TimeProvider Time { get; } = time;

    internal DateTimeOffset Now => Time.GetUtcNow();

    /// <summary>Sorts by the time of sending; the random part keeps two processes apart.</summary>
    internal string NewMessageId() => Stamp(NextStamp()) + chance.NewGuid().ToString("N");

    internal static string Stamp(long ticks) => ticks.ToString("D19", CultureInfo.InvariantCulture);

    private long NextStamp()
    {
        while (true)
        {
            var last = Interlocked.Read(ref lastStamp);
            var next = Math.Max(last + 1, Now.UtcTicks);
            if (Interlocked.CompareExchange(ref lastStamp, next, last) == last) return next;
        }
    }
}
