using LocalDiplomacy.DurableTaskEngine.History;
using LocalDiplomacy.DurableTaskEngine.Storage;

namespace LocalDiplomacy.DurableTaskEngine.Recording;

/// <summary>Reads an instance's present execution from the store, whatever its size.</summary>
internal static class HistoryExport
{
    /// <summary>How often an instance that changes while it is read is read again.</summary>
    private const int Readings = 20;

    internal static async Task<RecordedHistory?> OfAsync(HubStore store, string instanceId, CancellationToken cancellation)
    {
        await store.EnsureCreatedAsync(cancellation);
        for (var reading = 1; ; reading++)
        {
            try
            {
                return await ReadAsync(store, instanceId, cancellation);
            }
            catch (TurnConflictException) when (reading < Readings)
            {
            }
        }
    }

    private static async Task<RecordedHistory?> ReadAsync(HubStore store, string instanceId, CancellationToken cancellation)
    {
        if (await store.LoadAsync(instanceId, cancellation) is not { } partition) return null;
        var row = partition.Row;
        var events = new List<HistoryEvent>(partition.History.Count);
        foreach (var kept in partition.History) events.Add(await store.Values.ReadAsync(kept, cancellation));
        return RecordedHistory.Of(row, await store.Values.ReadAsync(row.Input, cancellation), events) with
        {
            Output = await store.Values.ReadAsync(row.Output, cancellation),
            Failure = FailureText.Read(await store.Values.ReadAsync(row.Failure, cancellation)),
        };
    }
}
