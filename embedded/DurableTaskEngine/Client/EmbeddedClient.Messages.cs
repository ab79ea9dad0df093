using LocalDiplomacy.DurableTaskEngine.History;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.DurableTaskEngine.Client;

internal sealed partial class EmbeddedClient
{
    public override async Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        var raised = new HistoryEvent(HistoryKind.EventRaised) { Name = eventName, Data = Converter.Serialize(eventPayload) };
        if (!await TrySendAsync(instanceId, raised, cancellation))
            throw new OrchestrationUnreachableException($"The orchestration instance '{instanceId}' has finished and takes no events.");
    }

    public override Task TerminateInstanceAsync(
        string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default) =>
        TrySendAsync(
            instanceId,
            new HistoryEvent(HistoryKind.ExecutionTerminated)
            {
                Data = Converter.Serialize(options?.Output),
                Recursive = options?.Recursive ?? false,
            },
            cancellation);

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        TrySendAsync(instanceId, new HistoryEvent(HistoryKind.ExecutionSuspended) { Data = reason }, cancellation);

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        TrySendAsync(instanceId, new HistoryEvent(HistoryKind.ExecutionResumed) { Data = reason }, cancellation);

    /// <returns>False when the instance has finished.</returns>
    private async Task<bool> TrySendAsync(string instanceId, HistoryEvent message, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        await hub.Store.EnsureCreatedAsync(cancellation);
        var row = await hub.Store.FindAsync(instanceId, cancellation)
            ?? throw new OrchestrationUnreachableException($"There is no orchestration instance '{instanceId}'.");
        if (row.IsFinished) return false;

        var sent = message with { MessageId = hub.Clock.NewMessageId(), Time = hub.Clock.Now.UtcDateTime };
        await hub.Store.DeliverAsync(instanceId, await hub.Store.Values.KeepAsync(instanceId, sent, cancellation), cancellation);
        // After the message, and before the caller hears that it arrived: see DueIndex.
        await hub.AnnounceAsync(instanceId, sent, cancellation);
        return true;
    }
}
