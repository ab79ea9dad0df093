using System.Globalization;
using Azure.Data.Tables.Storage;
using LocalDiplomacy.DurableFile;

namespace Azure.Data.Tables.DurableFile;

/// <summary>The file's rows as the Table service would return them.</summary>
internal static class StoredRows
{
    private const string Prefix = "W/\"datetime'";
    private const string Suffix = "'\"";

    // Colons are escaped in it, as the service does.
    private const string TimeFormat = "yyyy-MM-dd'T'HH'%3A'mm'%3A'ss.fffffff'Z'";

    public static ETag ETag(long stamp) =>
        new(Prefix + Time(stamp).UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture) + Suffix);

    /// <summary>The stamp of an ETag that this store gave out; null for any other text.</summary>
    public static long? Stamp(ETag tag)
    {
        var text = tag.ToString();
        return text.StartsWith(Prefix, StringComparison.Ordinal) && text.EndsWith(Suffix, StringComparison.Ordinal)
            && text.Length > Prefix.Length + Suffix.Length
            && DateTime.TryParseExact(
                text.AsSpan(Prefix.Length, text.Length - Prefix.Length - Suffix.Length),
                TimeFormat,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out var time)
            ? time.Ticks
            : null;
    }

    public static EntityProperties Properties(StoredRow row)
    {
        var properties = EntityJson.Read(row.Body);
        properties[PropertyNames.PartitionKey] = row.PartitionKey;
        properties[PropertyNames.RowKey] = row.RowKey;
        properties[PropertyNames.Timestamp] = Time(row.Stamp);
        properties[PropertyNames.ETag] = ETag(row.Stamp).ToString();
        return properties;
    }

    public static EntityKey Key(EntityProperties row) =>
        new((string)row[PropertyNames.PartitionKey], (string)row[PropertyNames.RowKey]);

    /// <summary>The selected properties; the ETag always comes along.</summary>
    public static EntityProperties Project(EntityProperties row, IReadOnlyList<string>? select)
    {
        if (select is null or [] or ["*"])
            return row;
        var projected = new EntityProperties { [PropertyNames.ETag] = row[PropertyNames.ETag] };
        foreach (var name in select)
        {
            if (row.TryGetValue(name, out var value))
                projected[name] = value;
        }

        return projected;
    }

    private static DateTimeOffset Time(long stamp) => new(stamp, TimeSpan.Zero);
}
