using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.EmbeddedHost.Timers;

/// <summary>Remembers over a restart when a timer was due, so that a missed run is made up for.</summary>
internal interface ITimerStatusStore
{
    Task<ScheduleStatus?> ReadAsync(string function, CancellationToken cancellationToken);

    Task WriteAsync(string function, ScheduleStatus status, CancellationToken cancellationToken);
}
