using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Lists;

/// <summary>All cases as the index had them at one moment, newest first. Immutable; a changed index makes a new one.</summary>
public sealed class IndexView
{
    internal static readonly IndexView Empty = new(CaseShelf.Empty, new Dictionary<MouId, OrchestrationStanding>());

    private readonly CaseShelf _cases;
    private readonly IReadOnlyDictionary<MouId, OrchestrationStanding> _standings;
    private readonly Lazy<Overview> _overview;

    private IndexView(CaseShelf cases, IReadOnlyDictionary<MouId, OrchestrationStanding> standings)
    {
        (_cases, _standings) = (cases, standings);
        _overview = new(() => CaseTally.Sum(_cases.Pieces.Select(piece => piece.Tally)).ToOverview(Seen));
    }

    public int Count => _cases.Count;

    /// <summary>Counted once.</summary>
    public Overview Overview => _overview.Value;

    /// <summary>How many changed since then.</summary>
    public int ChangedSince(DateTimeOffset then) =>
        _cases.Pieces.Where(piece => piece.LastChange >= then.UtcTicks).Sum(piece => piece.Cases.Count(one => one.Changed >= then.UtcTicks));

    internal IEnumerable<IndexedCase> All => _cases;

    /// <summary>Whatever was not seen otherwise runs as long as its case lives.</summary>
    internal OrchestrationStanding StandingOf(IndexedCase one) => _standings.TryGetValue(one.Id, out var seen) ? seen : one.ExpectedStanding;

    /// <summary>Only a page of what is found is kept and put in order, however much there is of it.</summary>
    /// <exception cref="BadCursorException"/>
    public FoundCases Find(CaseQuery query, string? cursor, int limit)
    {
        ArgumentNullException.ThrowIfNull(query);
        var after = Place.After(cursor);
        var (fits, order, total) = (query.Prepared(StandingOf), query.Order, 0);
        var first = new PriorityQueue<IndexedCase, Place>(Place.LastFirst);
        var isAll = query.IsEmpty;
        foreach (var piece in _cases.Pieces)
            foreach (var one in piece.Cases)
            {
                // Of all in their own order, nothing behind the page needs to be looked at.
                if (isAll && first.Count > limit) return PageOf(first, order, limit, Count);
                if (!fits(one)) continue;
                total++;
                var place = Place.Of(one, order);
                if (after is { } end && place.CompareTo(end) <= 0) continue;
                if (first.Count <= limit) first.Enqueue(one, place);
                else first.EnqueueDequeue(one, place);
            }

        return PageOf(first, order, limit, total);
    }

    /// <summary>Every one that fits, in the query's order, read when it is asked for.</summary>
    public IEnumerable<CaseRow> Rows(CaseQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var (fits, order) = (query.Prepared(StandingOf), query.Order);
        var found = _cases.Where(one => fits(one));
        return (order is CaseOrder.Newest ? found : found.OrderBy(one => Place.Of(one, order))).Select(one => one.Row);
    }

    /// <param name="changes">Of each case what stood there, and what is to.</param>
    internal IndexView With(IReadOnlyCollection<(IndexedCase? Before, IndexedCase? Now)> changes, IReadOnlyDictionary<MouId, OrchestrationStanding> standings) =>
        new(changes.Count == 0 ? _cases : _cases.With(changes), standings);

    private IEnumerable<(IndexedCase, OrchestrationStanding)> Seen =>
        _standings.Count == 0 ? [] : _cases.Where(one => _standings.ContainsKey(one.Id)).Select(one => (one, _standings[one.Id]));

    /// <summary>The queue gives the last first, and one more than fits the page where there is more.</summary>
    private static FoundCases PageOf(PriorityQueue<IndexedCase, Place> first, CaseOrder order, int limit, int total)
    {
        var hasMore = first.Count > limit;
        if (hasMore) first.Dequeue();
        var shown = new IndexedCase[first.Count];
        for (var at = shown.Length - 1; at >= 0; at--) shown[at] = first.Dequeue();
        return new([.. shown.Select(one => one.Row)], hasMore && shown.Length > 0 ? Place.Of(shown[^1], order).Cursor : null, total);
    }
}

/// <summary>A page of what was found.</summary>
/// <param name="Next">The cursor of the next page; null: this was the last.</param>
/// <param name="Total">Of all pages.</param>
public sealed record FoundCases(IReadOnlyList<CaseRow> Items, string? Next, int Total);
