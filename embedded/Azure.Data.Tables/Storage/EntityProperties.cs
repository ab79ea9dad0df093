namespace Azure.Data.Tables.Storage;

/// <summary>
/// A row's properties as the wire knows them: string, int, long, double, bool, Guid, byte[] and DateTimeOffset in UTC;
/// never null. What the storage returns also holds the keys, the timestamp and the ETag.
/// </summary>
internal sealed class EntityProperties : Dictionary<string, object>
{
    public EntityProperties()
        : base(StringComparer.Ordinal)
    {
    }

    /// <exception cref="NotSupportedException">A type that tables do not know.</exception>
    public void Put(string name, object? value)
    {
        if (value is not null)
            this[name] = Normalise(value);
    }

    private static object Normalise(object value) => value switch
    {
        string or int or long or double or bool or Guid or byte[] => value,
        DateTimeOffset time => time.ToUniversalTime(),
        DateTime time => Utc(time),
        BinaryData data => data.ToArray(),
        ReadOnlyMemory<byte> data => data.ToArray(),
        Enum name => name.ToString(),
        short or ushort or byte or sbyte => Convert.ToInt32(value, null),
        uint number => (long)number,
        float number => (double)number,
        _ => throw new NotSupportedException($"A table property cannot hold a {value.GetType()}."),
    };

    // A time without a kind is taken as UTC, because that is what comes back.
    private static DateTimeOffset Utc(DateTime time) => new DateTimeOffset(
        time.Kind is DateTimeKind.Unspecified ? DateTime.SpecifyKind(time, DateTimeKind.Utc) : time.ToUniversalTime());
}
