using System.Reflection;
using System.Text.Json.Nodes;
using LocalDiplomacy.Functions.Reception;

namespace LocalDiplomacy.Functions.Api.OpenApi;

/// <summary>The API as OpenAPI 3.1 describes it, made from the functions' attributes and records and from nothing else.</summary>
public static class OpenApiDocument
{
    private static readonly Lazy<JsonObject> Made = new(Make);

    public static JsonObject Value => Made.Value;

    private static JsonObject Make()
    {
        var schemas = new ApiSchemas();
        var paths = new JsonObject();
        foreach (var path in HttpFunctions.All.Where(f => f.IsApi).GroupBy(f => ApiRoute.Of(f.Route).Path).OrderBy(p => p.Key, StringComparer.Ordinal))
            paths[path.Key] = new JsonObject(path.SelectMany(f => f.Methods.Where(m => m != "head").Select(m => Operation(f, m, schemas))));
        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = Info(),
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = schemas.ToComponents(), ["securitySchemes"] = ApiSecurity.Schemes() },
        };
    }

    private static JsonObject Info() => new()
    {
        ["title"] = "LocalDiplomacy",
        ["version"] = "1",
        ["license"] = new JsonObject { ["name"] = "MIT", ["identifier"] = "MIT" },
        ["description"] = "Moves memoranda of understanding between Korean local governments and foreign partners from draft to signature. "
            + "Every GET answers HEAD too, with an ETag, and 304 to whoever has it. Problems follow RFC 9457; their words are in the language of Accept-Language.",
    };

    private static KeyValuePair<string, JsonNode?> Operation(HttpFunction function, string method, ApiSchemas schemas)
    {
        var described = function.Method.GetCustomAttribute<ApiOperationAttribute>()
            ?? throw new InvalidOperationException($"{function.Name} answers under /api and describes itself nowhere.");
        var operation = new JsonObject
        {
            ["operationId"] = char.ToLowerInvariant(function.Name[0]) + function.Name[1..],
            ["summary"] = described.Summary,
            ["tags"] = new JsonArray(ApiRoute.Of(function.Route).Tag),
            ["security"] = ApiSecurity.Of(function.Audience),
            ["parameters"] = ApiParameters.Of(function, method, described),
            ["responses"] = ApiResponses.Of(function, method, described, schemas),
        };
        if (described.Request is { } request)
            operation["requestBody"] = new JsonObject
            {
                ["required"] = true,
                ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = schemas.Reference(request, isRequest: true, described.Requires) } },
            };
        if (described.RequestContentType is { } form)
            operation["requestBody"] = new JsonObject
            {
                ["required"] = true,
                ["content"] = new JsonObject(form.Split(", ").Select(one => KeyValuePair.Create<string, JsonNode?>(one, new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } }))),
            };
        return new(method, operation);
    }
}
