using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Tests.Running;

namespace LocalDiplomacy.Functions.Tests.Api;

[Collection(RunningCollection.Name)]
public sealed partial class OpenApiTests(Association association)
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch"];

    private async Task<JsonNode> DocumentAsync() => (await association.Nobody.GetAsync("/api/openapi.json")).Expect(200).Json;

    [Fact]
    public async Task Every_route_of_the_API_is_in_it_and_nothing_else()
    {
        var document = await DocumentAsync();
        var described = Operations(document).Select(o => $"{o.Method} {o.Path}").Order();
        var there = HttpFunctions.All.Where(f => f.IsApi)
            .SelectMany(f => f.Methods.Where(m => m != "head").Select(m => $"{m} /{Constraint().Replace(f.Route, "}")}")).Order();

        Assert.Equal("3.1.0", (string?)document["openapi"]);
        Assert.Equal(there, described);
    }

    [Fact]
    public async Task Its_operations_have_names_of_their_own_and_say_what_they_do()
    {
        var operations = Operations(await DocumentAsync()).ToList();

        Assert.Distinct(operations.Select(o => (string)o.Operation["operationId"]!));
        Assert.All(operations, o => Assert.EndsWith(".", (string)o.Operation["summary"]!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_reference_resolves_and_every_schema_is_used()
    {
        var document = await DocumentAsync();
        var references = References(document).Distinct().ToList();

        Assert.All(references, r => Assert.NotNull(Resolved(document, r)));
        Assert.Equal(
            document["components"]!["schemas"]!.AsObject().Select(s => "#/components/schemas/" + s.Key).Order(),
            references.Order());
    }

    [Fact]
    public async Task Path_parameters_match_the_path_and_posts_ask_for_a_key()
    {
        foreach (var (path, method, operation) in Operations(await DocumentAsync()))
        {
            var parameters = operation["parameters"]!.AsArray();
            Assert.Equal(
                Parameter().Matches(path).Select(m => m.Groups[1].Value),
                parameters.Where(p => (string?)p!["in"] == "path").Select(p => (string)p!["name"]!));
            Assert.Equal(method == "post", parameters.Any(p => (string?)p!["name"] == "Idempotency-Key" && (bool)p["required"]!));
        }
    }

    [Fact]
    public async Task Real_answers_have_every_property_of_their_schema_and_no_other()
    {
        var (mou, token) = await association.SubmittedAsync();
        var (id, hash) = ((string)mou["id"]!, (string)mou["textHash"]!);
        await FitsAsync("/api/mous", "get", association.Office.GetAsync("/api/mous"));
        await FitsAsync("/api/mous/{id}", "get", association.Office.GetAsync($"/api/mous/{id}"));
        await FitsAsync("/api/mous/{id}/history", "get", association.Office.GetAsync($"/api/mous/{id}/history"));
        await FitsAsync("/api/mous/{id}/deadlines", "get", association.Office.GetAsync($"/api/mous/{id}/deadlines"));
        await FitsAsync("/api/links/{token}/deadlines", "get", association.Nobody.GetAsync($"/api/links/{token}/deadlines"));
        await FitsAsync("/api/mous/{id}/rounds/{n}/text", "get", association.Office.GetAsync($"/api/mous/{id}/rounds/1/text"));
        await FitsAsync("/api/mous/{id}/withdraw", "post", association.Office.PostAsync($"/api/mous/{id}/withdraw", new JsonObject()));
        await FitsAsync("/api/links/{token}", "get", association.Nobody.GetAsync($"/api/links/{token}"));
        await FitsAsync("/api/links/{token}/decision", "post", association.DecideAsync(token, "accept", hash));
        await FitsAsync("/api/links/{token}/decision", "post", association.Nobody.PostAsync($"/api/links/{token}/decision", Association.Decision("decline", hash, null)));
        await FitsAsync("/api/links/{token}/code", "post", association.Nobody.PostAsync("/api/links/x/code", null));
        await FitsAsync("/api/keys", "get", association.Officer.GetAsync("/api/keys"));
        await FitsAsync("/api/reference/missions", "get", association.Nobody.GetAsync("/api/reference/missions"));
        await FitsAsync("/api/reference/local-governments", "get", association.Nobody.GetAsync("/api/reference/local-governments"));
        await FitsAsync("/api/desk/mous/{id}", "get", association.Administrator.GetAsync($"/api/desk/mous/{id}"));
        await FitsAsync("/api/desk/mous/{id}/history", "get", association.Administrator.GetAsync($"/api/desk/mous/{id}/history"));
        await FitsAsync("/api/desk/mous/{id}/deadlines", "get", association.Administrator.GetAsync($"/api/desk/mous/{id}/deadlines"));
        await FitsAsync("/api/desk/mous/{id}/actions", "get", association.Administrator.GetAsync($"/api/desk/mous/{id}/actions"));
        await FitsAsync("/api/register", "get", association.Nobody.GetAsync("/api/register"));
        await FitsAsync("/api/register", "get", association.Nobody.GetAsync("/api/register?kind=none"));
        await FitsAsync("/api/register/{number}", "get", association.Nobody.GetAsync("/api/register/2026-999999"));
        await FitsAsync("/api/desk/overview", "get", association.Administrator.GetAsync("/api/desk/overview"));
        await FitsAsync("/api/desk/lists/{list}", "get", association.Administrator.GetAsync("/api/desk/lists/stage-draft"));
        await FitsAsync("/api/desk/hub", "get", association.Administrator.GetAsync("/api/desk/hub"));
        await FitsAsync("/api/desk/settings", "get", association.Administrator.GetAsync("/api/desk/settings"));
        await FitsAsync("/api/desk/missions", "get", association.Administrator.GetAsync("/api/desk/missions"));
        await FitsAsync("/api/desk/missions/{id}", "get", association.Administrator.GetAsync("/api/desk/missions/GA"));
        await FitsAsync("/api/desk/local-governments", "get", association.Administrator.GetAsync("/api/desk/local-governments"));
        await FitsAsync("/api/desk/local-governments/{id}", "get", association.Administrator.GetAsync("/api/desk/local-governments/47"));
        await FitsAsync("/api/desk/tables/{table}/history", "get", association.Administrator.GetAsync("/api/desk/tables/missions/history"));
        await FitsAsync("/api/health/live", "get", association.Nobody.GetAsync("/api/health/live"));
        await FitsAsync("/api/health/ready", "get", association.Nobody.GetAsync("/api/health/ready"));
    }

    [Fact]
    public async Task What_it_describes_as_required_of_a_draft_is_required()
    {
        var required = (await DocumentAsync())["components"]!["schemas"]!["DraftForm"]!["required"]!.AsArray().Select(r => (string)r!).ToList();
        // Without languages nothing else of a text can be missed.
        var errors = (await association.Office.PostAsync("/api/mous", new JsonObject { ["languages"] = new JsonArray("ko", "en") })).Expect(400).Json["errors"]!.AsObject();

        Assert.NotNull((await association.Office.PostAsync("/api/mous", new JsonObject())).Expect(400).Json["errors"]!["languages"]);
        Assert.All(required.Where(r => r != "languages"), r => Assert.Contains(errors, e => e.Key == r || e.Key.StartsWith(r + ".", StringComparison.Ordinal)));
        (await association.Office.PostAsync("/api/mous", Only(Drafts.Good(), required))).Expect(201);
    }

    private static JsonObject Only(JsonObject draft, List<string> names) =>
        new(draft.Where(p => names.Contains(p.Key)).Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone())));

    private async Task FitsAsync(string path, string method, Task<Answer> asked)
    {
        var answer = await asked;
        var document = await DocumentAsync();
        var response = document["paths"]![path]![method]!["responses"]![answer.Code.ToString(System.Globalization.CultureInfo.InvariantCulture)];
        Assert.True(response is not null, $"{method} {path} describes no {answer.Code}.");
        var schema = response["content"]![answer.ContentType!]!["schema"]!;
        Fits(document, schema, answer.Json, $"{method} {path}");
    }

    /// <summary>As much of JSON Schema as the document uses.</summary>
    private static void Fits(JsonNode document, JsonNode schema, JsonNode? value, string where)
    {
        if (schema["$ref"] is { } reference)
            schema = Resolved(document, (string)reference!)!;
        if (schema["anyOf"] is JsonArray either)
        {
            if (value is not null) Fits(document, either[0]!, value, where);
            return;
        }

        if (value is JsonObject given && schema["properties"] is JsonObject properties)
        {
            Assert.Equal(properties.Select(p => p.Key).Order(), given.Select(p => p.Key).Order());
            foreach (var (name, part) in given)
                Fits(document, properties[name]!, part, $"{where}.{name}");
        }
        else if (value is JsonArray items && schema["items"] is { } item)
        {
            foreach (var one in items)
                Fits(document, item, one, where + "[]");
        }
        else if (schema["type"] is { } type)
        {
            var allowed = type is JsonArray several ? several.Select(t => (string)t!).ToList() : [(string)type!];
            Assert.True(allowed.Contains(Kind(value)), $"{where} is {Kind(value)} and not {string.Join(" or ", allowed)}.");
        }
    }

    private static string Kind(JsonNode? value) => value?.GetValueKind() switch
    {
        null => "null",
        System.Text.Json.JsonValueKind.String => "string",
        System.Text.Json.JsonValueKind.Number => "integer",
        System.Text.Json.JsonValueKind.Object => "object",
        System.Text.Json.JsonValueKind.Array => "array",
        _ => "boolean",
    };

    private static IEnumerable<(string Path, string Method, JsonNode Operation)> Operations(JsonNode document) =>
        document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject().Where(o => Methods.Contains(o.Key)).Select(o => (p.Key, o.Key, o.Value!)));

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(p => p.Key == "$ref" ? [(string)p.Value!] : References(p.Value)),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };

    private static JsonNode? Resolved(JsonNode document, string reference) =>
        reference.Split('/').Skip(1).Aggregate((JsonNode?)document, (node, part) => node?[part]);

    [GeneratedRegex(@":[^{}]+\}")]
    private static partial Regex Constraint();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Parameter();
}
