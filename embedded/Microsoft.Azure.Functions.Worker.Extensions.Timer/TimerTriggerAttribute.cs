using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs the function by a six-field NCRONTAB schedule in UTC, <c>%SETTING%</c> taking the schedule from a setting.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class TimerTriggerAttribute(string schedule) : TriggerBindingAttribute
{
    public string Schedule { get; } = schedule;

    public bool RunOnStartup { get; set; }

    /// <summary>Whether a run missed while the host was down is made up for. The default is true, as on Azure.</summary>
    public bool UseMonitor { get; set; } = true;
}
