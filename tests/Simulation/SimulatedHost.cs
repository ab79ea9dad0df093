using LocalDiplomacy.DurableTaskEngine;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Simulation;

/// <summary>One process of the hub, from its start to its end.</summary>
internal sealed class SimulatedHost(int place, Weather weather, HostClock clock)
{
    /// <summary>A new one each time: one task for all would hold whoever waits for it, and with them every process that ended.</summary>
    internal static Task Never => new TaskCompletionSource().Task;

    /// <summary>Whose place another process takes afterwards.</summary>
    internal int Place => place;

    internal required DurableTaskHost Host { get; init; }

    internal DurableTaskClient Client => Host.Client;

    internal bool HasEnded => weather.HasEnded;

    /// <summary>In the time of this process: it ends with it.</summary>
    internal Task Rest(TimeSpan length) => Task.Delay(length, clock);

    internal Weather Weather => weather;

    internal void CalmDown() => weather.IsCalm = true;

    /// <summary>Ends as a process does: no request comes back, no timer rings, nothing is cleared up.</summary>
    internal async Task EndAsync()
    {
        weather.HasEnded = true;
        clock.End();
        await Host.DisposeAsync();
    }
}
