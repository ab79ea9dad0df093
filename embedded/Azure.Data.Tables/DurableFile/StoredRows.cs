using Azure.Data.Tables.Filters;
using Azure.Data.Tables.Storage;
using LocalDiplomacy.DurableFile;

namespace Azure.Data.Tables.DurableFile;

/// <summary>The file's rows as the Table service would return them.</summary>
internal static class StoredRows
{
    public static ETag ETag(long stamp) =>
        new($"W/\"datetime'{Uri.EscapeDataString(FilterLiteral.Time(Time(stamp)))}'\"");

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
