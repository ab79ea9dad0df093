using System.Text;
using System.Text.Json;

namespace LocalDiplomacy.Functions.Api;

/// <summary>JSON without chance: sorted names, no blanks. Two bodies that say the same have the same canonical form.</summary>
internal static class CanonicalJson
{
    /// <param name="without">Properties of the outermost object that are left out.</param>
    public static string Of(JsonElement element, IReadOnlyCollection<string> without)
    {
        var text = new StringBuilder();
        Write(element, text, without);
        return text.ToString();
    }

    private static void Write(JsonElement element, StringBuilder text, IReadOnlyCollection<string> without)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                text.Append('{');
                foreach (var property in element.EnumerateObject().Where(p => !without.Contains(p.Name)).OrderBy(p => p.Name, StringComparer.Ordinal))
                {
                    text.Append(JsonSerializer.Serialize(property.Name)).Append(':');
                    Write(property.Value, text, []);
                    text.Append(',');
                }

                text.Append('}');
                break;
            case JsonValueKind.Array:
                text.Append('[');
                foreach (var item in element.EnumerateArray())
                {
                    Write(item, text, []);
                    text.Append(',');
                }

                text.Append(']');
                break;
            case JsonValueKind.String:
                text.Append(JsonSerializer.Serialize(element.GetString()));
                break;
            default:
                text.Append(element.GetRawText());
                break;
        }
    }
}
