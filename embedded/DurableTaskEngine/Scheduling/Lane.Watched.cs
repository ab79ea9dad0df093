using LocalDiplomacy.DurableTaskEngine.Health;

namespace LocalDiplomacy.DurableTaskEngine.Scheduling;

/// <summary>What operators are told of a lane. Written by the lane's work, read by anybody: each as one value.</summary>
internal sealed partial class Lane
{
    private const long Never = 0;

    private long workSince;
    private long inOrchestratorSince;
    /// <summary>The same by the machine's time, in which code takes as long as it takes, whatever time it is for the hub.</summary>
    private long inCodeSince;
    private long failingSince;
    private string? fault;

    internal LaneReport Report => new(
        instanceId, Time(ref workSince), Time(ref inOrchestratorSince), failures, failures > 0 ? Time(ref failingSince) : null, fault, state?.Outbox.Count ?? 0);

    private void NoteWork()
    {
        if (Volatile.Read(ref workSince) == Never) Volatile.Write(ref workSince, hub.Clock.Now.UtcTicks);
    }

    private void NoteRest() => Volatile.Write(ref workSince, Never);

    private void NoteFailure(Exception failure)
    {
        if (failures == 1) Volatile.Write(ref failingSince, hub.Clock.Now.UtcTicks);
        fault = Faults.NameOf(failure);
    }

    private static DateTimeOffset? Time(ref long ticks) => Volatile.Read(ref ticks) is not Never and var known ? new(known, TimeSpan.Zero) : null;
}
