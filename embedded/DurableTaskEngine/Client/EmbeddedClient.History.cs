using DurableTask.Core.History;
using LocalDiplomacy.DurableTaskEngine.Recording;

namespace LocalDiplomacy.DurableTaskEngine.Client;

internal sealed partial class EmbeddedClient
{
    public override async Task<IList<HistoryEvent>> GetOrchestrationHistoryAsync(string instanceId, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        var history = await HistoryExport.OfAsync(hub.Store, instanceId, cancellation)
            ?? throw new ArgumentException($"There is no orchestration instance '{instanceId}'.", nameof(instanceId));
        return [.. ToldHistory.Of(history)];
    }
}
