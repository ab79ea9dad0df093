namespace LocalDiplomacy.DurableFile;

/// <summary>Reads and changes tables within one transaction; sees its own changes.</summary>
public sealed class TableWriter : TableReader
{
    private readonly Func<long> stamp;

    internal TableWriter(StoreConnection connection, Func<long> stamp)
        : base(connection) => this.stamp = stamp;

    /// <summary>False when the table exists.</summary>
    public bool Create(string name) =>
        Connection.Change("INSERT INTO tables (name) VALUES (?1) ON CONFLICT DO NOTHING", name) == 1;

    /// <summary>Deletes a table with its rows.</summary>
    public void Drop(long table)
    {
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

    /// <summary>False when there is no such row.</summary>
    public bool Delete(long table, string partitionKey, string rowKey) => Connection.Change(
        "DELETE FROM entities WHERE table_id=?1 AND partition_key=?2 AND row_key=?3",
        table,
        KeyEncoding.Encode(partitionKey),
        KeyEncoding.Encode(rowKey)) == 1;
}
