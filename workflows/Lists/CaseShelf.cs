using System.Collections;

namespace LocalDiplomacy.Workflows.Lists;

/// <summary>
/// All cases, newest first, in pieces of some hundred that are counted once and never changed: a change makes one piece anew and shares
/// the others, whatever the number of cases. Immutable.
/// </summary>
internal sealed class CaseShelf : IEnumerable<IndexedCase>
{
    public static readonly CaseShelf Empty = new([]);
    private static readonly NewestFirst Order = new();

    private readonly CasePiece[] _pieces;

    private CaseShelf(CasePiece[] pieces) => (_pieces, Count) = (pieces, pieces.Sum(piece => piece.Cases.Length));

    public int Count { get; }

    public IReadOnlyList<CasePiece> Pieces => _pieces;

    /// <param name="changes">What stood there of a case, and what is to; each case once.</param>
    public CaseShelf With(IReadOnlyCollection<(IndexedCase? Before, IndexedCase? Now)> changes)
    {
        // So much is sorted faster as a whole: the first reading, and what a rebuild brings.
        if (_pieces.Length == 0 || changes.Count > Count / 4) return new([.. CasePiece.Of(Changed(this, changes), Order)]);
        var ofPieces = new Dictionary<int, List<(IndexedCase? Before, IndexedCase? Now)>>();
        foreach (var (before, now) in changes)
        {
            if (before is not null) ListAt(ofPieces, PlaceOf(before)).Add((before, null));
            if (now is not null) ListAt(ofPieces, PlaceOf(now)).Add((null, now));
        }

        return new([.. _pieces.SelectMany((piece, at) => ofPieces.TryGetValue(at, out var here) ? CasePiece.Of(Changed(piece.Cases, here), Order) : [piece])]);
    }

    public IEnumerator<IndexedCase> GetEnumerator()
    {
        foreach (var piece in _pieces)
            foreach (var one in piece.Cases) yield return one;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static List<IndexedCase> Changed(IEnumerable<IndexedCase> cases, IReadOnlyCollection<(IndexedCase? Before, IndexedCase? Now)> changes)
    {
        var gone = changes.Select(change => change.Before).OfType<IndexedCase>().ToHashSet();
        return [.. cases.Where(one => !gone.Contains(one)), .. changes.Select(change => change.Now).OfType<IndexedCase>()];
    }

    /// <summary>The last piece that does not begin behind it.</summary>
    private int PlaceOf(IndexedCase one)
    {
        var (from, to) = (0, _pieces.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (Order.Compare(_pieces[middle].Cases[0], one) <= 0) from = middle + 1;
            else to = middle;
        }

        return Math.Max(0, from - 1);
    }

    private static List<(IndexedCase? Before, IndexedCase? Now)> ListAt(Dictionary<int, List<(IndexedCase? Before, IndexedCase? Now)>> lists, int at)
    {
        if (!lists.TryGetValue(at, out var list)) lists[at] = list = [];
        return list;
    }

    private sealed class NewestFirst : IComparer<IndexedCase>
    {
        public int Compare(IndexedCase? x, IndexedCase? y) =>
            y!.Created.CompareTo(x!.Created) is not 0 and var apart ? apart : string.CompareOrdinal(x.Id.Value, y.Id.Value);
    }
}
