using System.Globalization;

namespace LocalDiplomacy.DurableTaskEngine.Scheduling;

/// <summary>The hub's time, and stamps that are unique and grow within a process.</summary>
internal sealed class HubClock(TimeProvider time, Chance chance)
{
    /// <summary>Finer than an execution can follow another, and not many digits: they are in every key.</summary>
    private const long TicksOfAGeneration = TimeSpan.TicksPerMillisecond / 10;

    private static readonly long FirstTicks = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;

    private long lastStamp;
    private long lastGeneration;

    internal TimeProvider Time { get; } = time;

    internal DateTimeOffset Now => Time.GetUtcNow();

    /// <summary>Sorts by the time of sending; the random part keeps two processes apart.</summary>
    internal string NewMessageId() => Stamp(Next(ref lastStamp, Now.UtcTicks)) + chance.NewGuid().ToString("N");

    /// <summary>For a new instance; grows with time, and is never the same twice.</summary>
    internal long NewGeneration() => Next(ref lastGeneration, (Now.UtcTicks - FirstTicks) / TicksOfAGeneration);

    internal static string Stamp(long ticks) => ticks.ToString("D19", CultureInfo.InvariantCulture);

    private static long Next(ref long last, long least)
    {
        while (true)
        {
            var known = Interlocked.Read(ref last);
            var next = Math.Max(known + 1, least);
            if (Interlocked.CompareExchange(ref last, next, known) == known) return next;
        }
    }
}
