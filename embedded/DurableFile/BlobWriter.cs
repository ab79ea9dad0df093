using System.Text;

namespace LocalDiplomacy.DurableFile;

/// <summary>Reads and changes blobs within one transaction; sees its own changes.</summary>
public sealed class BlobWriter : BlobReader
{
    private readonly Func<long> stamp;

    internal BlobWriter(StoreConnection connection, Func<long> stamp)
        : base(connection) => this.stamp = stamp;

    /// <summary>False when the container exists.</summary>
    public bool Create(string container) => Connection.Change(
        "INSERT INTO containers (name, stamp) VALUES (?1, ?2) ON CONFLICT DO NOTHING", container, stamp()) == 1;

    /// <summary>Deletes a container with its blobs.</summary>
    public void Drop(long container)
    {
        Connection.Run("DELETE FROM blobs WHERE container_id=?1", container);
        Connection.Run("DELETE FROM containers WHERE id=?1", container);
    }

    /// <summary>Writes a blob; an existing one keeps its time of creation.</summary>
    public void Put(long container, string name, string properties, byte[] content)
    {
        var (key, at) = (KeyEncoding.Encode(name), stamp());
        Connection.Run(
            """
            INSERT INTO blobs (container_id, name, stamp, created, length, properties, content, checksum)
            VALUES (?1, ?2, ?3, ?3, ?4, ?5, ?6, ?7)
            ON CONFLICT (container_id, name) DO UPDATE SET
                stamp=excluded.stamp, length=excluded.length, properties=excluded.properties, content=excluded.content, checksum=excluded.checksum
            """,
            container,
            key,
            at,
            content.LongLength,
            properties,
            content,
            RowChecksum.Of(container, key, Encoding.UTF8.GetBytes(properties), at, content));
    }

    /// <summary>False when there is no such blob.</summary>
    public bool Delete(long container, string name) => Connection.Change(
        "DELETE FROM blobs WHERE container_id=?1 AND name=?2", container, KeyEncoding.Encode(name)) == 1;
}
