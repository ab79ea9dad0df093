namespace LocalDiplomacy.DurableFile;

/// <summary>What a read sees: the state after some acknowledged write, unchanged while the read lasts.</summary>
public sealed class ReadScope
{
    internal ReadScope(StoreConnection connection)
    {
        Tables = new TableReader(connection);
        Blobs = new BlobReader(connection);
    }

    public TableReader Tables { get; }

    public BlobReader Blobs { get; }
}

/// <summary>What a transaction sees and changes: everything before it, and itself.</summary>
public sealed class WriteScope
{
    internal WriteScope(StoreConnection connection)
    {
        Tables = new TableWriter(connection, () => Stamp);
        Blobs = new BlobWriter(connection, () => Stamp);
    }

    /// <summary>This transaction's time in UTC ticks, later than that of every transaction before it.</summary>
    public long Stamp { get; internal set; }

    public TableWriter Tables { get; }

    public BlobWriter Blobs { get; }
}
