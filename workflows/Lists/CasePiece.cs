namespace LocalDiplomacy.Workflows.Lists;

/// <summary>Cases that stand next to each other, with what there is to count of them. Immutable.</summary>
internal sealed class CasePiece
{
    private const int Most = 1024;
    private readonly Lazy<CaseTally> _tally;

    private CasePiece(IndexedCase[] cases)
    {
        Cases = cases;
        _tally = new(() => CaseTally.Of(cases));
        LastChange = cases.Max(one => one.Changed);
    }

    /// <summary>At least one.</summary>
    public IndexedCase[] Cases { get; }

    /// <summary>Counted once.</summary>
    public CaseTally Tally => _tally.Value;

    public long LastChange { get; }

    /// <summary>None for no cases; too many for one piece make several, each with room.</summary>
    public static IEnumerable<CasePiece> Of(List<IndexedCase> cases, IComparer<IndexedCase> order)
    {
        cases.Sort(order);
        return cases.Count is > 0 and <= Most ? [new([.. cases])] : cases.Chunk(Most / 2).Select(some => new CasePiece(some));
    }
}
