using System.Globalization;
using Microsoft.Data.Sqlite;

namespace LocalDiplomacy.DurableFile;

/// <summary>The file's layout, and the proof that a file has it.</summary>
internal static class StoreSchema
{
    private const long ApplicationId = 0x4C444D31;
    private const long Version = 2;

    // Its rows have no checksums.
    private const long FirstVersion = 1;

    private const int NotADatabase = 26;
    private const int Corrupt = 11;

    private const string Layout = """
        CREATE TABLE stamps (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE tables (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE COLLATE NOCASE);
        CREATE TABLE entities (
            table_id INTEGER NOT NULL,
            partition_key BLOB NOT NULL,
            row_key BLOB NOT NULL,
            stamp INTEGER NOT NULL,
            body BLOB NOT NULL,
            checksum INTEGER,
            PRIMARY KEY (table_id, partition_key, row_key)) WITHOUT ROWID;
        CREATE TABLE containers (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, stamp INTEGER NOT NULL);
        CREATE TABLE blobs (
            id INTEGER PRIMARY KEY,
            container_id INTEGER NOT NULL,
            name BLOB NOT NULL,
            stamp INTEGER NOT NULL,
            created INTEGER NOT NULL,
            length INTEGER NOT NULL,
            properties TEXT NOT NULL,
            content BLOB NOT NULL,
            checksum INTEGER,
            UNIQUE (container_id, name));
        """;

    /// <param name="wholly">The whole file is read first; else its outline.</param>
    public static void Prepare(StoreConnection connection, string path, bool wholly)
    {
        try
        {
            if (IsEmpty(connection))
                Create(connection);
            else
                Verify(connection, path, wholly);
            connection.Script("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-4096; PRAGMA wal_autocheckpoint=4000;");
        }
        catch (SqliteException failed)
        {
            throw Translate(failed, path);
        }
    }

    /// <summary>The store's own exception for damage and for a disk that refuses; any other stays as it is.</summary>
    public static Exception Translate(SqliteException failed, string path) => failed.SqliteErrorCode switch
    {
        NotADatabase => StoreUnreadableException.Foreign(path),
        Corrupt => StoreUnreadableException.Damaged(path, failed.Message, failed),
        8 or 10 or 13 or 14 => StoreNotWritableException.At(path, failed),
        _ => failed,
    };

    private static bool IsEmpty(StoreConnection connection) => Number(connection, "PRAGMA page_count") == 0;

    private static void Create(StoreConnection connection) => connection.Script(string.Create(
        CultureInfo.InvariantCulture,
        $"""
        BEGIN IMMEDIATE;
        {Layout}
        PRAGMA application_id={ApplicationId};
        PRAGMA user_version={Version};
        COMMIT;
        """));

    private static void Verify(StoreConnection connection, string path, bool wholly)
    {
        if (Number(connection, "PRAGMA application_id") != ApplicationId)
            throw StoreUnreadableException.Foreign(path);
        var version = Number(connection, "PRAGMA user_version");
        if (version is not (Version or FirstVersion))
            throw StoreUnreadableException.Newer(path, version);
        // Rows of the first version have nothing yet that they could be held against later.
        if (Wrong(connection, path, wholly || version == FirstVersion, version) is { } wrong)
            throw StoreUnreadableException.Damaged(path, wrong);
    }

    private static string? Wrong(StoreConnection connection, string path, bool wholly, long version)
    {
        if (!wholly) return StoreOutline.Of(connection, path);
        if (StoreCheck.OfStructure(connection) is { } broken) return broken;
        if (version == FirstVersion) AddChecksums(connection);
        return StoreCheck.OfRows(connection);
    }

    /// <summary>In one transaction: a file has the checksums of all of its rows, or is one of the first version still.</summary>
    private static void AddChecksums(StoreConnection connection)
    {
        connection.LetCompute();
        connection.Script(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            BEGIN IMMEDIATE;
            ALTER TABLE entities ADD COLUMN checksum INTEGER;
            ALTER TABLE blobs ADD COLUMN checksum INTEGER;
            UPDATE entities SET checksum=row_checksum(table_id, partition_key, row_key, stamp, body);
            UPDATE blobs SET checksum=row_checksum(container_id, name, CAST(properties AS BLOB), stamp, content);
            PRAGMA user_version={Version};
            COMMIT;
            """));
    }

    private static long Number(StoreConnection connection, string sql) =>
        Convert.ToInt64(connection.Scalar(sql), CultureInfo.InvariantCulture);
}
