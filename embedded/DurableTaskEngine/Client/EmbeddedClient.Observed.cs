using System.Diagnostics;
using LocalDiplomacy.DurableTaskEngine.History;
using LocalDiplomacy.DurableTaskEngine.Telemetry;

namespace LocalDiplomacy.DurableTaskEngine.Client;

internal sealed partial class EmbeddedClient
{
    /// <summary>Sends a message and tells how that went.</summary>
    private async Task<T> ObservedAsync<T>(Activity? span, HistoryKind kind, string name, Func<Task<T>> send)
    {
        var begun = hub.Clock.Time.GetTimestamp();
        try
        {
            var sent = await send();
            EngineMetrics.SentByClient(kind, name, hub.Clock.Time.GetElapsedTime(begun));
            return sent;
        }
        catch (Exception refused) when (refused is not OutOfMemoryException)
        {
            if (span is not null) EngineTraces.Failed(span, refused.GetType().FullName);
            EngineMetrics.SentByClient(kind, name, hub.Clock.Time.GetElapsedTime(begun), refused.GetType().FullName);
            throw;
        }
    }
}
