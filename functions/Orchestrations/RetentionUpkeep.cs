using LocalDiplomacy.Workflows.Disposal;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Orchestrations;

/// <summary>Each hour: some of what has been kept long enough goes.</summary>
public sealed class RetentionUpkeep(RetentionRun retention)
{
    [Function(nameof(RetentionUpkeep))]
    public Task RunAsync([TimerTrigger("0 41 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient engine, CancellationToken cancel) =>
        retention.RunAsync(engine, cancel);
}
