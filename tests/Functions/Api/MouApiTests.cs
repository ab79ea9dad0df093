using System.Text.Json.Nodes;
using LocalDiplomacy.Functions.Tests.Running;

namespace LocalDiplomacy.Functions.Tests.Api;

[Collection(RunningCollection.Name)]
public sealed class MouApiTests(Association association)
{
    [Fact]
    public async Task A_draft_is_created_with_its_address_and_version()
    {
        var answer = await association.Office.PostAsync("/api/mous", Drafts.Good());

        answer.Expect(201);
        Assert.Equal($"/api/mous/{answer.Json["id"]}", answer.Location);
        Assert.Equal("\"1\"", answer.ETag);
        Assert.Equal("draft", (string?)answer.Json["stage"]!["name"]);
        Assert.Equal("47", (string?)answer.Json["office"]!["id"]);
        Assert.Equal("Purpose", (string?)answer.Json["clauses"]![0]!["heading"]!["en"]);
    }

    [Fact]
    public async Task The_same_key_creates_one_draft_only()
    {
        var key = ApiCaller.NewKey();
        var first = (await association.Office.PostAsync("/api/mous", Drafts.Good(), key)).Expect(201);
        var again = (await association.Office.PostAsync("/api/mous", Drafts.Good(), key)).Expect(201);

        Assert.Equal((string?)first.Json["id"], (string?)again.Json["id"]);
        Assert.Equal(first.ETag, again.ETag);
    }

    [Fact]
    public async Task The_same_key_for_other_content_is_refused()
    {
        var key = ApiCaller.NewKey();
        (await association.Office.PostAsync("/api/mous", Drafts.Good(), key)).Expect(201);

        (await association.Office.PostAsync("/api/mous", Drafts.Good(purpose: "Something else."), key)).ExpectProblem(422, "IdempotencyKeyReused");
    }

    [Fact]
    public async Task Two_offices_may_use_the_same_key()
    {
        var key = ApiCaller.NewKey();
        var ours = (await association.Office.PostAsync("/api/mous", Drafts.Good(), key)).Expect(201);
        var theirs = (await association.OtherOffice.PostAsync("/api/mous", Drafts.Good(), key)).Expect(201);

        Assert.NotEqual((string?)ours.Json["id"], (string?)theirs.Json["id"]);
    }

    [Fact]
    public async Task A_draft_is_replaced_by_whoever_read_its_present_version()
    {
        var mou = await association.DraftAsync();
        var path = $"/api/mous/{mou["id"]}/draft";
        var changed = (await association.Office.PutAsync(path, Drafts.Good(purpose: "Changed."), "\"1\"")).Expect(200);

        Assert.Equal("\"2\"", changed.ETag);
        Assert.Equal("Changed.", (string?)changed.Json["clauses"]![0]!["body"]!["en"]);
        Assert.NotEqual((string?)mou["textHash"], (string?)changed.Json["textHash"]);
    }

    [Fact]
    public async Task A_replacement_that_is_sent_again_is_answered_again()
    {
        var path = $"/api/mous/{(await association.DraftAsync())["id"]}/draft";
        (await association.Office.PutAsync(path, Drafts.Good(purpose: "Changed."), "\"1\"")).Expect(200);

        Assert.Equal("\"2\"", (await association.Office.PutAsync(path, Drafts.Good(purpose: "Changed."), "\"1\"")).Expect(200).ETag);
    }

    [Fact]
    public async Task A_stale_version_is_told_what_is_there_now()
    {
        var path = $"/api/mous/{(await association.DraftAsync())["id"]}/draft";
        (await association.Office.PutAsync(path, Drafts.Good(purpose: "First."), "\"1\"")).Expect(200);

        var problem = (await association.Office.PutAsync(path, Drafts.Good(purpose: "Second."), "\"1\"")).ExpectProblem(412, "Stale");

        Assert.Equal(2, (int)problem["current"]!["version"]!);
        Assert.Equal("First.", (string?)problem["current"]!["clauses"]![0]!["body"]!["en"]);
    }

    [Fact]
    public async Task Without_If_Match_nothing_is_replaced()
    {
        var mou = await association.DraftAsync();
        (await association.Office.PutAsync($"/api/mous/{mou["id"]}/draft", Drafts.Good(purpose: "Blind."), null)).ExpectProblem(428, "IfMatchMissing");
        (await association.Office.PutAsync($"/api/mous/{mou["id"]}/draft", Drafts.Good(purpose: "Blind."), "seven")).ExpectProblem(400, "IfMatchUnreadable");
        (await association.Office.PutAsync($"/api/mous/{mou["id"]}/draft", Drafts.Good(purpose: "Blind."), "W/\"1\"")).ExpectProblem(412, "Stale");

        Assert.Equal("\"1\"", (await association.Office.GetAsync($"/api/mous/{mou["id"]}")).ETag);
    }

    [Fact]
    public async Task Who_has_the_version_gets_304()
    {
        var mou = await association.DraftAsync();
        var answer = await association.Office.GetAsync($"/api/mous/{mou["id"]}", ("If-None-Match", "\"1\""));

        answer.Expect(304);
        Assert.Equal("", answer.Body);
        Assert.Equal("\"1\"", answer.ETag);
    }

    [Fact]
    public async Task HEAD_answers_as_GET_without_the_content()
    {
        var mou = await association.DraftAsync();
        var head = await association.Office.HeadAsync($"/api/mous/{mou["id"]}");

        head.Expect(200);
        Assert.Equal("", head.Body);
        Assert.Equal("\"1\"", head.ETag);
    }

