namespace Microsoft.DurableTask.Client;

public enum OrchestrationRuntimeStatus
{
    Running = 0,
    Completed = 1,
    [Obsolete("Never seen: an orchestration that continues as new is Running.")]
    ContinuedAsNew = 2,
    Failed = 3,
    [Obsolete("Not used.")]
    Canceled = 4,
    Terminated = 5,
    Pending = 6,
    Suspended = 7,
}
