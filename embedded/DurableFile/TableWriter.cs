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
    public bool Insert(long table, string partitionKey, string rowKey, byte[] body) => Connection.Change(
        "INSERT INTO entities VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING",
        table,
        KeyEncoding.Encode(partitionKey),
        KeyEncoding.Encode(rowKey),
        stamp(),
        body) == 1;

    /// <summary>Inserts or replaces a row.</summary>
    public void Put(long table, string partitionKey, string rowKey, byte[] body) => Connection.Run(
        "INSERT OR REPLACE INTO entities VALUES (?1, ?2, ?3, ?4, ?5)",
        table,
        KeyEncoding.Encode(partitionKey),
        KeyEncoding.Encode(rowKey),
        stamp(),
        body);

    /// <summary>Replaces a row; false when there is none, or when its stamp is not the expected one.</summary>
    public bool Replace(long table, string partitionKey, string rowKey, byte[] body, long? expected) => Connection.Change(
        "UPDATE entities SET stamp=?4, body=?5 WHERE table_id=?1 AND partition_key=?2 AND row_key=?3 AND (?6 IS NULL OR stamp=?6)",
        table,
        KeyEncoding.Encode(partitionKey),
        KeyEncoding.Encode(rowKey),
        stamp(),
        body,
        expected) == 1;

    /// <summary>Deletes a row; false when there is none, or when its stamp is not the expected one.</summary>
    public bool Delete(long table, string partitionKey, string rowKey, long? expected = null) => Connection.Change(
        "DELETE FROM entities WHERE table_id=?1 AND partition_key=?2 AND row_key=?3 AND (?4 IS NULL OR stamp=?4)",
        table,
        KeyEncoding.Encode(partitionKey),
        KeyEncoding.Encode(rowKey),
        expected) == 1;

    /// <summary>A transaction was taken back, and tables may have gone with it.</summary>
    internal void Forget() => known.Clear();
}
