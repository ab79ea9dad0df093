using LocalDiplomacy.Workflows.Orchestrations;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Functions.Orchestrations;

/// <summary>Each minute and at the start: nudges the cases whose nudge was lost.</summary>
public sealed class LostNudges(ReNudge reNudge)
{
    [Function(nameof(ReNudge))]
    public Task ReNudgeAsync([TimerTrigger("0 * * * * *", RunOnStartup = true)] TimerInfo timer, [DurableClient] DurableTaskClient engine, CancellationToken cancel) =>
        reNudge.RunAsync(engine, cancel);
}
