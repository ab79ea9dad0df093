using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Lists;

/// <summary>Where all MOUs stand, counted.</summary>
/// <param name="Counts">Each combination that occurs, once.</param>
/// <param name="Longest">By whom it is waited on, the one that waits longest.</param>
public sealed record Overview(IReadOnlyList<CaseCount> Counts, IReadOnlyDictionary<WaitedOn, CaseRow> Longest)
{
    /// <summary>Embassies that are waited on, whoever has been longest first.</summary>
    public IReadOnlyList<WaitedOnParty<MissionId>> Embassies { get; init; } = [];

    /// <summary>Local governments whose office, head or council is waited on, whoever has been longest first.</summary>
    public IReadOnlyList<WaitedOnParty<LocalGovernmentId>> Offices { get; init; } = [];

    public IReadOnlyDictionary<OrchestrationStanding, int> Orchestrations { get; init; } = new Dictionary<OrchestrationStanding, int>();

    public int In(StageName stage) => Sum(count => count.Stage == stage);

    public int WaitingOn(WaitedOn whom) => Sum(count => count.WaitedOn == whom);

    public int Overdue => Sum(count => count.Overdue);

    public int CameBack => Sum(count => count.CameBack);

    public int Total => Sum(_ => true);

    private int Sum(Func<CaseCount, bool> fits) => Counts.Where(fits).Sum(count => count.Count);
}

/// <summary>How many MOUs have all this in common.</summary>
public sealed record CaseCount(StageName Stage, WaitedOn WaitedOn, bool Overdue, bool CameBack, int Count);

/// <summary>How many MOUs wait on somebody.</summary>
/// <param name="Since">When the one that waits longest began to.</param>
public sealed record WaitedOnParty<TKey>(TKey Party, int Count, int Overdue, DateTimeOffset Since);
