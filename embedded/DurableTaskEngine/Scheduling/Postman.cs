using LocalDiplomacy.DurableTaskEngine.History;
using LocalDiplomacy.DurableTaskEngine.Storage;
using Microsoft.DurableTask;

namespace LocalDiplomacy.DurableTaskEngine.Scheduling;

/// <summary>Delivers what instances write to each other: at least once, and known by its id when it comes twice.</summary>
internal sealed class Postman(Hub hub)
{
    /// <param name="message">In stored form.</param>
    /// <param name="cancellation">Stops in between; the message is then delivered again.</param>
    internal Task DeliverAsync(HistoryEvent message, CancellationToken cancellation) => message.Kind switch
    {
        HistoryKind.ExecutionStarted => StartChildAsync(message, cancellation),
        HistoryKind.ExecutionRewound => hub.Rewinder.RewindChildAsync(message, cancellation),
        _ => PostAsync(message, cancellation),
    };

    private async Task PostAsync(HistoryEvent message, CancellationToken cancellation)
    {
        // To an instance that is gone or has finished nothing is delivered.
        if (await hub.Store.FindAsync(message.Target!, cancellation) is not { IsFinished: false }) return;
        await hub.Store.DeliverAsync(message.Target!, message, cancellation);
        await hub.AnnounceAsync(message.Target!, await hub.Store.Values.ReadAsync(message, cancellation), cancellation);
    }

    private async Task StartChildAsync(HistoryEvent start, CancellationToken cancellation)
    {
        var child = new InstanceRow
        {
            InstanceId = start.Target!,
            Name = start.Name!,
            Generation = hub.Clock.NewGeneration(),
            Version = start.Version ?? string.Empty,
            ExecutionId = start.MessageId!,
            StartId = start.MessageId!,
            CreatedAt = hub.Clock.Now,
            UpdatedAt = hub.Clock.Now,
            Input = start.Data,
            Tags = start.Tags,
            Trace = start.Trace,
            ParentId = start.ParentId,
            ParentName = start.ParentName,
            ParentExecution = start.Execution,
            ParentTask = start.TaskId,
        };
        var input = await hub.Store.Values.ReadAsync(start.Data, cancellation);
        var outcome = await hub.Starter.StartAsync(child, input, Starter.Unfinished, withFirstTurn: false, cancellation);
        if (outcome.Conflict is null) return;

        var failure = new TaskFailureDetails(
            typeof(OrchestrationAlreadyExistsException).FullName!,
            $"An orchestration instance with the id '{start.Target}' exists already, with status {outcome.Conflict}.",
            null,
            null,
            null);
        var refusal = new HistoryEvent(HistoryKind.SubOrchestrationFailed)
        {
            Target = start.ParentId,
            TaskId = start.TaskId,
            Execution = start.Execution,
            Failure = FailureText.Write(failure),
            MessageId = start.MessageId,
        };
        await PostAsync(await hub.Store.Values.KeepAsync(start.ParentId!, refusal, cancellation), cancellation);
    }
}
