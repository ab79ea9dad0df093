using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Tests.Running;

namespace LocalDiplomacy.Functions.Tests.Administration.Reference;

/// <summary>Reference data by JSON and as files. Administrators have no keys: they call with their session.</summary>
[Collection(RunningCollection.Name)]
public sealed class ReferenceApiTests(Association association)
{
    private Visitor Desk => association.Administrator;

    public static TheoryData<string, string> DeskRoutes
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var function in HttpFunctions.All.Where(f => f.Route.StartsWith("api/desk", StringComparison.Ordinal) || f.Route.StartsWith("desk/reference", StringComparison.Ordinal)))
                foreach (var method in function.Methods)
                    data.Add(method, "/" + function.Route.Replace("{id}", "GA", StringComparison.Ordinal).Replace("{table}", "missions", StringComparison.Ordinal).Replace("{number:int}", "1", StringComparison.Ordinal));
            return data;
        }
    }

    [Theory, MemberData(nameof(DeskRoutes))]
    public async Task An_office_and_nobody_are_refused_everywhere(string method, string path)
    {
        using var visitor = association.NewVisitor();
        Assert.Equal(403, (await association.Officer.SendAsync(new HttpRequestMessage(new HttpMethod(method), path))).Code);
        Assert.Equal(401, (await visitor.SendAsync(new HttpRequestMessage(new HttpMethod(method), path))).Code);
        Assert.Contains((await association.Office.SendAsync(new HttpMethod(method), path, null)).Code, new[] { 401, 403 });
    }

    [Fact]
    public async Task A_row_is_read_with_its_tag_and_replaced_under_it()
    {
        const string Path = "/api/desk/local-governments/47-%EA%B5%AC%EB%AF%B8%EC%8B%9C";
        var read = (await Desk.GetAsync(Path)).Expect(200);
        var body = Row(read.Json["localGovernment"]!, "Gumi City");

        (await PutAsync(Path, body, null)).ExpectProblem(428, "IfMatchMissing");
        var done = (await PutAsync(Path, body, read.ETag)).Expect(200);
        Assert.Equal("Gumi City", (string?)done.Json["localGovernment"]!["name"]!["en"]);
        Assert.NotEqual(read.ETag, done.ETag);
        // The second editor, with the tag of before.
        var stale = (await PutAsync(Path, Row(read.Json["localGovernment"]!, "Gumi-City"), read.ETag)).ExpectProblem(412, "Stale");
        Assert.Equal("Gumi City", (string?)stale["current"]!["localGovernment"]!["name"]!["en"]);
        // Whoever repeats their own request is answered again.
        (await PutAsync(Path, body, read.ETag)).Expect(200);

        var newest = (await Desk.GetAsync("/api/desk/tables/local-governments/history")).Expect(200).Json["items"]!.AsArray()
            .First(change => change!["differences"]!.AsArray().Any(row => (string?)row!["id"] == "47-구미시"))!;
        Assert.Equal(("Lee Seo-yeon", "replaced", "Its own spelling"), ((string?)newest["by"], (string?)newest["what"], (string?)newest["reason"]));
    }

    [Fact]
    public async Task What_is_wrong_is_named_by_field()
    {
        var body = new JsonObject
        {
            ["id"] = "41-분당구",
            ["level"] = 2,
            ["parent"] = "41",
            ["type"] = "AutonomousDistrict",
            ["name"] = new JsonObject { ["ko"] = "분당구", ["en"] = "Bundang-gu" },
        };

        var problem = (await PostAsync("/api/desk/local-governments", body)).ExpectProblem(400, "NotALocalGovernment");

        Assert.Contains("city or province", (string?)problem["errors"]!["name.ko"]![0], StringComparison.Ordinal);
        (await PostAsync("/api/desk/local-governments", new JsonObject())).ExpectProblem(400, "FieldsWrong");
        (await PostAsync("/api/desk/missions", new JsonObject { ["contact"] = "x@y.example" })).ExpectProblem(400, "UnknownField");
        (await Desk.GetAsync("/api/desk/missions/XX")).ExpectProblem(404, "NotFound");
        (await Desk.GetAsync("/api/desk/tables/people/file")).ExpectProblem(404, "NotFound");
    }

    [Fact]
    public async Task A_file_goes_out_and_in_and_a_bad_one_is_reported_by_line()
    {
        const string Path = "/api/desk/tables/missions/file";
        var file = (await Desk.GetAsync(Path)).Expect(200);
        Assert.Equal("text/csv", file.ContentType);
        Assert.Contains("missions-20", file.Header("Content-Disposition")!, StringComparison.Ordinal);
        var unchanged = (await ImportAsync(Path, file.Body)).Expect(200).Json;
        Assert.Equal((0, 0), ((int)unchanged["added"]!, (int)unchanged["changed"]!));

        var problem = (await ImportAsync(Path, file.Body.Replace("review@dominican.example", "elsewhere@attacker.example", StringComparison.Ordinal), "fr")).ExpectProblem(422, "FileRefused");

        var line = Assert.Single(problem["current"]!.AsArray())!;
        Assert.Equal(("contact", "NeedsSecondAdministrator", "elsewhere@attacker.example"), ((string?)line["column"], (string?)line["code"], (string?)line["value"]));
        Assert.Contains("un autre administrateur", (string?)line["sentence"], StringComparison.Ordinal);
        Assert.True((int)line["line"]! > 1);
        Assert.Equal("review@dominican.example", (string?)(await Desk.GetAsync("/api/desk/missions/DO")).Json["contact"]);
    }

    [Fact]
    public async Task Real_answers_fit_the_public_lists()
    {
        var jung = (await association.Nobody.GetAsync("/api/reference/local-governments")).Expect(200).Json["items"]!.AsArray().Single(row => (string?)row!["id"] == "28-중구")!;

        Assert.Equal(("2026-06-30", "28-제물포구"), ((string?)jung["validTo"], (string?)jung["successors"]![0]));
        Assert.DoesNotContain("@", (await association.Nobody.GetAsync("/api/reference/missions")).Expect(200).Body, StringComparison.Ordinal);
    }

    private static JsonObject Row(JsonNode there, string english)
    {
        var row = there.DeepClone().AsObject();
        row["name"]!["en"] = english;
        row["reason"] = "Its own spelling";
        return row;
    }

    private Task<Answer> PostAsync(string path, JsonNode body) => SendAsync(HttpMethod.Post, path, new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"), ("Idempotency-Key", ApiCaller.NewKey()));

    private Task<Answer> PutAsync(string path, JsonNode body, string? tag) =>
        SendAsync(HttpMethod.Put, path, new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"), tag is null ? [] : [("If-Match", tag)]);

    private Task<Answer> ImportAsync(string path, string file, string language = "en") => SendAsync(
        HttpMethod.Post, path, new ByteArrayContent(Encoding.UTF8.GetBytes(file)) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } },
        ("Idempotency-Key", ApiCaller.NewKey()), ("Accept-Language", language));

    private async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent content, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await Desk.SendAsync(request);
    }
}
