using LocalDiplomacy.DurableTaskEngine.Scheduling;
using Microsoft.DurableTask;

namespace LocalDiplomacy.DurableTaskEngine;

/// <summary>The API's activity context has no token; a host that offers one to its functions finds it here.</summary>
public static class ActivityCancellation
{
    /// <summary>Cancelled when the host ends and the grace for running activities is over: the activity then runs again after the next
    /// start. Cancelled, too, when the activity's time is over: it has failed. What it does afterwards counts for nothing.</summary>
    public static CancellationToken StoppingOf(TaskActivityContext context) =>
        context is EngineActivityContext own ? own.Stopping : CancellationToken.None;
}
