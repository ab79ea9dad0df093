namespace LocalDiplomacy.DurableTaskEngine.Recording;

/// <summary>Whether today's orchestrator does again what a history says it did.</summary>
/// <param name="InstanceId">Whose history it is.</param>
/// <param name="Orchestration">The orchestrator's name.</param>
/// <param name="Version">The version that the instance was started with; null without one.</param>
/// <param name="Turns">How many turns were gone through, with the one that differs.</param>
/// <param name="Divergence">The first difference; null when there is none.</param>
public sealed record ReplayReport(string InstanceId, string Orchestration, string? Version, int Turns, ReplayDivergence? Divergence)
{
    public bool IsFaithful => Divergence is null;

    public override string ToString() => Divergence is null
        ? $"{Orchestration} '{InstanceId}': {Turns} turns, all as recorded."
        : $"{Orchestration} '{InstanceId}': {Divergence}";
}

/// <summary>Where an orchestrator first does something else than its history says.</summary>
/// <param name="Number">The event's number in the history; one past the last where the orchestrator did more than was recorded.</param>
/// <param name="Turn">The turn in which it happens.</param>
/// <param name="Expected">What the history holds.</param>
/// <param name="Found">What the orchestrator did.</param>
public sealed record ReplayDivergence(int Number, int Turn, string Expected, string Found)
{
    public override string ToString() => $"event {Number}, turn {Turn}: expected {Expected}, found {Found}.";
}
