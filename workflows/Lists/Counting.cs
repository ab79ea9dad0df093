using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Lists;

/// <summary>Counts all cases in one pass.</summary>
internal static class Counting
{
    public static Overview Of(IReadOnlyList<IndexedCase> cases, Func<IndexedCase, OrchestrationStanding> standingOf)
    {
        var counts = new Dictionary<CaseCount, int>();
        var longest = new Dictionary<WaitedOn, IndexedCase>();
        var (embassies, offices) = (new Dictionary<MissionId, Tally>(), new Dictionary<LocalGovernmentId, Tally>());
        var standings = new Dictionary<OrchestrationStanding, int>();
        foreach (var one in cases)
        {
            var kind = new CaseCount(one.Stage, one.WaitedOn, one.Overdue, one.CameBack, 0);
            counts[kind] = counts.GetValueOrDefault(kind) + 1;
            standings[standingOf(one)] = standings.GetValueOrDefault(standingOf(one)) + 1;
            if (one.WaitedOn == WaitedOn.Nobody) continue;
            if (!longest.TryGetValue(one.WaitedOn, out var before) || one.Since < before.Since) longest[one.WaitedOn] = one;
            foreach (var mission in one.Asked) Count(embassies, mission, one);
            if (one.WaitedOn is WaitedOn.Office or WaitedOn.HeadOfOffice or WaitedOn.Council) Count(offices, one.Office, one);
        }

        return new([.. counts.Select(count => count.Key with { Count = count.Value })], longest.ToDictionary(one => one.Key, one => one.Value.Row))
        {
            Embassies = [.. Ordered(embassies)],
            Offices = [.. Ordered(offices)],
            Orchestrations = standings,
        };
    }

    private static void Count<TKey>(Dictionary<TKey, Tally> tallies, TKey key, IndexedCase one) where TKey : notnull
    {
        if (!tallies.TryGetValue(key, out var tally)) tallies[key] = tally = new Tally();
        tally.Add(one);
    }

    private static IEnumerable<WaitedOnParty<TKey>> Ordered<TKey>(Dictionary<TKey, Tally> tallies) where TKey : notnull => tallies
        .Select(one => new WaitedOnParty<TKey>(one.Key, one.Value.Count, one.Value.Overdue, new(one.Value.Since, TimeSpan.Zero)))
        .OrderBy(one => one.Since);

    private sealed class Tally
    {
        public int Count { get; private set; }

        public int Overdue { get; private set; }

        public long Since { get; private set; } = long.MaxValue;

        public void Add(IndexedCase one)
        {
            Count++;
            if (one.Overdue) Overdue++;
            Since = Math.Min(Since, one.Since);
        }
    }
}
