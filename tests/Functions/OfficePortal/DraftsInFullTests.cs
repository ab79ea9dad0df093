using System.Text.Json.Nodes;
using LocalDiplomacy.Functions.Tests.Running;
using Xunit;

namespace LocalDiplomacy.Functions.Tests.OfficePortal;

/// <summary>Drafts with a term and further embassies, from templates and from MOUs that are there, and what screening makes of them.</summary>
[Collection(RunningCollection.Name)]
public sealed class DraftsInFullTests(Association association)
{
    private ApiCaller Office => association.Office;

    [Fact]
    public async Task A_term_and_further_embassies_are_kept_and_wrong_ones_named()
    {
        var draft = Drafts.Good(purpose: ApiCaller.NewKey());
        draft["missionRole"] = "Witness";
        draft["otherMissions"] = new JsonArray(new JsonObject { ["mission"] = "DO", ["role"] = "Signatory" });
        draft["term"] = new JsonObject { ["months"] = 36, ["renewal"] = new JsonObject { ["months"] = 12, ["noticeMonths"] = 3 } };
        var mou = (await Office.PostAsync("/api/mous", draft)).Expect(201).Json;
        Assert.Equal(("Witness", "DO", 36, 3), ((string?)mou["missionRole"], (string?)mou["otherMissions"]![0]!["mission"], (int)mou["term"]!["months"]!, (int)mou["term"]!["renewal"]!["noticeMonths"]!));
        var sent = (await Office.PostAsync($"/api/mous/{mou["id"]}/submit", new JsonObject { ["textHash"] = (string)mou["textHash"]! })).Expect(200).Json;
        Assert.Equal("under-review", (string?)sent["stage"]!["name"]);
        var page = (await association.Officer.GetAsync($"/office/mous/{mou["id"]}")).ExpectPage(200);
        Assert.Contains("Embassy of the Dominican Republic", page.Body, StringComparison.Ordinal);

        draft["otherMissions"] = new JsonArray(new JsonObject { ["mission"] = "GA" }, new JsonObject { ["mission"] = "XX" });
        draft["term"] = new JsonObject { ["from"] = "2027-01-01", ["endsOn"] = "2026-01-01", ["months"] = 0 };
        var errors = (await Office.PostAsync("/api/mous", draft)).Expect(400).Json["errors"]!.AsObject().Select(error => error.Key).Order();
        Assert.Equal(["otherMissions[0].mission", "otherMissions[1].mission", "term.endsOn", "term.months"], errors);
    }

    [Fact]
    public async Task An_error_of_screening_stops_a_submission_on_the_page_and_in_JSON()
    {
        var draft = await association.DraftAsync("Each side pays 50,000,000 won a year.");
        var (id, hash) = ((string)draft["id"]!, (string)draft["textHash"]!);
        var problem = (await Office.PostAsync($"/api/mous/{id}/submit", new JsonObject { ["textHash"] = hash })).ExpectProblem(422, "ScreeningErrors");
        Assert.Contains(problem["current"]!["items"]!.AsArray(), item => (string?)item!["rule"] == "SpendingBeyondBudget" && (int?)item["clause"] == 1);
        (await association.Officer.PostAsync($"/office/mous/{id}/submit", ("text", hash), ("key", ApiCaller.NewKey()))).ExpectPage(422);
        var page = (await association.Officer.GetAsync($"/office/mous/{id}")).ExpectPage(200);
        Assert.False(page.HasForm("/submit"));
        Assert.Contains("/text#f-clauses-0", page.Body, StringComparison.Ordinal);
        Assert.Equal("draft", (string?)(await Office.GetAsync($"/api/mous/{id}")).Json["stage"]!["name"]);
    }

    [Fact]
    public async Task A_warning_stops_nothing_and_is_accepted_with_a_reason()
    {
        var draft = await association.DraftAsync();
        var found = (await Office.GetAsync($"/api/mous/{draft["id"]}/screening")).Expect(200).Json["items"]!.AsArray();
        Assert.NotEmpty(found);
        Assert.All(found, item => Assert.Equal("Warning", (string?)item!["gravity"]));
        (await Office.PostAsync($"/api/mous/{draft["id"]}/submit",
            new JsonObject { ["textHash"] = (string)draft["textHash"]!, ["warningsBecause"] = "The annex has it." })).Expect(200);
    }

    [Fact]
    public async Task An_ended_matter_is_taken_up_again()
    {
        var ended = await association.DraftAsync();
        var origin = new JsonObject { ["kind"] = "Predecessor", ["mou"] = (string)ended["id"]! };
        var draft = Drafts.Good(purpose: ApiCaller.NewKey());
        draft["origin"] = origin;
        (await Office.PostAsync("/api/mous", draft)).ExpectProblem(400, "CannotChange");
        (await Office.PostAsync($"/api/mous/{ended["id"]}/withdraw", new JsonObject { ["reason"] = "No budget." })).Expect(200);
        var begun = (await Office.PostAsync("/api/mous", draft)).Expect(201).Json;
        Assert.Equal((string?)ended["id"], (string?)begun["links"]![0]!["other"]);
        var form = (await association.Officer.GetAsync($"/office/mous/new?origin=Predecessor&of={ended["id"]}")).ExpectPage(200);
        Assert.Contains("Memorandum on friendship", form.Body, StringComparison.Ordinal);
        Assert.Equal((string?)ended["id"], form.Hidden("/office/mous/new", "of"));
    }

    [Fact]
    public async Task A_variation_of_what_is_not_in_effect_is_refused_and_makes_nothing()
    {
        var other = await association.DraftAsync();
        var draft = Drafts.Good(purpose: ApiCaller.NewKey());
        draft["origin"] = new JsonObject { ["kind"] = "Varied", ["mou"] = (string)other["id"]! };
        (await Office.PostAsync("/api/mous", draft)).ExpectProblem(409, "NotInEffect");
        draft["origin"] = new JsonObject { ["kind"] = "Cousin", ["mou"] = (string)other["id"]! };
        (await Office.PostAsync("/api/mous", draft)).ExpectProblem(400, "Unknown");
    }

    [Fact]
    public async Task A_template_fills_the_clauses_once_its_kind_is_chosen()
    {
        var form = Drafts.Form();
        var filled = (await association.Officer.PostAsync("/office/mous/new", Drafts.Sent(form, ("action", "template"), ("key", "k")))).ExpectPage(200);
        Assert.Contains("City of Libreville", filled.Body, StringComparison.Ordinal);
        Assert.Contains("clause[3].body.en", filled.Body, StringComparison.Ordinal);
        Assert.Contains("Memorandum on friendship", filled.Body, StringComparison.Ordinal);
        form.Remove("kind");
        (await association.Officer.PostAsync("/office/mous/new", Drafts.Sent(form, ("action", "template"), ("key", "k")))).ExpectPage(400);
    }
}
