using Microsoft.DurableTask;

namespace LocalDiplomacy.Workflows.Orchestrations;

/// <summary>One message to the webhook of alerts, tried for a day. What nobody took by then stands at the desk all the same.</summary>
public sealed class AlertDelivery : TaskOrchestrator<AlertDeliveryInput, object?>
{
    public override async Task<object?> RunAsync(TaskOrchestrationContext context, AlertDeliveryInput input)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            await context.CallActivityAsync(nameof(PostAlert), input, Retries.Mail);
        }
        catch (TaskFailedException)
        {
            // Each try is in the log. A failed orchestration would be an alert about an alert.
        }

        return null;
    }
}
