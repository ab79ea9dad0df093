using LocalDiplomacy.DurableTaskEngine.History;
using LocalDiplomacy.DurableTaskEngine.Scheduling;
using LocalDiplomacy.DurableTaskEngine.Storage;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.DurableTaskEngine.Client;

internal sealed partial class EmbeddedClient
{
    public override async Task<string> RestartAsync(
        string instanceId, bool restartWithNewInstanceId = false, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        await hub.Store.EnsureCreatedAsync(cancellation);
        var old = await hub.Store.FindAsync(instanceId, cancellation)
            ?? throw new ArgumentException($"There is no orchestration instance '{instanceId}'.", nameof(instanceId));
        var input = await hub.Store.Values.ReadAsync(old.Input, cancellation);
        var newId = restartWithNewInstanceId ? hub.Options.Chance.NewGuid().ToString("N") : instanceId;
        var row = await NewRowAsync(newId, old.Name, input, cancellation) with { Version = old.Version, Tags = old.Tags };
        await StartAsync(row, input, Starter.Unfinished, cancellation);
        return newId;
    }

    public override async Task RewindInstanceAsync(string instanceId, string reason, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        await hub.Store.EnsureCreatedAsync(cancellation);
        await hub.Rewinder.RewindAsync(instanceId, reason, cancellation);
    }
}