    [Fact]
    public async Task A_list_is_read_page_by_page_to_its_end()
    {
        var ids = new List<string>();
        foreach (var _ in Enumerable.Range(0, 3))
            ids.Add((string)(await association.OtherOffice.PostAsync("/api/mous", Drafts.Good())).Expect(201).Json["id"]!);

        var seen = new List<string>();
        for (var path = "/api/mous?limit=2"; path is not null;)
        {
            var page = (await association.OtherOffice.GetAsync(path)).Expect(200);
            var items = page.Json["items"]!.AsArray();
            Assert.InRange(items.Count, 0, 2);
            Assert.All(items, i => Assert.Equal("47-안동시", (string?)i!["office"]));
            seen.AddRange(items.Select(i => (string)i!["id"]!));
            var link = page.Header("Link");
            Assert.Equal(page.Json["next"] is null, link is null);
            path = link?[1..link.IndexOf('>', StringComparison.Ordinal)];
        }

        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Subset(seen.ToHashSet(), ids.ToHashSet());
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=101")]
    [InlineData("limit=many")]
    [InlineData("cursor=nonsense")]
    public async Task A_wrong_page_is_refused(string query) =>
        (await association.Office.GetAsync("/api/mous?" + query)).ExpectProblem(400, "QueryWrong");

    [Fact]
    public async Task The_history_and_the_rounds_text_are_read()
    {
        var (mou, _) = await association.SubmittedAsync();
        var history = (await association.Office.GetAsync($"/api/mous/{mou["id"]}/history")).Expect(200).Json["items"]!.AsArray();
        var text = (await association.Office.GetAsync($"/api/mous/{mou["id"]}/rounds/1/text")).Expect(200).Json;

        Assert.Equal(["mou.draft-created.v1", "mou.draft-submitted.v1"], history.Select(e => (string)e!["type"]!));
        Assert.Equal("api-client", (string?)history[0]!["by"]!["kind"]);
        Assert.Equal((string?)mou["textHash"], (string?)text["text"]!["hash"]);
        (await association.Office.GetAsync($"/api/mous/{mou["id"]}/rounds/2/text")).ExpectProblem(404, "NotFound");
    }

    [Fact]
    public async Task What_the_rules_refuse_is_409_with_the_reason_and_the_state()
    {
        var (mou, _) = await association.SubmittedAsync();
        var problem = (await association.Office.PutAsync($"/api/mous/{mou["id"]}/draft", Drafts.Good(purpose: "Too late."), "\"2\"")).ExpectProblem(409, "TextIsUnderReview");

        Assert.Equal("under-review", (string?)problem["current"]!["stage"]!["name"]);
    }

    [Fact]
    public async Task A_text_that_changed_meanwhile_is_not_submitted()
    {
        var mou = await association.DraftAsync();
        (await association.Office.PutAsync($"/api/mous/{mou["id"]}/draft", Drafts.Good(purpose: "Newer."), "\"1\"")).Expect(200);

        (await association.Office.PostAsync($"/api/mous/{mou["id"]}/submit", new JsonObject { ["textHash"] = (string?)mou["textHash"] })).ExpectProblem(409, "TextChanged");
    }

    [Fact]
    public async Task An_MOU_is_withdrawn_with_a_reason()
    {
        var mou = await association.DraftAsync();
        var path = $"/api/mous/{mou["id"]}/withdraw";
        var problem = (await association.Office.PostAsync(path, new JsonObject())).ExpectProblem(400, "Missing");
        var done = (await association.Office.PostAsync(path, new JsonObject { ["reason"] = "No budget." })).Expect(200);

        Assert.NotNull(problem["errors"]!["reason"]);
        Assert.Equal("withdrawn", (string?)done.Json["stage"]!["name"]);
        Assert.Equal("No budget.", (string?)done.Json["stage"]!["reason"]);
    }

    [Fact]
    public async Task A_mission_without_an_address_cannot_be_asked()
    {
        var missions = (await association.Nobody.GetAsync("/api/reference/missions")).Expect(200).Json["items"]!.AsArray();
        var silent = (string)missions.First(m => !(bool)m!["takesReviews"]!)!["id"]!;
        var mou = (await association.Office.PostAsync("/api/mous", Drafts.Good(silent))).Expect(201).Json;

        (await association.Office.PostAsync($"/api/mous/{mou["id"]}/submit", new JsonObject { ["textHash"] = (string?)mou["textHash"] })).ExpectProblem(422, "MissionWithoutAddress");
    }

    [Fact]
    public async Task Signers_are_asked_only_for_the_agreed_text()
    {
        var draft = await association.DraftAsync();
        (await association.Office.PostAsync($"/api/mous/{draft["id"]}/signing", Drafts.Signing((string)draft["textHash"]!, "early"))).ExpectProblem(409, "NotAgreed");

        var agreed = await association.AgreedAsync();
        var form = Drafts.Signing((string)agreed["textHash"]!, "x");
        form["counterparty"]!["address"] = "nowhere";
        form.Remove("agreementStatement");
        var errors = (await association.Office.PostAsync($"/api/mous/{agreed["id"]}/signing", form)).ExpectProblem(400, "FieldsWrong")["errors"]!;
        Assert.NotNull(errors["counterparty.address"]);
        Assert.NotNull(errors["agreementStatement"]);
    }
}
