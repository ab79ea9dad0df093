namespace Microsoft.Azure.Functions.Worker;

public class TimerInfo
{
    public ScheduleStatus? ScheduleStatus { get; set; }

    /// <summary>True when the run is later than its schedule: the host was down or busy at its time.</summary>
    public bool IsPastDue { get; set; }
}
