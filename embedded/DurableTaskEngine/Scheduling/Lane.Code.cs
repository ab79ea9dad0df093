using LocalDiplomacy.DurableTaskEngine.Storage;

namespace LocalDiplomacy.DurableTaskEngine.Scheduling;

/// <summary>The orchestrator's code runs on the lane's thread. If it does not come back, the thread cannot be had back either: the lane is
/// given up with it, and another one ends the instance.</summary>
internal sealed partial class Lane
{
    private readonly TurnSlot slot = new();
    private InstanceRow? codeOf;
    private volatile bool givenUp;

    internal string InstanceId => instanceId;

    /// <summary>The execution whose code has been running since before a time.</summary>
    internal string? CodeSinceBefore(long ticks) => Volatile.Read(ref inCodeSince) is > 0 and var began && began <= ticks ? codeOf?.ExecutionId : null;

    /// <summary>Of the orchestrator whose code ran last.</summary>
    internal string? Orchestration => codeOf?.Name;

    internal bool IsInCode => Volatile.Read(ref inOrchestratorSince) > 0;

    /// <returns>True for the first call: the place among the turns is then free for others.</returns>
    internal bool GiveUp()
    {
        givenUp = true;
        lock (gate) retired = true;
        return slot.TryGiveBack();
    }

    private T RunCode<T>(InstanceRow row, Func<T> code)
    {
        codeOf = row;
        Volatile.Write(ref inOrchestratorSince, hub.Clock.Now.UtcTicks);
        Volatile.Write(ref inCodeSince, hub.Options.MachineTime.GetUtcNow().UtcTicks);
        hub.WatchCode();
        T outcome;
        try
        {
            outcome = code();
        }
        finally
        {
            Volatile.Write(ref inOrchestratorSince, Never);
            Volatile.Write(ref inCodeSince, Never);
        }

        // It did come back, after its instance had been ended.
        return givenUp ? throw new TurnConflictException(instanceId) : outcome;
    }
}
