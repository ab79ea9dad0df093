using System.Text.Json.Nodes;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Register;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Lists;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Register;

namespace LocalDiplomacy.Functions.Api.OpenApi;

/// <summary>What an operation takes beside its body.</summary>
internal static class ApiParameters
{
    public static JsonArray Of(HttpFunction function, string method, ApiOperationAttribute described) =>
    [
        .. ApiRoute.Of(function.Route).Parameters.Select(p => Parameter(p.Name, "path", true, Type(p.Constraint), null)),
        .. Paging(described),
        .. Search(described),
        .. CaseSearch(described),
        .. People(described),
        .. described.Query.Select(name => Parameter(name, "query", false, new() { ["type"] = "boolean", ["default"] = false }, null)),
        .. Headers(method, described),
        Parameter("Accept-Language", "header", false, Text(), "ko, en, fr or es: the language of a problem's words. English otherwise."),
    ];

    private static IEnumerable<JsonNode> Paging(ApiOperationAttribute described) => !described.IsPaged ? [] :
    [
        Parameter("limit", "query", false, new() { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = Api.Paging.MaxLimit, ["default"] = Api.Paging.DefaultLimit }, null),
        Parameter("cursor", "query", false, Text(), "What the page before gave under “next”."),
    ];

    private static IEnumerable<JsonNode> Search(ApiOperationAttribute described) => !described.IsSearch ? [] :
    [
        Parameter("q", "query", false, new() { ["type"] = "string", ["maxLength"] = 100 }, "Words, or parts of them, in any language."),
        Parameter("place", "query", false, Text(), "A local government by its id; ties of those that it succeeded are its own too."),
        Parameter("country", "query", false, new() { ["type"] = "string", ["minLength"] = 2, ["maxLength"] = 2 }, "ISO 3166-1 alpha-2."),
        Parameter("region", "query", false, OneOf(Regions.All), null),
        Parameter("kind", "query", false, OneOf(Enum.GetNames<MouKind>()), null),
        Parameter("field", "query", false, OneOf(Enum.GetNames<CooperationField>()), null),
        Parameter("status", "query", false, OneOf(Enum.GetNames<RegisterStatus>()), null),
        Parameter("year", "query", false, Whole(1, 9999), "Of the signature."),
        .. described.Answer is null ? [] : new JsonNode[]
        {
            Parameter("page", "query", false, Whole(1, null), "From 1."),
            Parameter("limit", "query", false, Whole(1, RegisterRequests.MaxLimit), null),
        },
    ];

    private static IEnumerable<JsonNode> CaseSearch(ApiOperationAttribute described) => !described.IsCaseSearch ? [] :
    [
        Parameter("q", "query", false, new() { ["type"] = "string", ["maxLength"] = 100 }, "Words of the title, the counterparty's name or the id, or parts of them, in any language."),
        Parameter("stage", "query", false, OneOf(Enum.GetNames<StageName>()), null),
        Parameter("waiting", "query", false, OneOf(Enum.GetNames<WaitedOn>()), "On whom it is waited."),
        Parameter("office", "query", false, Text(), "A local government by its id."),
        Parameter("embassy", "query", false, Text(), "A mission by its id: the one that leads, or another one of the MOU."),
        Parameter("country", "query", false, new() { ["type"] = "string", ["minLength"] = 2, ["maxLength"] = 2 }, "Of the counterparty, ISO 3166-1 alpha-2."),
        Parameter("kind", "query", false, OneOf(Enum.GetNames<MouKind>()), null),
        Parameter("due-from", "query", false, Day(), "Something is due on this day in Seoul or later."),
        Parameter("due-until", "query", false, Day(), "Something is due on this day in Seoul or earlier."),
        Parameter("orchestration", "query", false, OneOf(Enum.GetNames<OrchestrationStanding>()), "What its orchestration is known to be."),
        Parameter("overdue", "query", false, new() { ["type"] = "boolean" }, null),
        Parameter("came-back", "query", false, new() { ["type"] = "boolean" }, "A request that was sent came back."),
    ];

    private static IEnumerable<JsonNode> People(ApiOperationAttribute described)
    {
        if (described.IsPeopleSearch)
            yield return Parameter("q", "query", false, new() { ["type"] = "string", ["maxLength"] = Workflows.People.PeopleSearch.LongestWords }, "Words of a name, a title, an address or an office, or parts of them, in any language.");
        if (described.IsOfDay)
            yield return Parameter("day", "query", false, Day(), "In Seoul; today when it is left out.");
    }

    private static JsonObject Day() => new() { ["type"] = "string", ["format"] = "date" };

    private static JsonObject OneOf(IEnumerable<string> values) => new() { ["type"] = "string", ["enum"] = new JsonArray([.. values.Select(value => (JsonNode)value)]) };

    private static JsonObject Whole(int least, int? most)
    {
        var schema = new JsonObject { ["type"] = "integer", ["minimum"] = least };
        if (most is { } bound)
            schema["maximum"] = bound;
        return schema;
    }

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
