using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Register;

/// <summary>How many ties there are of each region, kind, country and year; what there is none of is left out.</summary>
/// <param name="Regions">Most first; "" for countries that no region holds.</param>
/// <param name="Countries">Most first.</param>
/// <param name="Years">From the first year of a signature to the last, also those between without one.</param>
public sealed record RegisterCounts(
    int Total, IReadOnlyList<(string Region, int Count)> Regions, IReadOnlyList<(MouKind Kind, int Count)> Kinds,
    IReadOnlyList<(string Country, int Count)> Countries, IReadOnlyList<(int Year, int Count)> Years)
{
    public static RegisterCounts Of(IReadOnlyList<RegisterEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return new(
            entries.Count, Most(entries, entry => entry.Tie.Region ?? "", StringComparer.Ordinal), Most(entries, entry => entry.Tie.Kind, Comparer<MouKind>.Default),
            Most(entries, entry => entry.Tie.Counterparty.Country, StringComparer.Ordinal), YearsOf(entries));
    }

    private static List<(T, int)> Most<T>(IEnumerable<RegisterEntry> entries, Func<RegisterEntry, T> of, IComparer<T> order) where T : notnull =>
        [.. entries.CountBy(of).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, order).Select(pair => (pair.Key, pair.Value))];

    private static List<(int, int)> YearsOf(IReadOnlyList<RegisterEntry> entries)
    {
        if (entries.Count == 0) return [];
        var counts = entries.CountBy(entry => entry.Tie.SignedOn.Year).ToDictionary(pair => pair.Key, pair => pair.Value);
        var first = counts.Keys.Min();
        return [.. Enumerable.Range(first, counts.Keys.Max() - first + 1).Select(year => (year, counts.GetValueOrDefault(year)))];
    }
}
