using Azure.Data.Tables.Filters;
using Azure.Data.Tables.Storage;
using LocalDiplomacy.DurableFile;

namespace Azure.Data.Tables.DurableFile;

/// <summary>
/// The keys that a filter can match, as one range that may be too wide but never too narrow: rows in it are still
/// matched one by one. A null end is open.
/// </summary>
internal sealed record KeyBounds(string FromPartition, string? ToPartition, string FromRow, string? ToRow)
{
    private static readonly KeyBounds All = new("", null, "", null);

    public static KeyBounds Of(FilterNode filter) => filter switch
    {
        FilterNode.And both => Intersect(Of(both.Left), Of(both.Right)),
        FilterNode.Or either => Hull(Of(either.Left), Of(either.Right)),
        FilterNode.Comparison { Property: PropertyNames.PartitionKey, Value: string key } comparison =>
            Side(comparison.Operator, key) is var (from, to) ? All with { FromPartition = from, ToPartition = to } : All,
        FilterNode.Comparison { Property: PropertyNames.RowKey, Value: string key } comparison =>
            Side(comparison.Operator, key) is var (from, to) ? All with { FromRow = from, ToRow = to } : All,
        _ => All,
    };

    /// <summary>The one row key that a match can have; null: it can have several.</summary>
    public string? OneRow => FromRow == ToRow ? FromRow : null;

    /// <summary>False: no row of this key matches, whatever it holds.</summary>
    public bool MayHold(string row) => string.CompareOrdinal(row, FromRow) >= 0 && (ToRow is null || string.CompareOrdinal(row, ToRow) <= 0);

    /// <summary>Row bounds narrow the range only within one partition.</summary>
    public KeyRange Range(EntityKey? resume)
    {
        var onePartition = FromPartition == ToPartition;
        var from = new EntityKey(FromPartition, onePartition ? FromRow : "");
        if (resume is { } next && Order(next, from) > 0)
            from = next;
        return new KeyRange(from.Partition, from.Row, ToPartition, onePartition ? ToRow : null);
    }

    private static (string From, string? To)? Side(string comparison, string key) => comparison switch
    {
        "eq" => (key, key),
        "ge" or "gt" => (key, null),
        "le" or "lt" => ("", key),
        _ => null,
    };

    private static KeyBounds Intersect(KeyBounds left, KeyBounds right) => new(
        Later(left.FromPartition, right.FromPartition),
        Earlier(left.ToPartition, right.ToPartition),
        Later(left.FromRow, right.FromRow),
        Earlier(left.ToRow, right.ToRow));

    private static KeyBounds Hull(KeyBounds left, KeyBounds right) => new(
        Earlier(left.FromPartition, right.FromPartition)!,
        left.ToPartition is null || right.ToPartition is null ? null : Later(left.ToPartition, right.ToPartition),
        Earlier(left.FromRow, right.FromRow)!,
        left.ToRow is null || right.ToRow is null ? null : Later(left.ToRow, right.ToRow));

    private static string Later(string left, string right) => string.CompareOrdinal(left, right) >= 0 ? left : right;

    private static string? Earlier(string? left, string? right) =>
        left is null ? right : right is null || string.CompareOrdinal(left, right) <= 0 ? left : right;

    private static int Order(EntityKey left, EntityKey right) =>
        string.CompareOrdinal(left.Partition, right.Partition) is var order and not 0
            ? order
            : string.CompareOrdinal(left.Row, right.Row);
}
