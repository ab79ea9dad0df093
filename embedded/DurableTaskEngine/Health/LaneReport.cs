namespace LocalDiplomacy.DurableTaskEngine.Health;

/// <summary>What a lane tells of itself while it goes on working: each fact is true for itself, not all of one moment.</summary>
/// <param name="InstanceId">Whose lane.</param>
/// <param name="WorkSince">Since when it has something to do; null when it has nothing.</param>
/// <param name="InOrchestratorSince">Since when the orchestrator's code runs; null when it does not.</param>
/// <param name="Failures">How often in a row its work was interrupted.</param>
/// <param name="FailingSince">Since the first of these.</param>
/// <param name="Fault">The last one's type.</param>
/// <param name="Outbox">Messages that it has still to deliver.</param>
internal sealed record LaneReport(
    string InstanceId,
    DateTimeOffset? WorkSince,
    DateTimeOffset? InOrchestratorSince,
    int Failures,
    DateTimeOffset? FailingSince,
    string? Fault,
    int Outbox);
