using Microsoft.DurableTask;

namespace LocalDiplomacy.Workflows.Orchestrations;

/// <summary>
/// One mail's way to the mail service, tried for a day, or for as long as its code holds. Its end stands on the mail's
/// row: sent, obsolete or given up.
/// </summary>
public sealed class MailDelivery : TaskOrchestrator<MailDeliveryInput, object?>
{
    public override async Task<object?> RunAsync(TaskOrchestrationContext context, MailDeliveryInput input)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(input);
        if (await WhyNotTakenAsync(context, input) is { } why)
            await context.CallActivityAsync(nameof(GiveUpMail), new GivenUpMail(input, why), Retries.Records);
        return null;
    }

    /// <returns>Null: the mail came to its end.</returns>
    private static async Task<string?> WhyNotTakenAsync(TaskOrchestrationContext context, MailDeliveryInput input)
    {
        try
        {
            var wasRefused = await context.CallActivityAsync<bool>(nameof(SendMail), input, input.IsShortLived ? Retries.ShortLivedMail : Retries.Mail);
            return wasRefused ? GivenUpMail.Refused : null;
        }
        catch (TaskFailedException)
        {
            return GivenUpMail.NotTakenInTime;
        }
    }
}
