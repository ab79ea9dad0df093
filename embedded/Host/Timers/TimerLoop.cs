using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace LocalDiplomacy.EmbeddedHost.Timers;

/// <summary>Runs one timer function by its schedule, one run after the other; a failed run is logged and the next one comes.</summary>
internal sealed class TimerLoop(
    TimerFunction timer, Func<TimerInfo, CancellationToken, Task> run, ITimerStatusStore store, TimeProvider time, ILogger log)
{
    // A single wait longer than this would not fit a timer, and a changed system clock should be noticed.
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private string Name => timer.Function.Name;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var status = Believable(await ReadStatusAsync(cancellationToken)) ?? new ScheduleStatus { Next = NextAfter(Now), LastUpdated = Now };
        var pastDue = timer.Monitored && status.Next <= Now;
        if (pastDue || timer.RunOnStartup)
            status = await RunOnceAsync(status, pastDue, cancellationToken);
        else
            await WriteStatusAsync(status, cancellationToken);

        while (!cancellationToken.IsCancellationRequested)
        {
            await WaitUntilAsync(status.Next, cancellationToken);
            // Late by more than a second: the machine slept, or the last run took longer than the interval.
            status = await RunOnceAsync(status, Now - status.Next > TimeSpan.FromSeconds(1), cancellationToken);
        }
    }

    private async Task<ScheduleStatus> RunOnceAsync(ScheduleStatus status, bool pastDue, CancellationToken cancellationToken)
    {
        var started = Now;
        try
        {
            await run(new TimerInfo { IsPastDue = pastDue, ScheduleStatus = status }, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            log.LogError(exception, "Timer function {Function} failed.", Name);
        }

        var next = new ScheduleStatus { Last = started, Next = NextAfter(Now), LastUpdated = Now };
        await WriteStatusAsync(next, cancellationToken);
        return next;
    }

    /// <summary>A clock that was ahead, or another schedule, left a run that is too far off: nobody would wait for it.</summary>
    private ScheduleStatus? Believable(ScheduleStatus? status) => status?.Next > NextAfter(Now) ? null : status;

    private DateTime NextAfter(DateTime now) => timer.Schedule.NextAfter(now) ?? DateTime.MaxValue;

    private async Task WaitUntilAsync(DateTime due, CancellationToken cancellationToken)
    {
        while (due - Now is var left && left > TimeSpan.Zero)
            await Task.Delay(left < LongestWait ? left : LongestWait, time, cancellationToken);
    }

    private async Task<ScheduleStatus?> ReadStatusAsync(CancellationToken cancellationToken)
    {
        if (!timer.Monitored)
            return null;
        try
        {
            return await store.ReadAsync(Name, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            log.LogWarning("The last run of timer {Function} is not known: {Reason}", Name, exception.Message);
            return null;
        }
    }

    private async Task WriteStatusAsync(ScheduleStatus status, CancellationToken cancellationToken)
    {
        if (!timer.Monitored)
            return;
        try
        {
            await store.WriteAsync(Name, status, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The cost: after a restart this run may be made up for again. Timers may come twice on Azure too.
            log.LogWarning("The run of timer {Function} was not recorded: {Reason}", Name, exception.Message);
        }
    }
}
