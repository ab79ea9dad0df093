using System.Globalization;
using Microsoft.Data.Sqlite;

namespace LocalDiplomacy.DurableFile;

/// <summary>The file's layout, and the proof that a file has it.</summary>
internal static class StoreSchema
{
    private const long ApplicationId = 0x4C444D31;
    private const long Version = 1;

    // Above this size a whole check would delay the start; SQLite still reports damage where it meets it.
    private const long CheckedBytes = 16 * 1024 * 1024;
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
            UNIQUE (container_id, name));
        """;

    public static void Prepare(StoreConnection connection, string path)
    {
        try
        {
            if (IsEmpty(connection))
                Create(connection);
            else
                Verify(connection, path);
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

    private static void Verify(StoreConnection connection, string path)
    {
        if (Number(connection, "PRAGMA application_id") != ApplicationId)
            throw StoreUnreadableException.Foreign(path);
        if (Number(connection, "PRAGMA user_version") is var version and not Version)
            throw StoreUnreadableException.Newer(path, version);
        if (new FileInfo(path).Length <= CheckedBytes && connection.Scalar("PRAGMA quick_check(1)") is not "ok" and var found)
            throw StoreUnreadableException.Damaged(path, $"{found}".ReplaceLineEndings(" "));
    }

    private static long Number(StoreConnection connection, string sql) =>
        Convert.ToInt64(connection.Scalar(sql), CultureInfo.InvariantCulture);
}
