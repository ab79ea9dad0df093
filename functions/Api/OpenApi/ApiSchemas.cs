using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Functions.Api.OpenApi;

/// <summary>The JSON Schemas of the API's records, each once, by the record's name.</summary>
internal sealed class ApiSchemas
{
    private readonly SortedDictionary<string, JsonNode> _byName = new(StringComparer.Ordinal);

    /// <summary>All schemas that were referred to.</summary>
    public JsonObject ToComponents() => new(_byName.Select(s => KeyValuePair.Create(s.Key, (JsonNode?)s.Value.DeepClone())));

    /// <param name="isRequest">A request may leave out whatever can be null; an answer always has every property.</param>
    /// <param name="requires">Of a request: what must be there nevertheless.</param>
    public JsonObject Reference(Type type, bool isRequest, IReadOnlyList<string>? requires = null)
    {
        if (_byName.TryAdd(type.Name, new JsonObject()))
            _byName[type.Name] = Schema(type, isRequest, requires ?? []);
        return new JsonObject { ["$ref"] = "#/components/schemas/" + type.Name };
    }

    private JsonNode Schema(Type type, bool isRequest, IReadOnlyList<string> requires)
    {
        var schema = ApiJson.Options.GetJsonSchemaAsNode(type, new JsonSchemaExporterOptions
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = (context, node) => Transformed(context, node, isRequest),
        });
        if (isRequest)
            Require(schema.AsObject(), requires);
        return schema;
    }

    private JsonNode Transformed(JsonSchemaExporterContext context, JsonNode node, bool isRequest)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        var isNullable = Nullable.GetUnderlyingType(context.TypeInfo.Type) is not null || IsNullable(context);
        if (IsText(type))
            return OrNull(new JsonObject { ["type"] = "string" }, isNullable);
        if (type == typeof(LocalizedText))
            return OrNull(new JsonObject { ["type"] = "object", ["additionalProperties"] = new JsonObject { ["type"] = "string" } }, isNullable);
        if (type == typeof(object))
            return new JsonObject { ["description"] = "Depends on the problem; null where there is nothing to go on from." };
        if (context.Path.Length > 0 && IsOurs(type) && !type.IsEnum)
            return isNullable ? new JsonObject { ["anyOf"] = new JsonArray(Reference(type, isRequest), new JsonObject { ["type"] = "null" }) } : Reference(type, isRequest);
        // Of a request the operation says what must be there; an answer may grow.
        (node as JsonObject)?.Remove(isRequest ? "required" : AdditionalProperties(context));
        return node;
    }

    /// <summary>Of a record "additionalProperties" forbids, of a dictionary it describes.</summary>
    private static string AdditionalProperties(JsonSchemaExporterContext context) =>
        context.TypeInfo.Kind == JsonTypeInfoKind.Object ? "additionalProperties" : "";

    private static bool IsNullable(JsonSchemaExporterContext context) =>
        context.PropertyInfo is { IsGetNullable: true } or { AssociatedParameter.IsNullable: true };

    private static JsonObject OrNull(JsonObject schema, bool isNullable)
    {
        if (isNullable)
            schema["type"] = new JsonArray((string)schema["type"]!, "null");
        return schema;
    }

    private static bool IsText(Type type) =>
        type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITextValue<>));

    private static bool IsOurs(Type type) =>
        type.Assembly.GetName().Name?.StartsWith("LocalDiplomacy.", StringComparison.Ordinal) == true;

    private static void Require(JsonObject schema, IReadOnlyList<string> requires)
    {
        foreach (var name in requires)
        {
            var property = schema["properties"]![name]?.AsObject() ?? throw new InvalidOperationException($"There is no property {name} to require.");
            if (property["type"] is JsonArray types)
                property["type"] = types.Select(t => (string)t!).Single(t => t != "null");
            else if (property["anyOf"] is JsonArray and [JsonObject reference, ..])
                schema["properties"]![name] = reference.DeepClone();
        }

        if (requires.Count > 0)
            schema["required"] = new JsonArray([.. requires.Select(r => (JsonNode)r)]);
    }
}
