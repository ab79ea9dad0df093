using LocalDiplomacy.Workflows.Orchestrations;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Orchestrations;

/// <summary>What a mail's orchestration has done.</summary>
public sealed class MailActivities(SendMail send, GiveUpMail giveUp)
{
    [Function(nameof(SendMail))]
    public Task<bool> SendMailAsync([ActivityTrigger] MailDeliveryInput input, CancellationToken cancel) => send.RunAsync(input, cancel);

    [Function(nameof(GiveUpMail))]
    public Task GiveUpMailAsync([ActivityTrigger] GivenUpMail input, [DurableClient] DurableTaskClient engine, CancellationToken cancel) =>
        giveUp.RunAsync(input, engine, cancel);
}
