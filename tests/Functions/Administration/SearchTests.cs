using System.Text.Json.Nodes;
using LocalDiplomacy.Functions.Tests.Running;

namespace LocalDiplomacy.Functions.Tests.Administration;

/// <summary>The desk finds MOUs by conditions, on the page, as JSON and as a file, and keeps searches.</summary>
[Collection(RunningCollection.Name)]
public sealed class SearchTests(Association association)
{
    [Fact]
    public async Task Conditions_narrow_together_and_the_page_the_json_and_the_file_agree()
    {
        var id = (string)(await association.SubmittedAsync()).Mou["id"]!;
        await Waiting.UntilAsync("the index has it", async () => (await FoundAsync($"q={id}")).Contains(id));

        Assert.Equal([id], await FoundAsync($"q={id}&stage=under-review&office=47&embassy=GA&country=ga&kind=Friendship&waiting=Embassy&orchestration=Running"));
        Assert.Empty(await FoundAsync($"q={id}&stage=Draft"));
        Assert.Empty(await FoundAsync($"q={id}&orchestration=Failed"));
        var page = (await association.Auditor.GetAsync($"/desk/mous?q={id}&stage=UnderReview&overdue=&due-from=")).ExpectPage(200);
        Assert.Equal(1, page.CountOf($"table a[href='/desk/mous/{id}']"));
        Assert.Equal(1, page.CountOf("select[name=stage] option[value=UnderReview][selected]"));
        var file = (await association.Operator.GetAsync($"/api/desk/mous.csv?q={id}")).Expect(200);
        Assert.Equal("text/csv", file.ContentType);
        Assert.Equal([0xef, 0xbb, 0xbf], (await file.Message.Content.ReadAsByteArrayAsync())[..3]);
        Assert.Contains(id, file.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_page_keeps_the_conditions()
    {
        for (var i = 0; i < 2; i++) await association.SubmittedAsync();
        await Waiting.UntilAsync("there are two", async () => (int)(await JsonAsync("stage=UnderReview"))["total"]! >= 2);

        var first = await JsonAsync("stage=UnderReview&limit=1");
        var page = (await association.Administrator.GetAsync("/desk/mous?stage=UnderReview&limit=1")).ExpectPage(200);

        var second = await JsonAsync($"stage=UnderReview&limit=1&cursor={first["next"]}");
        Assert.NotEqual((string)first["items"]![0]!["id"]!, (string)second["items"]![0]!["id"]!);
        Assert.Equal(1, page.CountOf("a[rel=next][href^='/desk/mous?stage=UnderReview&cursor=']"));
    }

    [Theory]
    [InlineData("stage=nowhere", "stage")]
    [InlineData("stage=3", "stage")]
    [InlineData("kind=x", "kind")]
    [InlineData("country=FRA", "country")]
    [InlineData("due-from=tomorrow", "due-from")]
    [InlineData("due-until=2026-13-01", "due-until")]
    [InlineData("overdue=perhaps", "overdue")]
    [InlineData("cursor=x", "cursor")]
    [InlineData("limit=1000", "limit")]
    public async Task What_no_form_of_ours_sends_is_refused_by_its_name(string query, string field)
    {
        var problem = (await association.Administrator.GetAsync($"/api/desk/mous?{query}")).ExpectProblem(400, "QueryWrong");
        Assert.Equal([field], problem["errors"]!.AsObject().Select(error => error.Key));
        (await association.Administrator.GetAsync($"/desk/mous?{query}")).ExpectPage(400);
    }

    [Fact]
    public async Task A_search_is_saved_under_a_name_for_oneself_or_for_everybody()
    {
        var name = $"Late {Guid.NewGuid():N}";
        (await association.Administrator.PostAsync("/desk/views", ("query", "stage=UnderReview&overdue=true"), ("name", name), ("shared", "true"))).Expect(303);
        (await association.Administrator.PostAsync("/desk/views", ("query", "q=%EC%9A%B0%ED%98%B8"), ("name", name + " mine"))).Expect(303);

        Assert.Contains(name, await NamesAsync(association.Auditor));
        Assert.DoesNotContain(name + " mine", await NamesAsync(association.Auditor));
        Assert.Contains(name + " mine", await NamesAsync(association.Administrator));
        var page = (await association.Auditor.GetAsync("/desk/mous")).ExpectPage(200);
        Assert.Equal(1, page.CountOf($"a[href='/desk/mous?stage=UnderReview&overdue=true']"));

        (await association.Administrator.PostAsync("/desk/views", ("query", "stage=UnderReview"), ("name", " "))).ExpectPage(400);
        (await association.Auditor.PostAsync("/desk/views", ("query", "stage=Draft"), ("name", "x"), ("shared", "true"))).ExpectPage(403);
        var shared = await IdAsync(name);
        (await association.Auditor.PostAsync($"/desk/views/{shared}/remove")).ExpectPage(404);
        (await association.Administrator.PostAsync($"/desk/views/{shared}/remove")).Expect(303);
        Assert.DoesNotContain(name, await NamesAsync(association.Auditor));
    }

    [Fact]
    public async Task Programs_save_searches_too()
    {
        var name = $"By program {Guid.NewGuid():N}";
        var saved = (await SendAsync(association.Operator, HttpMethod.Post, "/api/desk/views", new JsonObject { ["name"] = name, ["query"] = "kind=Sisterhood&cursor=ignored" })).Expect(201).Json;

        Assert.Equal("kind=Sisterhood", (string)saved["query"]!);
        (await SendAsync(association.Operator, HttpMethod.Post, "/api/desk/views", new JsonObject { ["name"] = name, ["query"] = "kind=x" })).ExpectProblem(400, "QueryWrong");
        (await SendAsync(association.Operator, HttpMethod.Delete, $"/api/desk/views/{saved["id"]}", null)).Expect(204);
        (await SendAsync(association.Operator, HttpMethod.Delete, $"/api/desk/views/{saved["id"]}", null)).ExpectProblem(404, "NotFound");
    }

    private static Task<Answer> SendAsync(Visitor visitor, HttpMethod method, string path, JsonObject? body)
    {
        var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = new StringContent(body.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        return visitor.SendAsync(request);
    }

    private async Task<string> IdAsync(string name) =>
        (string)(await association.Administrator.GetAsync("/api/desk/views")).Expect(200).Json["items"]!.AsArray().Single(view => (string?)view!["name"] == name)!["id"]!;

    private static async Task<List<string>> NamesAsync(Visitor reader) =>
        [.. (await reader.GetAsync("/api/desk/views")).Expect(200).Json["items"]!.AsArray().Select(view => (string)view!["name"]!)];

    private async Task<List<string>> FoundAsync(string query) => [.. (await JsonAsync(query))["items"]!.AsArray().Select(row => (string)row!["id"]!)];

    private async Task<JsonNode> JsonAsync(string query) => (await association.Administrator.GetAsync($"/api/desk/mous?{query}")).Expect(200).Json;
}
