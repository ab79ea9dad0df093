using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Lists;

/// <summary>Counts of some cases. Those of all are their sum.</summary>
internal sealed class CaseTally
{
    private readonly Dictionary<(StageName Stage, WaitedOn WaitedOn, bool Overdue, bool CameBack), int> _counts = [];
    private readonly Dictionary<WaitedOn, IndexedCase> _longest = [];
    private readonly Dictionary<MissionId, PartyTally> _embassies = [];
    private readonly Dictionary<LocalGovernmentId, PartyTally> _offices = [];
    private readonly Dictionary<OrchestrationStanding, int> _expected = [];

    public static CaseTally Of(IEnumerable<IndexedCase> cases)
    {
        var tally = new CaseTally();
        foreach (var one in cases) tally.Add(one);
        return tally;
    }

    public static CaseTally Sum(IEnumerable<CaseTally> tallies)
    {
        var sum = new CaseTally();
        foreach (var tally in tallies) sum.Add(tally);
        return sum;
    }

    /// <param name="seen">Cases whose orchestration was seen to be other than it should.</param>
    public Overview ToOverview(IEnumerable<(IndexedCase Case, OrchestrationStanding Standing)> seen)
    {
        var standings = new Dictionary<OrchestrationStanding, int>(_expected);
        foreach (var (one, standing) in seen)
        {
            Add(standings, one.ExpectedStanding, -1);
            Add(standings, standing, 1);
        }

        return new(
            [.. _counts.Select(count => new CaseCount(count.Key.Stage, count.Key.WaitedOn, count.Key.Overdue, count.Key.CameBack, count.Value))],
            _longest.ToDictionary(one => one.Key, one => one.Value.Row))
        {
            Embassies = [.. Ordered(_embassies)],
            Offices = [.. Ordered(_offices)],
            Orchestrations = standings.Where(one => one.Value > 0).ToDictionary(),
        };
    }

    private void Add(IndexedCase one)
    {
        Add(_counts, (one.Stage, one.WaitedOn, one.Overdue, one.CameBack), 1);
        Add(_expected, one.ExpectedStanding, 1);
        if (one.WaitedOn == WaitedOn.Nobody) return;
        KeepLonger(one);
        var alone = new PartyTally(1, one.Overdue ? 1 : 0, one.Since);
        foreach (var mission in one.Asked) Add(_embassies, mission, alone);
        if (one.WaitedOn is WaitedOn.Office or WaitedOn.HeadOfOffice or WaitedOn.Council) Add(_offices, one.Office, alone);
    }

    private void Add(CaseTally other)
    {
        foreach (var (kind, count) in other._counts) Add(_counts, kind, count);
        foreach (var (standing, count) in other._expected) Add(_expected, standing, count);
        foreach (var one in other._longest.Values) KeepLonger(one);
        foreach (var (mission, tally) in other._embassies) Add(_embassies, mission, tally);
        foreach (var (office, tally) in other._offices) Add(_offices, office, tally);
    }

    /// <summary>The first of two that have waited as long.</summary>
    private void KeepLonger(IndexedCase one)
    {
        if (!_longest.TryGetValue(one.WaitedOn, out var before) || one.Since < before.Since) _longest[one.WaitedOn] = one;
    }

    private static void Add<TKey>(Dictionary<TKey, int> counts, TKey key, int more) where TKey : notnull => counts[key] = counts.GetValueOrDefault(key) + more;

    private static void Add<TKey>(Dictionary<TKey, PartyTally> tallies, TKey key, PartyTally more) where TKey : notnull =>
        tallies[key] = tallies.TryGetValue(key, out var before) ? new(before.Count + more.Count, before.Overdue + more.Overdue, Math.Min(before.Since, more.Since)) : more;

    private static IEnumerable<WaitedOnParty<TKey>> Ordered<TKey>(Dictionary<TKey, PartyTally> tallies) where TKey : notnull => tallies
        .Select(one => new WaitedOnParty<TKey>(one.Key, one.Value.Count, one.Value.Overdue, new(one.Value.Since, TimeSpan.Zero)))
        .OrderBy(one => one.Since);

    /// <param name="Since">When the one that has waited longest began to.</param>
    private readonly record struct PartyTally(int Count, int Overdue, long Since);
}
