using System.Text.Json.Nodes;
using LocalDiplomacy.Functions.Tests.Running;
using Xunit;

namespace LocalDiplomacy.Functions.Tests.OfficePortal;

/// <summary>What an office does with a case beside drafting: each action done, repeated, refused and with a wrong field.</summary>
[Collection(RunningCollection.Name)]
public sealed class CaseActionsTests(Association association)
{
    private ApiCaller Office => association.Office;

    [Fact]
    public async Task An_MOU_is_signed_on_paper_and_lives_on()
    {
        var mou = await association.AgreedAsync();
        var (id, hash) = ((string)mou["id"]!, (string)mou["textHash"]!);
        var today = TimeProvider.System.GetUtcNow().AddHours(9).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var ceremony = new JsonObject
        {
            ["textHash"] = hash,
            ["place"] = "Andong",
            ["on"] = today,
            ["witnesses"] = new JsonArray("Marie Obame, Ambassador"),
            ["localGovernment"] = new JsonObject { ["name"] = "Lee Chul-ho", ["office"] = "Governor" },
            ["counterparty"] = new JsonObject { ["name"] = "Eugène Mba", ["office"] = "Maire" },
        };
        await DoAsync(id, "set-ceremony", ceremony);
        Assert.Contains("record-signatures", await NamesAsync(id));
        Assert.Equal("in-effect", await DoAsync(id, "record-signatures", new JsonObject { ["textHash"] = hash, ["signedOn"] = today }));
        Assert.Equal("suspended", await DoAsync(id, "suspend", new JsonObject { ["reason"] = "A flood." }));
        (await PostAsync(id, "give-notice", new JsonObject { ["by"] = "Counterparty", ["endsOn"] = "2020-01-01", ["reason"] = "x" })).ExpectProblem(409, "DayIsPast");
        Assert.Equal("in-effect", await DoAsync(id, "resume", new JsonObject { ["reason"] = "It is over." }));
        (await PostAsync(id, "renew", new JsonObject { ["until"] = "2030-01-01", ["reference"] = "a" })).ExpectProblem(409, "HasNoEnd");
        (await PostAsync(id, "refuse-renewal", new JsonObject { ["by"] = "Counterparty", ["notifiedOn"] = today })).ExpectProblem(409, "NotRenewedByItself");
        Assert.Equal("notice-given", await DoAsync(id, "give-notice", new JsonObject { ["by"] = "Counterparty", ["endsOn"] = "2099-01-01", ["reason"] = "New priorities." }));
        (await PostAsync(id, "suspend", new JsonObject { ["reason"] = "Late." })).ExpectProblem(409, "NoticeIsGiven");
        Assert.Equal("terminated", await DoAsync(id, "terminate", new JsonObject { ["reason"] = "By letter of both." }));
        Assert.Equal(["release-text", "correct"], await NamesAsync(id));
        (await association.Officer.GetAsync($"/office/mous/{id}")).ExpectPage(200);
    }

    [Fact]
    public async Task Another_of_the_office_takes_its_place()
    {
        var (mou, _, _, _) = await association.SigningAsync();
        var id = (string)mou["id"]!;
        (await PostAsync(id, "supersede", new JsonObject { ["other"] = "nobodyknows" })).ExpectProblem(400, "Unknown");
        var other = (string)(await association.DraftAsync())["id"]!;
        (await PostAsync(id, "supersede", new JsonObject { ["other"] = other })).ExpectProblem(409, "NotInEffect");
    }

