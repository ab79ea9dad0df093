using LocalDiplomacy.Functions.Api.Answers;
using LocalDiplomacy.Functions.Problems;
using Microsoft.DurableTask.Client;
using static Microsoft.DurableTask.Client.OrchestrationRuntimeStatus;

namespace LocalDiplomacy.Functions.Administration;

/// <summary>
/// Asks the engine by its client alone, so that it is the same call in both hosts. What waits is known better by our own
/// records of nudges, which are there until an orchestration has settled them: a client cannot say what is due. Both are looks
/// through many rows, so both are as they were some seconds ago.
/// </summary>
public sealed class HubReading(WorkWaiting waiting, TimeProvider time)
{
    private static readonly OrchestrationRuntimeStatus[] Statuses = [Pending, Running, Suspended, Completed, Failed, Terminated];

    private readonly LatelyRead<HubRead> _read = new(time);

    public async Task<HubAnswer> ReadAsync(DurableTaskClient engine, CancellationToken cancellation)
    {
        var work = waiting.ReadAsync(cancellation);
        var (countedAt, read) = await _read.GetAsync(() => ReadAsync(engine), cancellation);
        var waits = await work;
        return new(
            [.. read.Select(found => new HubStatusAnswer(KebabCase.Of(found.Status.ToString()), found.Count, found.IsComplete))],
            [.. Of(read, Failed).Shown.Select(Answer)],
            Of(read, Pending).Oldest is { } oldest ? Answer(oldest) : null,
            [.. waits.Longest.Select(one => new OverdueCaseAnswer(one.Id.Value, one.Since))],
            waits.Since,
            countedAt,
            waits.At);
    }

    private async Task<HubRead> ReadAsync(DurableTaskClient engine) =>
        new(time.GetUtcNow(), await Task.WhenAll(Statuses.Select(status => StatusReading.OfAsync(engine, status, CancellationToken.None))));

    private static StatusReading Of(StatusReading[] read, OrchestrationRuntimeStatus status) => read.Single(found => found.Status == status);

    /// <summary>Types of errors, never their messages: these may quote anything.</summary>
    private static HubInstanceAnswer Answer(OrchestrationMetadata instance) =>
        new(instance.InstanceId, instance.Name, instance.CreatedAt, instance.LastUpdatedAt, instance.FailureDetails?.ErrorType);

    private sealed record HubRead(DateTimeOffset At, StatusReading[] Statuses);
}
