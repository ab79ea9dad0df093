using LocalDiplomacy.Workflows.Orchestrations;
using Microsoft.Azure.Functions.Worker;

namespace LocalDiplomacy.Functions.Orchestrations;

/// <summary>What the orchestration of an alert has done.</summary>
public sealed class AlertActivities(PostAlert post)
{
    [Function(nameof(PostAlert))]
    public Task PostAlertAsync([ActivityTrigger] AlertDeliveryInput input, CancellationToken cancel) => post.RunAsync(input, cancel);
}
