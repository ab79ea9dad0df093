using Azure.Data.Tables;

namespace LocalDiplomacy.Workflows.ReferenceData;

/// <summary>A reference table at one moment: its rows, and the revisions that are not written into them yet.</summary>
/// <param name="ByKey">As of <see cref="Revision"/>, by row key.</param>
/// <param name="Stored">The rows of storage, some of them behind.</param>
/// <param name="Pointer">How far the rows are known to be written; null: not at all.</param>
/// <param name="Tail">The revisions after that.</param>
internal sealed record Snapshot<TRow>(
    IReadOnlyDictionary<string, Standing<TRow>> ByKey, IReadOnlyDictionary<string, TableEntity> Stored,
    TableEntity? Pointer, IReadOnlyList<Revision<TRow>> Tail, DateTimeOffset ReadAt)
{
    public const string Applied = "Applied";

    public int AppliedRevision => Pointer?.GetInt32(Applied) ?? 0;

    /// <summary>The newest.</summary>
    public int Revision => AppliedRevision + Tail.Count;

    public IEnumerable<TRow> Rows => ByKey.Values.Select(standing => standing.Row);

    /// <summary>Rows that storage is behind with.</summary>
    public IEnumerable<(string Key, Standing<TRow> Standing)> Behind =>
        ByKey.Where(row => VersionOf(Stored.GetValueOrDefault(row.Key)) < row.Value.Version).Select(row => (row.Key, row.Value));

    public static int VersionOf(TableEntity? row) => row?.GetInt32("Version") ?? 0;
}
