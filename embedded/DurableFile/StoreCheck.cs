using SQLitePCL;

namespace LocalDiplomacy.DurableFile;

/// <summary>Reads a whole file: its structure, and each row against its checksum.</summary>
internal static class StoreCheck
{
    private const string Entities = "SELECT table_id, partition_key, row_key, stamp, body, checksum FROM entities";
    private const string Blobs = "SELECT container_id, name, CAST(properties AS BLOB), stamp, content, checksum FROM blobs";

    /// <returns>What is wrong, in a few words; null when all is as it was written.</returns>
    public static string? OfStructure(StoreConnection connection) =>
        connection.Scalar("PRAGMA quick_check(1)") is not "ok" and var found ? $"{found}".ReplaceLineEndings(" ") : null;

    /// <summary>Of one table alone.</summary>
    public static string? OfStructure(StoreConnection connection, string table) =>
        connection.Scalar($"PRAGMA quick_check('{table}')") is not "ok" and var found ? $"{found}".ReplaceLineEndings(" ") : null;

    /// <inheritdoc cref="OfStructure(StoreConnection)"/>
    public static string? OfRows(StoreConnection connection) =>
        connection.Find(Entities, IsWrong, Name) ?? connection.Find(Blobs, IsWrong, Name);

    public static bool IsWrong(sqlite3_stmt row) => raw.sqlite3_column_int64(row, 5) != RowChecksum.Of(
        raw.sqlite3_column_int64(row, 0),
        raw.sqlite3_column_blob(row, 1),
        raw.sqlite3_column_blob(row, 2),
        raw.sqlite3_column_int64(row, 3),
        raw.sqlite3_column_blob(row, 4));

    public static string Name(sqlite3_stmt row) => Words(KeyEncoding.Decode(raw.sqlite3_column_blob(row, 1)));

    /// <summary>Of a row that is not what was written.</summary>
    public static string Words(string key) => $"'{string.Concat(key.Where(unit => !char.IsControl(unit)))}' is not what was written";
}
