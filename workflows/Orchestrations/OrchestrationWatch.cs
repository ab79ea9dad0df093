using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Lists;
using Microsoft.DurableTask.Client;
using static Microsoft.DurableTask.Client.OrchestrationRuntimeStatus;

namespace LocalDiplomacy.Workflows.Orchestrations;

/// <summary>
/// Every few minutes: notes which orchestrations failed, stand still or were terminated, so that nobody who looks at the desk makes the
/// engine look for them. So many of each and no further; whatever was noted and is well again loses its note.
/// </summary>
public sealed class OrchestrationWatch(OrchestrationSightings sightings)
{
    private const int PageSize = 100;
    private const int MostPages = 10;

    private static readonly IReadOnlyDictionary<OrchestrationRuntimeStatus, OrchestrationStanding> Looked = new Dictionary<OrchestrationRuntimeStatus, OrchestrationStanding>
    {
        [Failed] = OrchestrationStanding.Failed,
        [Suspended] = OrchestrationStanding.Suspended,
        [Terminated] = OrchestrationStanding.Terminated,
    };

    public async Task RunAsync(DurableTaskClient engine, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(engine);
        var before = await sightings.AllAsync(cancel).ConfigureAwait(false);
        var pages = 0;
        await foreach (var page in engine.GetAllInstancesAsync(new OrchestrationQuery { Statuses = [.. Looked.Keys], PageSize = PageSize }).AsPages().WithCancellation(cancel).ConfigureAwait(false))
        {
            foreach (var one in page.Values)
                if (Looked.TryGetValue(one.RuntimeStatus, out var standing) && before.GetValueOrDefault(new(one.InstanceId)) != standing)
                    await sightings.NoteAsync(new(one.InstanceId), standing, cancel).ConfigureAwait(false);
            if (++pages == MostPages) break;
        }

        foreach (var id in before.Keys) await LookAgainAsync(id, engine, cancel).ConfigureAwait(false);
    }

    private async Task LookAgainAsync(MouId id, DurableTaskClient engine, CancellationToken cancel)
    {
        var now = (await engine.GetInstanceAsync(id.Value, cancel).ConfigureAwait(false))?.RuntimeStatus;
        if (now is null || !Looked.ContainsKey(now.Value)) await sightings.NoteAsync(id, OrchestrationStanding.Running, cancel).ConfigureAwait(false);
    }
}
