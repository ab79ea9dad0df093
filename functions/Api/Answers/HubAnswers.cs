namespace LocalDiplomacy.Functions.Api.Answers;

/// <summary>How the orchestrations are, as far as any host's client can tell.</summary>
/// <param name="Statuses">Instances by status.</param>
/// <param name="Failed">Some of the failed ones.</param>
/// <param name="OldestPending">The one that has waited longest for its first turn, of those that were looked at; null where none waits.</param>
/// <param name="OverdueCases">Cases that something is to be carried out for since a quarter of an hour or more, the oldest first; no more than a hundred.</param>
/// <param name="OldestWorkSince">Since when the oldest change waits that a case's orchestration has not settled; null where none waits.</param>
/// <param name="CountedAt">When the instances were counted, some seconds ago.</param>
/// <param name="WorkSeenAt">When it was looked at what waits, some seconds ago.</param>
public sealed record HubAnswer(
    IReadOnlyList<HubStatusAnswer> Statuses, IReadOnlyList<HubInstanceAnswer> Failed, HubInstanceAnswer? OldestPending,
    IReadOnlyList<OverdueCaseAnswer> OverdueCases, DateTimeOffset? OldestWorkSince, DateTimeOffset CountedAt, DateTimeOffset WorkSeenAt);

/// <param name="Status">"pending", "running", "suspended", "completed", "failed" or "terminated".</param>
/// <param name="Count">How many were found.</param>
/// <param name="IsComplete">False: there are more, and counting stopped at a bound.</param>
public sealed record HubStatusAnswer(string Status, int Count, bool IsComplete);

/// <param name="Id">A case's id, or a mail's delivery.</param>
/// <param name="Orchestration">Its name.</param>
/// <param name="ErrorType">Of a failed one, where the host tells it.</param>
public sealed record HubInstanceAnswer(string Id, string Orchestration, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, string? ErrorType);

public sealed record OverdueCaseAnswer(string Id, DateTimeOffset Since);
