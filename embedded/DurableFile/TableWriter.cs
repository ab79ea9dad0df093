namespace LocalDiplomacy.DurableFile;

/// <summary>Reads and changes tables within one transaction; sees its own changes.</summary>
public sealed class TableWriter : TableReader
{
    private readonly Func<long> stamp;

    // Asked for by every transaction, and changed next to never.
    private readonly Dictionary<string, long> known = new(StringComparer.OrdinalIgnoreCase);

    internal TableWriter(StoreConnection connection, Func<long> stamp)
        : base(connection) => this.stamp = stamp;

    public override long? Find(string name)
    {
        if (known.TryGetValue(name, out var id))
            return id;
        if (base.Find(name) is not { } found)
            return null;
        known[name] = found;
        return found;
    }

    /// <summary>False when the table exists.</summary>
    public bool Create(string name) =>
        Connection.Change("INSERT INTO tables (name) VALUES (?1) ON CONFLICT DO NOTHING", name) == 1;

    /// <summary>Deletes a table with its rows.</summary>
    public void Drop(long table)
    {
        Forget();
        Connection.Run("DELETE FROM entities WHERE table_id=?1", table);
        Connection.Run("DELETE FROM tables WHERE id=?1", table);
    }

    /// <summary>Inserts a row; false when one with its key exists.</summary>
    public bool Insert(long table, string partitionKey, string rowKey, byte[] body) => Write(
        "INSERT INTO entities VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING", table, partitionKey, rowKey, body) == 1;

    /// <summary>Inserts or replaces a row.</summary>
    public void Put(long table, string partitionKey, string rowKey, byte[] body) => Write(
        "INSERT OR REPLACE INTO entities VALUES (?1, ?2, ?3, ?4, ?5, ?6)", table, partitionKey, rowKey, body);

    /// <summary>Replaces a row; false when there is none, or when its stamp is not the expected one.</summary>
    public bool Replace(long table, string partitionKey, string rowKey, byte[] body, long? expected) => Write(
        "UPDATE entities SET stamp=?4, body=?5, checksum=?6 WHERE table_id=?1 AND partition_key=?2 AND row_key=?3 AND (?7 IS NULL OR stamp=?7)",
        table,
        partitionKey,
        rowKey,
        body,
        expected) == 1;

    /// <summary>Deletes a row; false when there is none, or when its stamp is not the expected one.</summary>
    public bool Delete(long table, string partitionKey, string rowKey, long? expected = null) => Connection.Change(
        "DELETE FROM entities WHERE table_id=?1 AND partition_key=?2 AND row_key=?3 AND (?4 IS NULL OR stamp=?4)",
        table,
        KeyEncoding.Encode(partitionKey),
        KeyEncoding.Encode(rowKey),
        expected) == 1;

    /// <summary>How many rows it changed. The statement's parameters are those of the table's columns, and then others.</summary>
    private int Write(string sql, long table, string partitionKey, string rowKey, byte[] body, params ReadOnlySpan<object?> others)
    {
        var (partition, row, at) = (KeyEncoding.Encode(partitionKey), KeyEncoding.Encode(rowKey), stamp());
        return Connection.Change(sql, [table, partition, row, at, body, RowChecksum.Of(table, partition, row, at, body), .. others]);
    }

    /// <summary>A transaction was taken back, and tables may have gone with it.</summary>
    internal void Forget() => known.Clear();
}
