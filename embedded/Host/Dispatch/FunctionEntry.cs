using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace LocalDiplomacy.EmbeddedHost.Dispatch;

/// <summary>A method with <c>[Function]</c>, and the parameter that triggers it.</summary>
internal sealed record FunctionEntry(string Name, MethodInfo Method, ParameterInfo TriggerParameter, TriggerBindingAttribute Trigger)
{
    public Type Class => Method.DeclaringType!;

    public string TriggerType => Trigger switch
    {
        HttpTriggerAttribute => "httpTrigger",
        TimerTriggerAttribute => "timerTrigger",
        OrchestrationTriggerAttribute => "orchestrationTrigger",
        ActivityTriggerAttribute => "activityTrigger",
        _ => Trigger.GetType().Name,
    };

    /// <summary>The name by which orchestrations call it; the attribute's own name goes before the function's.</summary>
    public string TaskName => Trigger switch
    {
        OrchestrationTriggerAttribute { Orchestration: { Length: > 0 } name } => name,
        ActivityTriggerAttribute { Activity: { Length: > 0 } name } => name,
        _ => Name,
    };
}
