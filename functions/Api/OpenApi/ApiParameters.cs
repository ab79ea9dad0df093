using System.Text.Json.Nodes;
using LocalDiplomacy.Functions.Reception;

namespace LocalDiplomacy.Functions.Api.OpenApi;

/// <summary>What an operation takes beside its body.</summary>
internal static class ApiParameters
{
    public static JsonArray Of(HttpFunction function, string method, ApiOperationAttribute described) =>
    [
        .. ApiRoute.Of(function.Route).Parameters.Select(p => Parameter(p.Name, "path", true, Type(p.Constraint), null)),
        .. Paging(described),
        .. Headers(method, described),
        Parameter("Accept-Language", "header", false, Text(), "ko, en, fr or es: the language of a problem's words. English otherwise."),
    ];

    private static IEnumerable<JsonNode> Paging(ApiOperationAttribute described) => !described.IsPaged ? [] :
    [
        Parameter("limit", "query", false, new() { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = Api.Paging.MaxLimit, ["default"] = Api.Paging.DefaultLimit }, null),
        Parameter("cursor", "query", false, Text(), "What the page before gave under “next”."),
    ];

    private static IEnumerable<JsonNode> Headers(string method, ApiOperationAttribute described) => method switch
    {
        "post" => [Parameter(CommandKeys.Header, "header", true, new() { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = 200 },
            "Of the caller's making, new for each new request. A repeated request is carried out once, and answered again.")],
        "put" => [Parameter("If-Match", "header", true, Text(), "The ETag of what is replaced.")],
        "get" when described.IsTagged => [Parameter("If-None-Match", "header", false, Text(), "The ETag of what the caller has already: 304 when it is still that.")],
        _ => [],
    };

    private static JsonObject Parameter(string name, string place, bool isRequired, JsonObject schema, string? description)
    {
        var parameter = new JsonObject { ["name"] = name, ["in"] = place, ["required"] = isRequired, ["schema"] = schema };
        if (description is not null)
            parameter["description"] = description;
        return parameter;
    }

    private static JsonObject Type(string? constraint) => constraint == "int" ? new() { ["type"] = "integer" } : Text();

    private static JsonObject Text() => new() { ["type"] = "string" };
}
