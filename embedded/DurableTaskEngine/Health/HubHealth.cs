namespace LocalDiplomacy.DurableTaskEngine.Health;

/// <summary>How a hub is, as this host knows it. Ids, names of tasks, types of errors, counts and times; no payload.</summary>
public sealed record HubHealth
{
    public required DateTimeOffset At { get; init; }

    /// <summary>False before the start, after the stop, and as long as the storage was away since the start.</summary>
    public required bool HasTakenUpItsWork { get; init; }

    /// <summary>Why the storage cannot be asked, by the type of the error; null when it can. What the storage knows is then left out.</summary>
    public string? StorageFault { get; init; }

    public InstanceCounts? Instances { get; init; }

    /// <summary>Work that could be done now and is not: the oldest of it. Null when there is none.</summary>
    public DueWork? OldestDue { get; init; }

    /// <summary>How many instances have such work; no more than a thousand are counted that only the index knows.</summary>
    public required int Due { get; init; }

    public required int RunningActivities { get; init; }

    /// <summary>Messages that were decided and are not delivered yet.</summary>
    public required int OutboxDepth { get; init; }

    /// <summary>What does not go on by itself, or not as it should; the oldest first, no more than a hundred.</summary>
    public required IReadOnlyList<StuckWork> Stuck { get; init; }

    public bool IsWell => HasTakenUpItsWork && StorageFault is null && Stuck.Count == 0;
}

/// <summary>Instances by status.</summary>
/// <param name="ByStatus">By the name of a runtime status; a status without instances is there with 0.</param>
/// <param name="CountedAt">When. They are counted again only when something has changed since, and not too often.</param>
public sealed record InstanceCounts(IReadOnlyDictionary<string, int> ByStatus, DateTimeOffset CountedAt);

/// <summary>An instance that has something to do.</summary>
/// <param name="InstanceId">Which.</param>
/// <param name="Since">Since when.</param>
public sealed record DueWork(string InstanceId, DateTimeOffset Since);

/// <summary>Work that does not go on.</summary>
/// <param name="InstanceId">Whose.</param>
/// <param name="Reason">Why.</param>
/// <param name="What">The activity, the version or the type of the error: whatever tells most.</param>
/// <param name="Since">Since when, as far as this host has seen it.</param>
/// <param name="Tries">How often it was tried; 0 where nothing is tried.</param>
public sealed record StuckWork(string InstanceId, StuckReason Reason, string What, DateTimeOffset Since, int Tries);
