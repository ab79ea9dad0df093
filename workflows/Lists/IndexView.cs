using System.Globalization;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Lists;

/// <summary>All cases as the index had them at one moment, newest first. Immutable; a changed index makes a new one.</summary>
public sealed class IndexView
{
    internal static readonly IndexView Empty = new([], new Dictionary<MouId, OrchestrationStanding>());
    private static readonly NewestFirst Order = new();

    private readonly IndexedCase[] _cases;
    private readonly IReadOnlyDictionary<MouId, OrchestrationStanding> _standings;
    private readonly Lazy<Overview> _overview;

    private IndexView(IndexedCase[] cases, IReadOnlyDictionary<MouId, OrchestrationStanding> standings)
    {
        (_cases, _standings) = (cases, standings);
        _overview = new(() => Counting.Of(_cases, StandingOf));
    }

    public int Count => _cases.Length;

    /// <summary>Counted once.</summary>
    public Overview Overview => _overview.Value;

    /// <summary>How many changed since then.</summary>
    public int ChangedSince(DateTimeOffset then) => _cases.Count(one => one.Changed >= then.UtcTicks);

    internal IEnumerable<IndexedCase> All => _cases;

    /// <summary>Whatever was not seen otherwise runs as long as its case lives.</summary>
    internal OrchestrationStanding StandingOf(IndexedCase one) =>
        _standings.TryGetValue(one.Id, out var seen) ? seen
        : one.Stage is StageName.Expired or StageName.Terminated or StageName.Superseded or StageName.Declined or StageName.Blocked or StageName.Withdrawn
            ? OrchestrationStanding.Completed : OrchestrationStanding.Running;

    /// <exception cref="BadCursorException"/>
    public FoundCases Find(CaseQuery query, string? cursor, int limit)
    {
        ArgumentNullException.ThrowIfNull(query);
        var found = Find(query);
        var (time, by) = Ordering(query.Order);
        var begins = Lists.Cursor.Read(cursor) is { } key ? PlaceAfter(found, key, time) : 0;
        var shown = found.Skip(begins).Take(limit).ToList();
        var next = begins + shown.Count < found.Count ? Lists.Cursor.Of(KeyOf(shown[^1], time)) : null;
        return new([.. shown.Select(one => one.Row)], next, found.Count);
    }

    /// <summary>Every one that fits, in the query's order, read when it is asked for.</summary>
    public IEnumerable<CaseRow> Rows(CaseQuery query) => Find(query).Select(one => one.Row);

    private List<IndexedCase> Find(CaseQuery query)
    {
        var fits = query.Prepared(StandingOf);
        var found = query.IsEmpty ? [.. _cases] : _cases.Where(one => fits(one)).ToList();
        if (query.Order is not CaseOrder.Newest) found.Sort(Ordering(query.Order).By);
        return found;
    }

    private static (Func<IndexedCase, long> Time, Comparison<IndexedCase> By) Ordering(CaseOrder order)
    {
        Func<IndexedCase, long> time = order switch
        {
            CaseOrder.LongestWaiting => one => one.Since,
            CaseOrder.NextDue => one => one.Due ?? 0,
            _ => one => DateTime.MaxValue.Ticks - one.Created,
        };
        return (time, (a, b) => time(a).CompareTo(time(b)) is not 0 and var apart ? apart : string.CompareOrdinal(a.Id.Value, b.Id.Value));
    }

    /// <summary>The first that comes after the key, which may have gone from the list meanwhile.</summary>
    private static int PlaceAfter(List<IndexedCase> found, string key, Func<IndexedCase, long> time)
    {
        var (from, to) = (0, found.Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (string.CompareOrdinal(KeyOf(found[middle], time), key) <= 0) from = middle + 1;
            else to = middle;
        }

        return from;
    }

    private static string KeyOf(IndexedCase one, Func<IndexedCase, long> time) => string.Create(CultureInfo.InvariantCulture, $"{time(one):D19}-{one.Id.Value}");

    internal IndexView With(IReadOnlyList<IndexChange> changes, IReadOnlyDictionary<MouId, OrchestrationStanding> standings)
    {
        if (changes.Count == 0) return new(_cases, standings);
        var last = new Dictionary<MouId, IndexedCase?>();
        foreach (var change in changes) last[change.Id] = change.Case;
        var kept = new List<IndexedCase>(_cases.Length + last.Count);
        foreach (var one in _cases)
            if (!last.Remove(one.Id, out var changed)) kept.Add(one);
            else if (changed is not null) kept.Add(changed);
        var added = last.Values.OfType<IndexedCase>().ToList();
        return new(Merged(kept, added), standings);
    }

    /// <summary>Two orders into one: what is new is little, and what was there is in order already.</summary>
    private static IndexedCase[] Merged(List<IndexedCase> kept, List<IndexedCase> added)
    {
        if (added.Count == 0) return [.. kept];
        added.Sort(Order);
        var all = new IndexedCase[kept.Count + added.Count];
        for (int at = 0, old = 0, fresh = 0; at < all.Length; at++)
            all[at] = fresh == added.Count || (old < kept.Count && Order.Compare(kept[old], added[fresh]) <= 0) ? kept[old++] : added[fresh++];
        return all;
    }

    private sealed class NewestFirst : IComparer<IndexedCase>
    {
        public int Compare(IndexedCase? x, IndexedCase? y) =>
            y!.Created.CompareTo(x!.Created) is not 0 and var apart ? apart : string.CompareOrdinal(x.Id.Value, y.Id.Value);
    }
}

/// <summary>A page of what was found.</summary>
/// <param name="Next">The cursor of the next page; null: this was the last.</param>
/// <param name="Total">Of all pages.</param>
public sealed record FoundCases(IReadOnlyList<CaseRow> Items, string? Next, int Total);
