using LocalDiplomacy.Workflows.Orchestrations;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace LocalDiplomacy.Functions.Orchestrations;

/// <summary>The orchestrations' functions: their names are what instances are started by.</summary>
public static class CaseOrchestrations
{
    [Function(nameof(MouCase))]
    public static Task<object?> MouCaseAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
        new MouCase().RunAsync(context, context.GetInput<MouCaseInput>()!);

    [Function(nameof(MailDelivery))]
    public static Task<object?> MailDeliveryAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
        new MailDelivery().RunAsync(context, context.GetInput<MailDeliveryInput>()!);

    [Function(nameof(AlertDelivery))]
    public static Task<object?> AlertDeliveryAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
        new AlertDelivery().RunAsync(context, context.GetInput<AlertDeliveryInput>()!);
}
