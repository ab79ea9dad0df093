using LocalDiplomacy.EmbeddedHost.Dispatch;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace LocalDiplomacy.EmbeddedHost.Timers;

/// <summary>A function and its schedule, <c>%SETTING%</c> resolved.</summary>
internal sealed record TimerFunction(FunctionEntry Function, NcrontabSchedule Schedule, bool RunOnStartup, bool Monitored)
{
    public static TimerFunction Of(FunctionEntry function, IConfiguration configuration)
    {
        var trigger = (TimerTriggerAttribute)function.Trigger;
        var text = Resolve(function, trigger.Schedule, configuration);
        var schedule = Parse(function, text);
        var first = schedule.NextAfter(DateTime.UnixEpoch)
            ?? throw new StartupFaultException($"Function '{function.Name}': schedule '{text}' never comes.");

        // As on Azure: what runs more often than once a minute is not worth making up for.
        var interval = schedule.NextAfter(first) - first;
        return new TimerFunction(function, schedule, trigger.RunOnStartup, trigger.UseMonitor && interval >= TimeSpan.FromMinutes(1));
    }

    private static NcrontabSchedule Parse(FunctionEntry function, string text)
    {
        try
        {
            return NcrontabSchedule.Parse(text);
        }
        catch (FormatException exception)
        {
            throw new StartupFaultException(
                $"Function '{function.Name}': schedule '{text}' is not valid, {exception.Message}; one looks like '0 */5 * * * *'.");
        }
    }

    private static string Resolve(FunctionEntry function, string schedule, IConfiguration configuration)
    {
        if (!(schedule.Length > 2 && schedule.StartsWith('%') && schedule.EndsWith('%')))
            return schedule;
        return configuration[schedule[1..^1]]
            ?? throw new StartupFaultException($"Function '{function.Name}': its schedule's setting {schedule[1..^1]} is not set.");
    }
}
