using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Workflows.Cases;
using Microsoft.DurableTask.Client;
using static Microsoft.DurableTask.Client.OrchestrationRuntimeStatus;

namespace LocalDiplomacy.Functions.Administration;

/// <summary>
/// Asks the engine by its client alone, so that it is the same call in both hosts. What waits is known better by our own
/// records of nudges, which are there until an orchestration has settled them: a client cannot say what is due.
/// </summary>
public sealed class HubReading(Nudges nudges)
{
    private static readonly OrchestrationRuntimeStatus[] Statuses = [Pending, Running, Suspended, Completed, Failed, Terminated];

    public async Task<HubAnswer> ReadAsync(DurableTaskClient engine, CancellationToken cancellation)
    {
        var read = await Task.WhenAll(Statuses.Select(status => StatusReading.OfAsync(engine, status, cancellation)));
        var waiting = await nudges.WaitingAsync(cancellation);
        return new(
            [.. read.Select(found => new HubStatusAnswer(KebabCase.Of(found.Status.ToString()), found.Count, found.IsComplete))],
            [.. Of(read, Failed).Shown.Select(Answer)],
            Of(read, Pending).Oldest is { } oldest ? Answer(oldest) : null,
            [.. waiting.Where(one => one.IsOverdue).Take(StatusReading.MostShown).Select(one => new OverdueCaseAnswer(one.Id.Value, one.Since))],
            waiting.Count == 0 ? null : waiting[0].Since);
    }

    private static StatusReading Of(StatusReading[] read, OrchestrationRuntimeStatus status) => read.Single(found => found.Status == status);

    /// <summary>Types of errors, never their messages: these may quote anything.</summary>
    private static HubInstanceAnswer Answer(OrchestrationMetadata instance) =>
        new(instance.InstanceId, instance.Name, instance.CreatedAt, instance.LastUpdatedAt, instance.FailureDetails?.ErrorType);
}
