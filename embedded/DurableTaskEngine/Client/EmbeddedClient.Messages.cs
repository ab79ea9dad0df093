using LocalDiplomacy.DurableTaskEngine.History;
using LocalDiplomacy.DurableTaskEngine.Storage;
using LocalDiplomacy.DurableTaskEngine.Telemetry;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.DurableTaskEngine.Client;

internal sealed partial class EmbeddedClient
{
    public override async Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        using var span = EngineTraces.Raise(instanceId, eventName);
        var raised = new HistoryEvent(HistoryKind.EventRaised) { Name = eventName, Data = Converter.Serialize(eventPayload), Trace = span?.Id };
        await ObservedAsync(span, HistoryKind.EventRaised, eventName, async () =>
            await TrySendAsync(instanceId, raised, cancellation) ? true : throw Finished(instanceId));
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
        var kept = await hub.Store.Values.KeepAsync(instanceId, sent, cancellation);
        var isEvent = message.Kind == HistoryKind.EventRaised;
        if (isEvent) await hub.Store.RaiseAsync(instanceId, kept, cancellation);
        else await hub.Store.DeliverAsync(instanceId, kept, cancellation);
        // After the message, and before the caller hears that it arrived: see DueIndex.
        await hub.AnnounceAsync(instanceId, sent, cancellation);
        return !isEvent || await ArrivedAsync(row, sent.MessageId!, cancellation);
    }

    /// <summary>An instance that is not finished now cannot finish without the event. Of one that is finished, an event that nobody took
    /// in is taken back.</summary>
    private async Task<bool> ArrivedAsync(InstanceRow before, string messageId, CancellationToken cancellation)
    {
        var now = await hub.Store.FindAsync(before.InstanceId, cancellation);
        if (now is { IsFinished: false }) return true;
        var wasLeft = await hub.Store.TryTakeBackAsync(before.InstanceId, messageId, cancellation);
        return !wasLeft && now?.StartId == before.StartId;
    }

    private static OrchestrationUnreachableException Finished(string instanceId) =>
        new($"The orchestration instance '{instanceId}' has finished and takes no events.");
}
