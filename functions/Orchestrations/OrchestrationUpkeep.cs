using LocalDiplomacy.Functions.Site;
using LocalDiplomacy.Workflows.Orchestrations;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Orchestrations;

/// <summary>Every five minutes and at the start: finds what does not run as it should, mends what it can, and keeps the alerts.</summary>
public sealed class OrchestrationUpkeep(OrchestrationWatch watch, Health health)
{
    [Function(nameof(OrchestrationUpkeep))]
    public async Task RunAsync([TimerTrigger("20 */5 * * * *", RunOnStartup = true)] TimerInfo timer, [DurableClient] DurableTaskClient engine, CancellationToken cancel)
    {
        var parts = await health.CheckAsync(engine, cancel);
        await watch.RunAsync(engine, parts.ToDictionary(part => part.Name, part => part.Status == Health.Well), cancel);
    }
}
