using LocalDiplomacy.Workflows.Cases;
using Microsoft.DurableTask.Client;

namespace LocalDiplomacy.Workflows.Orchestrations;

/// <summary>Finds the cases whose nudge was lost and nudges them again. Runs each minute and at the start; late or twice does no harm.</summary>
public sealed class ReNudge(Nudges nudges, Dispatcher dispatcher)
{
    /// <summary>What is younger is most likely being looked at just now.</summary>
    private static readonly TimeSpan LateAfter = TimeSpan.FromSeconds(5);

    private int _runs;

    public async Task RunAsync(DurableTaskClient engine, CancellationToken cancel = default)
    {
        // Nothing that stands there when a process starts is being looked at by it.
        var age = Interlocked.Increment(ref _runs) == 1 ? TimeSpan.Zero : LateAfter;
        foreach (var id in await nudges.OlderThanAsync(age, cancel).ConfigureAwait(false))
            await dispatcher.NudgeAsync(id, engine, cancel).ConfigureAwait(false);
    }
}
