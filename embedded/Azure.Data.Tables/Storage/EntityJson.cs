using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables.Filters;

namespace Azure.Data.Tables.Storage;

/// <summary>
/// Properties as the Table service's JSON: a type that JSON lacks is named in a neighbour "name@odata.type". It is
/// the body of requests and, without the keys, of the durable file's rows.
/// </summary>
internal static class EntityJson
{
    public static byte[] Write(EntityProperties properties, EntityKey? key = null)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true }))
        {
            writer.WriteStartObject();
            if (key is { } both)
            {
                writer.WriteString(PropertyNames.PartitionKey, both.Partition);
                writer.WriteString(PropertyNames.RowKey, both.Row);
            }

            foreach (var (name, value) in properties)
                Write(writer, name, value);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    public static EntityProperties Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return Read(ref reader);
    }

    /// <param name="reader">Stands on the object's start, and is left on its end.</param>
    public static EntityProperties Read(ref Utf8JsonReader reader)
    {
        var properties = new EntityProperties();
        List<(string Name, string Type)>? types = null;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (name.EndsWith(PropertyNames.TypeSuffix, StringComparison.Ordinal))
                (types ??= []).Add((name[..^PropertyNames.TypeSuffix.Length], reader.GetString()!));
            else if (name == PropertyNames.ETag || !name.StartsWith("odata.", StringComparison.Ordinal))
                Put(properties, name, ref reader);
        }

        // The service leaves the timestamp's type out, because every row has one.
        if (properties.ContainsKey(PropertyNames.Timestamp))
            (types ??= []).Add((PropertyNames.Timestamp, "Edm.DateTime"));
        foreach (var (name, type) in types ?? [])
        {
            if (properties.TryGetValue(name, out var value))
                properties[name] = Typed(type, value);
        }

        return properties;
    }

    private static void Write(Utf8JsonWriter writer, string name, object value)
    {
        switch (value)
        {
            case string text:
                writer.WriteString(name, text);
                break;
            case int number:
                writer.WriteNumber(name, number);
                break;
            case bool truth:
                writer.WriteBoolean(name, truth);
                break;
            case long number:
                Write(writer, name, "Edm.Int64", number.ToString(CultureInfo.InvariantCulture));
                break;
            case Guid id:
                Write(writer, name, "Edm.Guid", id.ToString());
                break;
            case DateTimeOffset time:
                Write(writer, name, "Edm.DateTime", FilterLiteral.Time(time));
                break;
            case byte[] bytes:
                writer.WriteString(name + PropertyNames.TypeSuffix, "Edm.Binary");
                writer.WriteBase64String(name, bytes);
                break;
            case double number when double.IsFinite(number):
                writer.WriteString(name + PropertyNames.TypeSuffix, "Edm.Double");
                writer.WriteNumber(name, number);
                break;
            case double number:
                Write(writer, name, "Edm.Double", number switch
                {
                    double.PositiveInfinity => "Infinity",
                    double.NegativeInfinity => "-Infinity",
                    _ => "NaN",
                });
                break;
        }
    }

    private static void Write(Utf8JsonWriter writer, string name, string type, string value)
    {
        writer.WriteString(name + PropertyNames.TypeSuffix, type);
        writer.WriteString(name, value);
    }

    private static void Put(EntityProperties properties, string name, ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                properties[name] = reader.GetString()!;
                break;
            case JsonTokenType.True or JsonTokenType.False:
                properties[name] = reader.GetBoolean();
                break;
            case JsonTokenType.Number:
                properties[name] = reader.ValueSpan.IndexOfAny(".eE"u8) < 0 && reader.TryGetInt32(out var number)
                    ? (object)number
                    : reader.GetDouble();
                break;
            default:
                reader.Skip();
                break;
        }
    }

    private static object Typed(string type, object value) => (type, value) switch
    {
        ("Edm.Int64", string text) => long.Parse(text, CultureInfo.InvariantCulture),
        ("Edm.Int64", int number) => (long)number,
        ("Edm.Guid", string text) => Guid.Parse(text),
        ("Edm.DateTime", string text) => DateTimeOffset.Parse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
        ("Edm.Binary", string text) => Convert.FromBase64String(text),
        ("Edm.Double", string text) => double.Parse(text, CultureInfo.InvariantCulture),
        ("Edm.Double", int number) => (double)number,
        _ => value,
    };
}
