using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Data.Tables;

namespace LocalDiplomacy.Workflows.Archive;

/// <summary>
/// A table's row as one line of JSON: keys, then properties by name. Strings, Int32 and booleans stand as themselves;
/// every other type is named, as in <c>{"Int64":"5"}</c>. ETag and timestamp are storage's, and stay there.
/// </summary>
internal static class RowLine
{
    private const string Time = "yyyy-MM-ddTHH:mm:ss.fffffffZ";
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(TableEntity row)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartArray();
            json.WriteStringValue(row.PartitionKey);
            json.WriteStringValue(row.RowKey);
            json.WriteStartObject();
            foreach (var name in row.Keys.Where(IsOwn).Order(StringComparer.Ordinal))
            {
                if (row[name] is not { } value) continue;
                json.WritePropertyName(name);
                Write(json, value);
            }

            json.WriteEndObject();
            json.WriteEndArray();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <exception cref="JsonException">It is no such line.</exception>
    public static TableEntity Read(ReadOnlyMemory<byte> line)
    {
        using var document = JsonDocument.Parse(line);
        var parts = document.RootElement;
        var row = new TableEntity(parts[0].GetString(), parts[1].GetString());
        foreach (var property in parts[2].EnumerateObject()) row[property.Name] = Read(property.Value);
        return row;
    }

    private static bool IsOwn(string name) =>
        name is not (nameof(TableEntity.PartitionKey) or nameof(TableEntity.RowKey) or nameof(TableEntity.Timestamp))
        && !name.StartsWith("odata.", StringComparison.Ordinal);

    private static void Write(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case string text: json.WriteStringValue(text); break;
            case int number: json.WriteNumberValue(number); break;
            case bool truth: json.WriteBooleanValue(truth); break;
            case long number: WriteTyped(json, "Int64", number.ToString(CultureInfo.InvariantCulture)); break;
            case double number: WriteTyped(json, "Double", number.ToString("R", CultureInfo.InvariantCulture)); break;
            case Guid id: WriteTyped(json, "Guid", id.ToString("D")); break;
            case DateTimeOffset time: WriteTyped(json, "DateTime", time.UtcDateTime.ToString(Time, CultureInfo.InvariantCulture)); break;
            case byte[] bytes: WriteTyped(json, "Binary", Convert.ToBase64String(bytes)); break;
            case BinaryData bytes: WriteTyped(json, "Binary", Convert.ToBase64String(bytes)); break;
            default: throw new NotSupportedException($"A row holds a {value.GetType().Name}, which no archive can.");
        }
    }

    private static void WriteTyped(Utf8JsonWriter json, string type, string value)
    {
        json.WriteStartObject();
        json.WriteString(type, value);
        json.WriteEndObject();
    }

    private static object Read(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetInt32(),
        JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
        JsonValueKind.Object => ReadTyped(value.EnumerateObject().Single()),
        var kind => throw new JsonException($"A property is {kind}."),
    };

    private static object ReadTyped(JsonProperty typed)
    {
        var text = typed.Value.GetString()!;
        return typed.Name switch
        {
            "Int64" => long.Parse(text, CultureInfo.InvariantCulture),
            "Double" => double.Parse(text, CultureInfo.InvariantCulture),
            "Guid" => Guid.ParseExact(text, "D"),
            "DateTime" => DateTimeOffset.ParseExact(text, Time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            "Binary" => Convert.FromBase64String(text),
            var other => throw new JsonException($"A property is of type {other}."),
        };
    }
}
