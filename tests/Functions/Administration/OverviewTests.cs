using LocalDiplomacy.Functions.Tests.Running;

namespace LocalDiplomacy.Functions.Tests.Administration;

/// <summary>Where all MOUs stand, and the list behind each number.</summary>
[Collection(RunningCollection.Name)]
public sealed class OverviewTests(Association association)
{
    [Fact]
    public async Task Each_number_leads_to_its_list()
    {
        var id = (string)(await association.SubmittedAsync()).Mou["id"]!;
        foreach (var list in new[] { "stage-under-review", "waiting-embassy" })
            await Waiting.UntilAsync($"{list} has the MOU", async () => (await AllAsync(list)).Contains(id));
        // Others' tests go on beside this one: the number is at least what this one made.
        var overview = (await association.Auditor.GetAsync("/api/desk/overview")).Expect(200).Json;
        Assert.All(new[] { "stage-under-review", "waiting-embassy" }, list =>
            Assert.True((int)overview["lists"]!.AsArray().Single(one => (string?)one!["list"] == list)!["count"]! > 0));

        var page = (await association.Operator.GetAsync("/desk")).ExpectPage(200);
        Assert.Equal(1, page.CountOf("a.numbers[href='/desk/lists/stage-under-review']"));
        (await association.Operator.GetAsync("/desk/lists/stage-under-review")).ExpectPage(200);
        (await association.Operator.GetAsync("/desk/mous")).ExpectPage(200);
    }

    [Fact]
    public async Task Its_numbers_come_alone_and_not_at_all_to_whoever_has_them()
    {
        var first = (await association.Auditor.GetAsync("/desk/overview")).Expect(200);
        Assert.Equal(1, first.CountOf("[data-part='numbers'] #attention"));
        Assert.DoesNotContain("<html", first.Body, StringComparison.Ordinal);
        Assert.Equal(1, (await association.Auditor.GetAsync("/desk")).ExpectPage(200).CountOf("[data-refresh='/desk/overview'] #attention"));

        // Other tests' MOUs move beside this one, so that it may have changed in between.
        await Waiting.UntilAsync("nothing changed between two answers", async () =>
        {
            var tag = (await association.Auditor.GetAsync("/desk/overview")).ETag!;
            var again = await WithTagAsync(tag);
            return again.Code == 304 && again.Body.Length == 0 && again.ETag == tag;
        });
        (await WithTagAsync("\"another\"")).Expect(200);
    }

    [Fact]
    public async Task A_case_leaves_the_list_that_it_left()
    {
        var id = (string)(await association.SubmittedAsync()).Mou["id"]!;
        await Waiting.UntilAsync("it waits on the embassy", async () => (await AllAsync("waiting-embassy")).Contains(id));

        (await association.Office.PostAsync($"/api/mous/{id}/withdraw", new System.Text.Json.Nodes.JsonObject { ["reason"] = "The visit is off." })).Expect(200);

        await Waiting.UntilAsync("it waits on nobody", async () => !(await AllAsync("waiting-embassy")).Contains(id) && (await AllAsync("stage-withdrawn")).Contains(id));
    }

    [Fact]
    public async Task It_is_for_the_association_and_knows_its_lists()
    {
        foreach (var path in new[] { "/api/desk/overview", "/api/desk/lists/overdue" })
        {
            (await association.Nobody.GetAsync(path)).ExpectProblem(401, "SignInNeeded");
            (await association.Office.GetAsync(path)).ExpectProblem(403, "NotForYou");
        }

        (await association.Officer.GetAsync("/desk/lists/overdue")).ExpectPage(403);
        (await association.Officer.GetAsync("/desk/overview")).ExpectPage(403);
        (await association.Administrator.GetAsync("/desk/lists/nonsense")).ExpectPage(404);
        (await association.Administrator.GetAsync("/api/desk/lists/counted-1")).ExpectProblem(404, "NotFound");
        (await association.Administrator.GetAsync("/api/desk/lists/overdue?cursor=x")).ExpectProblem(400, "QueryWrong");
    }

    private Task<Answer> WithTagAsync(string tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/desk/overview");
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return association.Auditor.SendAsync(request);
    }

    private async Task<List<string>> AllAsync(string list)
    {
        var ids = new List<string>();
        for (var path = $"/api/desk/lists/{list}?limit=100"; path is not null;)
        {
            var page = (await association.Administrator.GetAsync(path)).Expect(200).Json;
            ids.AddRange(page["items"]!.AsArray().Select(row => (string)row!["id"]!));
            path = (string?)page["next"] is { } next ? $"/api/desk/lists/{list}?limit=100&cursor={next}" : null;
        }

        return ids;
    }
}
