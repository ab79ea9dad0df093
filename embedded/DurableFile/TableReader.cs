using Microsoft.Data.Sqlite;

namespace LocalDiplomacy.DurableFile;

/// <param name="PartitionKey">First part of the key.</param>
/// <param name="RowKey">Second part of the key.</param>
/// <param name="Stamp">UTC ticks of the transaction that wrote it; never the same for two versions of a row.</param>
/// <param name="Body">As it was put.</param>
public sealed record StoredRow(string PartitionKey, string RowKey, long Stamp, byte[] Body);

/// <summary>A range of keys, both ends included; null is open. Row bounds hold within their partition bound.</summary>
public sealed record KeyRange(string FromPartition = "", string FromRow = "", string? ToPartition = null, string? ToRow = null);

/// <summary>Reads tables in one consistent view.</summary>
public class TableReader
{
    private const string Columns = "SELECT partition_key, row_key, stamp, body, checksum FROM entities WHERE table_id=?1";
    private const string From = " AND (partition_key, row_key) >= (?2, ?3)";
    private const string Order = " ORDER BY partition_key, row_key";

    internal TableReader(StoreConnection connection) => Connection = connection;

    private protected StoreConnection Connection { get; }

    /// <summary>The id of a table by its name in any case; null when there is none.</summary>
    public virtual long? Find(string name) => (long?)Connection.Scalar("SELECT id FROM tables WHERE name=?1", name);

    /// <summary>Names in order, from a name on.</summary>
    public IReadOnlyList<string> Names(string from = "")
    {
        using var reader = Connection.Read("SELECT name FROM tables WHERE name>=?1 ORDER BY name", from);
        var names = new List<string>();
        while (reader.Read())
            names.Add(reader.GetString(0));
        return names;
    }

    public StoredRow? Get(long table, string partitionKey, string rowKey)
    {
        using var reader = Connection.Read(
            Columns + " AND partition_key=?2 AND row_key=?3",
            table,
            KeyEncoding.Encode(partitionKey),
            KeyEncoding.Encode(rowKey));
        return reader.Read() ? Row(table, reader) : null;
    }

    /// <summary>Rows of a range in ordinal order of partition key, then row key; read as they are enumerated.</summary>
    public IEnumerable<StoredRow> Scan(long table, KeyRange range)
    {
        using var reader = Open(table, range);
        while (reader.Read())
            yield return Row(table, reader);
    }

    /// <summary>Rows of one row key in all partitions of a range, in the order of partitions: two searches a partition, and nothing else of it is read.</summary>
    public IEnumerable<StoredRow> ScanRowKey(long table, string rowKey, KeyRange range)
    {
        ArgumentNullException.ThrowIfNull(range);
        for (var (partition, row) = (range.FromPartition, range.FromRow); ;)
        {
            var (found, at, key) = FirstFrom(table, partition, row, rowKey);
            if (at is null || (range.ToPartition is { } last && string.CompareOrdinal(at, last) > 0)) yield break;
            if (found is not null) yield return found;
            // No key holds this letter: behind it begins the next partition.
            (partition, row) = string.CompareOrdinal(key, rowKey) < 0 ? (at, rowKey) : (at + '\0', "");
        }
    }

    /// <returns>Where the next row is; the row itself where it is the wanted one.</returns>
    private (StoredRow? Found, string? Partition, string? Row) FirstFrom(long table, string partition, string row, string wanted)
    {
        using var reader = Connection.Read(Columns + From + Order + " LIMIT 1", table, KeyEncoding.Encode(partition), KeyEncoding.Encode(row));
        if (!reader.Read()) return default;
        var (at, key) = (KeyEncoding.Decode(reader.GetFieldValue<byte[]>(0)), KeyEncoding.Decode(reader.GetFieldValue<byte[]>(1)));
        return (key == wanted ? Row(table, reader) : null, at, key);
    }

    // Each form is a range search in the primary key; there is no other index, and no scan beyond the range.
    internal static string RangeQuery(KeyRange range) => Columns + From + range switch
    {
        { ToPartition: null } => "",
        { ToRow: null } => " AND partition_key <= ?4",
        _ => " AND (partition_key, row_key) <= (?4, ?5)",
    } + Order;

    private SqliteDataReader Open(long table, KeyRange range)
    {
        var bounds = new List<object?> { table, KeyEncoding.Encode(range.FromPartition), KeyEncoding.Encode(range.FromRow) };
        if (range.ToPartition is { } partition)
            bounds.Add(KeyEncoding.Encode(partition));
        if (range is { ToPartition: not null, ToRow: { } row })
            bounds.Add(KeyEncoding.Encode(row));
        return Connection.Read(RangeQuery(range), [.. bounds]);
    }

    /// <exception cref="StoreUnreadableException">The disk gave back something else than was written.</exception>
    private StoredRow Row(long table, SqliteDataReader reader)
    {
        var (partition, row, body) = (reader.GetFieldValue<byte[]>(0), reader.GetFieldValue<byte[]>(1), reader.GetFieldValue<byte[]>(3));
        var stored = new StoredRow(KeyEncoding.Decode(partition), KeyEncoding.Decode(row), reader.GetInt64(2), body);
        return RowChecksum.Of(table, partition, row, stored.Stamp, body) == reader.GetInt64(4)
            ? stored
            : throw StoreUnreadableException.Damaged(Connection.Path, StoreCheck.Words(stored.PartitionKey));
    }
}
