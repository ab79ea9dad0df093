using Microsoft.Data.Sqlite;

namespace LocalDiplomacy.DurableFile;

/// <param name="Name">Its name in its container.</param>
/// <param name="Stamp">UTC ticks of the transaction that wrote it; never the same for two versions of a blob.</param>
/// <param name="Created">UTC ticks of the first write.</param>
/// <param name="Length">Bytes of content.</param>
/// <param name="Properties">As they were put: headers and metadata, in the writer's own form.</param>
public sealed record StoredBlob(string Name, long Stamp, long Created, long Length, string Properties);

/// <summary>Reads blobs in one consistent view.</summary>
public class BlobReader
{
    private const string Columns = "SELECT name, stamp, created, length, properties FROM blobs WHERE container_id=?1";

    internal BlobReader(StoreConnection connection) => Connection = connection;

    private protected StoreConnection Connection { get; }

    /// <summary>The id of a container; null when there is none.</summary>
    public long? Find(string container) => (long?)Connection.Scalar("SELECT id FROM containers WHERE name=?1", container);

    /// <summary>When the container was created, in UTC ticks.</summary>
    public long Stamp(long container) => (long)Connection.Scalar("SELECT stamp FROM containers WHERE id=?1", container)!;

    /// <summary>What is known of a blob, without its content.</summary>
    public StoredBlob? Get(long container, string name)
    {
        using var reader = Connection.Read(Columns + " AND name=?2", container, KeyEncoding.Encode(name));
        return reader.Read() ? Row(reader) : null;
    }

    /// <exception cref="StoreUnreadableException">The disk gave back something else than was written.</exception>
    public byte[]? Content(long container, string name)
    {
        var key = KeyEncoding.Encode(name);
        using var reader = Connection.Read(
            "SELECT CAST(properties AS BLOB), stamp, content, checksum FROM blobs WHERE container_id=?1 AND name=?2", container, key);
        if (!reader.Read())
            return null;
        var content = reader.GetFieldValue<byte[]>(2);
        return RowChecksum.Of(container, key, reader.GetFieldValue<byte[]>(0), reader.GetInt64(1), content) == reader.GetInt64(3)
            ? content
            : throw StoreUnreadableException.Damaged(Connection.Path, StoreCheck.Words(name));
    }

    /// <summary>Blobs in ordinal order of their names, from a name on; read as they are enumerated.</summary>
    public IEnumerable<StoredBlob> List(long container, string from)
    {
        using var reader = Connection.Read(Columns + " AND name>=?2 ORDER BY name", container, KeyEncoding.Encode(from));
        while (reader.Read())
            yield return Row(reader);
    }

    private static StoredBlob Row(SqliteDataReader reader) => new(
        KeyEncoding.Decode(reader.GetFieldValue<byte[]>(0)),
        reader.GetInt64(1),
        reader.GetInt64(2),
        reader.GetInt64(3),
        reader.GetString(4));
}
