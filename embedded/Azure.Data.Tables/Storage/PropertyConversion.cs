using System.Globalization;

namespace Azure.Data.Tables.Storage;

/// <summary>Gives a stored value the type of the property that receives it.</summary>
internal static class PropertyConversion
{
    /// <exception cref="InvalidCastException">The stored type does not fit the property.</exception>
    public static object To(Type target, object value)
    {
        target = Nullable.GetUnderlyingType(target) ?? target;
        if (target.IsInstanceOfType(value))
            return value;
        return value switch
        {
            string text when target.IsEnum => Enum.Parse(target, text),
            string text when target == typeof(ETag) => new ETag(text),
            DateTimeOffset time when target == typeof(DateTime) => time.UtcDateTime,
            byte[] bytes when target == typeof(BinaryData) => BinaryData.FromBytes(bytes),
            byte[] bytes when target == typeof(ReadOnlyMemory<byte>) => new ReadOnlyMemory<byte>(bytes),
            int or long or double when target.IsPrimitive => Convert.ChangeType(value, target, CultureInfo.InvariantCulture),
            _ => throw new InvalidCastException($"A stored {value.GetType()} does not fit a property of type {target}."),
        };
    }
}