    [Fact]
    public async Task Time_at_the_embassy_is_extended_and_counted_from_arrival()
    {
        var (mou, _) = await association.SubmittedAsync();
        var id = (string)mou["id"]!;
        await DoAsync(id, "extend-deadline", new JsonObject { ["matter"] = "Review", ["days"] = 14, ["reason"] = "A holiday in Libreville." });
        (await PostAsync(id, "extend-deadline", new JsonObject { ["matter"] = "Approval", ["days"] = 14, ["reason"] = "x" })).ExpectProblem(409, "NoDeadlineRuns");
        (await PostAsync(id, "extend-deadline", new JsonObject { ["matter"] = "Nonsense", ["days"] = 14, ["reason"] = "x" })).ExpectProblem(400, "Unknown");
        (await PostAsync(id, "extend-deadline", new JsonObject { ["matter"] = "Review", ["days"] = 900, ["reason"] = "x" })).ExpectProblem(409, "DaysOutOfRange");
        (await PostAsync(id, "record-arrival", new JsonObject { ["at"] = "2999-01-01T00:00:00Z" })).ExpectProblem(409, "DayIsAhead");
        await DoAsync(id, "record-arrival", new JsonObject { ["at"] = TimeProvider.System.GetUtcNow().AddSeconds(-1).ToString("O") });
        (await PostAsync(id, "record-outage", new JsonObject { ["holder"] = "Reviewer", ["from"] = "2026-01-02T09:00", ["repairedAt"] = "2026-01-01T09:00", ["reason"] = "x" }))
            .ExpectProblem(409, "EndsBeforeItBegins");
        (await PostAsync(id, "resend", [])).ExpectProblem(409, "NobodyAskedForIt");
        (await PostAsync(id, "reopen", new JsonObject { ["reason"] = "A slip." })).ExpectProblem(409, "TextIsUnderReview");
        await DoAsync(id, "send-link", new JsonObject { ["holder"] = "Reviewer" });
        (await PostAsync(id, "send-link", new JsonObject { ["holder"] = "Reviewer" })).ExpectProblem(409, "LinkSentJustNow");
        await DoAsync(id, "correct", new JsonObject { ["eventNumber"] = 1, ["words"] = "The title has a slip." });
        (await PostAsync(id, "correct", new JsonObject { ["eventNumber"] = 999, ["words"] = "x" })).ExpectProblem(409, "NoSuchEvent");
    }

    [Fact]
    public async Task An_agreed_text_is_taken_back_on_a_page()
    {
        var path = $"/office/mous/{(await association.AgreedAsync())["id"]}";
        var form = (await association.Officer.GetAsync(path + "/actions/reopen")).ExpectPage(200);
        var key = form.Hidden("/actions/reopen", "key");
        (await association.Officer.PostAsync(path + "/actions/reopen", ("reason", " "), ("key", key))).ExpectPage(400);
        var done = (await association.Officer.PostAsync(path + "/actions/reopen", ("reason", "Clause 1 has a slip."), ("key", key))).Expect(303);
        var again = (await association.Officer.PostAsync(path + "/actions/reopen", ("reason", "Clause 1 has a slip."), ("key", key))).Expect(303);
        Assert.Equal(done.Location, again.Location);
        Assert.Contains("took", (await association.Officer.GetAsync(done.Location!)).ExpectPage(200).Body, StringComparison.Ordinal);
        (await association.Officer.PostAsync(path + "/actions/resend", ("key", ApiCaller.NewKey()))).ExpectPage(409);
    }

    [Fact]
    public async Task What_is_no_action_or_no_field_is_named()
    {
        var id = (string)(await association.DraftAsync())["id"]!;
        (await PostAsync(id, "fly", [])).ExpectProblem(404, "NotFound");
        (await PostAsync(id, "suspend", new JsonObject { ["reason"] = "x", ["session"] = "y" })).ExpectProblem(400, "Unknown");
        (await PostAsync(id, "suspend", [])).ExpectProblem(400, "Missing");
        (await PostAsync(id, "approve", new JsonObject { ["textHash"] = new string('a', 64) })).ExpectProblem(409, "NotYours");
        (await association.OtherOffice.PostAsync($"/api/mous/{id}/actions/suspend", new JsonObject { ["reason"] = "x" })).ExpectProblem(403, "OfAnotherOffice");
        (await association.Officer.GetAsync($"/office/mous/{id}/actions/fly")).ExpectPage(404);
    }

    private Task<Answer> PostAsync(string id, string action, JsonObject fields) => Office.PostAsync($"/api/mous/{id}/actions/{action}", fields);

    /// <summary>Does it, and again under the same key: the same answer.</summary>
    private async Task<string> DoAsync(string id, string action, JsonObject fields)
    {
        var key = ApiCaller.NewKey();
        var done = (await Office.PostAsync($"/api/mous/{id}/actions/{action}", fields, key)).Expect(200).Json;
        var again = (await Office.PostAsync($"/api/mous/{id}/actions/{action}", fields.DeepClone(), key)).Expect(200).Json;
        Assert.Equal((int)done["version"]!, (int)again["version"]!);
        return (string)done["stage"]!["name"]!;
    }

    private async Task<IEnumerable<string>> NamesAsync(string id) =>
        (await Office.GetAsync($"/api/mous/{id}/actions")).Expect(200).Json["items"]!.AsArray().Select(item => (string)item!["name"]!);
}
