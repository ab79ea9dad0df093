using LocalDiplomacy.Workflows.Orchestrations;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Orchestrations;

/// <summary>Every five minutes and at the start: notes which orchestrations do not run as they should.</summary>
public sealed class OrchestrationUpkeep(OrchestrationWatch watch)
{
    [Function(nameof(OrchestrationUpkeep))]
    public Task RunAsync([TimerTrigger("20 */5 * * * *", RunOnStartup = true)] TimerInfo timer, [DurableClient] DurableTaskClient engine, CancellationToken cancel) =>
        watch.RunAsync(engine, cancel);
}
