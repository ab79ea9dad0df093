#nullable disable annotations
using System.Globalization;

namespace Azure.Data.Tables;

/// <summary>
/// A row as a dictionary of its properties. Once a property has a type, it accepts only that type
/// (an Int32 where an Int64 or a Double stands is widened); anything else throws InvalidOperationException.
/// </summary>
public sealed partial class TableEntity : ITableEntity
{
    private readonly Dictionary<string, object> properties;

    public TableEntity()
        : this(null)
    {
    }

    public TableEntity(string partitionKey, string rowKey)
        : this(null)
    {
        PartitionKey = partitionKey;
        RowKey = rowKey;
    }

    public TableEntity(IDictionary<string, object> values) =>
        properties = values is null ? [] : new Dictionary<string, object>(values);

    public string PartitionKey
    {
        get => GetString(PropertyNames.PartitionKey);
        set => properties[PropertyNames.PartitionKey] = value;
    }

    public string RowKey
    {
        get => GetString(PropertyNames.RowKey);
        set => properties[PropertyNames.RowKey] = value;
    }

    public DateTimeOffset? Timestamp
    {
        get => GetDateTimeOffset(PropertyNames.Timestamp);
        set => properties[PropertyNames.Timestamp] = value;
    }

    public ETag ETag
    {
        get => new(GetString(PropertyNames.ETag));
        set => properties[PropertyNames.ETag] = value.ToString();
    }

    /// <summary>Null when the property is missing; InvalidOperationException when it has another type.</summary>
    public string GetString(string key) => (string)Get(key, typeof(string));

    public byte[] GetBinary(string key) => Get(key) switch
    {
        BinaryData data => data.ToArray(),
        var value => (byte[])Enforce(value, typeof(byte[])),
    };

    public BinaryData GetBinaryData(string key) => Get(key) switch
    {
        byte[] bytes => BinaryData.FromBytes(bytes),
        var value => (BinaryData)Enforce(value, typeof(BinaryData)),
    };

    public bool? GetBoolean(string key) => (bool?)Get(key, typeof(bool));

    public DateTime? GetDateTime(string key) => Get(key) switch
    {
        DateTimeOffset offset => offset.UtcDateTime,
        var value => (DateTime?)Enforce(value, typeof(DateTime)),
    };

    public DateTimeOffset? GetDateTimeOffset(string key) => Get(key) switch
    {
        DateTime time => new DateTimeOffset(time),
        var value => (DateTimeOffset?)Enforce(value, typeof(DateTimeOffset)),
    };

    public double? GetDouble(string key) => (double?)Get(key, typeof(double));

    public Guid? GetGuid(string key) => (Guid?)Get(key, typeof(Guid));

    public int? GetInt32(string key) => (int?)Get(key, typeof(int));

    public long? GetInt64(string key) => (long?)Get(key, typeof(long));

    private object Get(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return properties.GetValueOrDefault(key);
    }

    private object Get(string key, Type expected) => Enforce(Get(key), expected);

    private void Set(string key, object value)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        var existing = properties.GetValueOrDefault(key);
        properties[key] = existing is null || value is null ? value : Coerce(existing, value);
    }

    private static object Enforce(object value, Type expected) =>
        value is null || expected.IsInstanceOfType(value)
            ? value
            : throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture,
                $"The property holds a {value.GetType()}, which is not returned as {expected}."));

    private static object Coerce(object existing, object value) => (existing, value) switch
    {
        _ when existing.GetType().IsInstanceOfType(value) => value,
        (int, double or long) => value,
        (double, int number) => (double)number,
        (long, int number) => (long)number,
        _ => throw new InvalidOperationException(string.Create(
            CultureInfo.InvariantCulture,
            $"The property holds a {existing.GetType()} and does not take a {value.GetType()}.")),
    };
}
