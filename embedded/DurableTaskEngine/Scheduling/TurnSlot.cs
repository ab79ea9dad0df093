namespace LocalDiplomacy.DurableTaskEngine.Scheduling;

/// <summary>A place among the turns that run at once. It is given back once: by whoever ran, or by whoever gave that one up.</summary>
internal sealed class TurnSlot
{
    private int isTaken;

    internal void Take() => Volatile.Write(ref isTaken, 1);

    internal bool TryGiveBack() => Interlocked.Exchange(ref isTaken, 0) == 1;
}
