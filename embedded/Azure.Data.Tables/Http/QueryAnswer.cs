using System.Text.Json;
using Azure.Data.Tables.Storage;

namespace Azure.Data.Tables.Http;

/// <summary>The rows of a query's answer, <c>{"value":[…]}</c>.</summary>
internal static class QueryAnswer
{
    public static IReadOnlyList<EntityProperties> Read(ReadOnlySpan<byte> json)
    {
        var rows = new List<EntityProperties>();
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var isRows = reader.ValueTextEquals("value"u8);
            reader.Read();
            if (!isRows)
                reader.Skip();
            else
                while (reader.Read() && reader.TokenType is JsonTokenType.StartObject)
                    rows.Add(EntityJson.Read(ref reader));
        }

        return rows;
    }
}
