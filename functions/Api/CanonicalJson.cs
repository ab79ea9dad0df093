using System.Text;
using System.Text.Json;
using LocalDiplomacy.Functions.Problems;
using LocalDiplomacy.Workflows.OfficePortal;

namespace LocalDiplomacy.Functions.Api;

/// <summary>JSON without chance: sorted names, no blanks. Two bodies that say the same have the same canonical form.</summary>
internal static class CanonicalJson
{
    /// <param name="without">Properties of the outermost object that are left out.</param>
    /// <exception cref="ProblemException">400: half a character, as "\ud83d" alone, which JSON allows and no text can hold.</exception>
    public static string Of(JsonElement element, IReadOnlyCollection<string> without)
    {
        var text = new StringBuilder();
        Write(element, text, "", without);
        return text.ToString();
    }

    private static void Write(JsonElement element, StringBuilder text, string path, IReadOnlyCollection<string> without)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(element, text, path, without);
                break;
            case JsonValueKind.Array:
                WriteArray(element, text, path);
                break;
            case JsonValueKind.String:
                text.Append(JsonSerializer.Serialize(Whole(path, element.GetString)));
                break;
            default:
                text.Append(element.GetRawText());
                break;
        }
    }

    private static void WriteObject(JsonElement element, StringBuilder text, string path, IReadOnlyCollection<string> without)
    {
        text.Append('{');
        var properties = element.EnumerateObject().Select(p => (Name: Whole(path, () => p.Name)!, p.Value));
        foreach (var (name, value) in properties.Where(p => !without.Contains(p.Name)).OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            text.Append(JsonSerializer.Serialize(name)).Append(':');
            Write(value, text, path.Length == 0 ? name : $"{path}.{name}", []);
            text.Append(',');
        }

        text.Append('}');
    }

    private static void WriteArray(JsonElement element, StringBuilder text, string path)
    {
        text.Append('[');
        foreach (var (place, item) in element.EnumerateArray().Index())
        {
            Write(item, text, $"{path}[{place}]", []);
            text.Append(',');
        }

        text.Append(']');
    }

    private static string? Whole(string path, Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            throw new ProblemException(new Problem(ProblemKind.FieldsWrong) { Fields = [new(new FieldProblem(path, FieldFault.Malformed))] });
        }
    }
}
