using System.Globalization;

namespace LocalDiplomacy.DurableFile;

/// <summary>
/// What of a large file is looked at before anybody relies on it: that it is as long as it says, that the tables that lead to all others are
/// whole, and that the first and last row of each are what was written. The rest is read beside the work, by <see cref="StoreRounds"/>.
/// </summary>
internal static class StoreOutline
{
    private const string Entities = "SELECT table_id, partition_key, row_key, stamp, body, checksum FROM entities";
    private const string Blobs = "SELECT container_id, name, CAST(properties AS BLOB), stamp, content, checksum FROM blobs";

    private static readonly string[] Leading = ["stamps", "tables", "containers"];

    /// <returns>What is wrong, in a few words; null when nothing was found.</returns>
    public static string? Of(StoreConnection connection, string path) =>
        OfLength(connection, path) ?? Leading.Select(table => StoreCheck.OfStructure(connection, table)).FirstOrDefault(found => found is not null) ?? OfEnds(connection);

    /// <summary>What a killed process left in the log is taken into the file first: then the file alone has to be whole.</summary>
    private static string? OfLength(StoreConnection connection, string path)
    {
        var pageSize = Number(connection, "PRAGMA page_size");
        var needed = Number(connection, "PRAGMA page_count") * pageSize;
        if (LengthOf(path) + LengthOf(path + "-wal") < needed) return Cut(LengthOf(path), needed);
        connection.Script("PRAGMA wal_checkpoint(TRUNCATE)");
        return LengthOf(path) < needed ? Cut(LengthOf(path), needed) : null;
    }

    private static string? OfEnds(StoreConnection connection)
    {
        using (var reader = connection.Read("SELECT id FROM tables"))
            while (reader.Read())
                foreach (var order in new[] { "", " DESC" })
                    if (First(connection, string.Create(CultureInfo.InvariantCulture, $"{Entities} WHERE table_id={reader.GetInt64(0)} ORDER BY partition_key{order}, row_key{order} LIMIT 1")) is { } wrong) return wrong;
        return First(connection, Blobs + " ORDER BY id LIMIT 1") ?? First(connection, Blobs + " ORDER BY id DESC LIMIT 1");
    }

    private static string? First(StoreConnection connection, string sql) => connection.Find(sql, StoreCheck.IsWrong, StoreCheck.Name);

    private static string Cut(long there, long needed) => string.Create(CultureInfo.InvariantCulture, $"it ends after {there} of {needed} bytes");

    private static long LengthOf(string path) => new FileInfo(path) is { Exists: true, Length: var length } ? length : 0;

    private static long Number(StoreConnection connection, string sql) => Convert.ToInt64(connection.Scalar(sql), CultureInfo.InvariantCulture);
}
