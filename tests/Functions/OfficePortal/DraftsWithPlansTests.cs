using System.Text.Json.Nodes;
using LocalDiplomacy.Functions.Tests.Running;

namespace LocalDiplomacy.Functions.Tests.OfficePortal;

/// <summary>What a draft says of money and of its signing, and what screening makes of it.</summary>
[Collection(RunningCollection.Name)]
public sealed class DraftsWithPlansTests(Association association)
{
    private ApiCaller Office => association.Office;

    [Theory]
    [InlineData(60_000_000, "KRW", 200)]
    [InlineData(40_000_000, "KRW", 422)]
    [InlineData(60_000_000, "USD", 422)]
    public async Task A_sum_is_promised_within_the_budget_alone(int amount, string currency, int code)
    {
        var draft = Drafts.Good(purpose: $"Each side pays 50,000,000 won a year. ({ApiCaller.NewKey()})");
        draft["budget"] = new JsonObject { ["amount"] = amount, ["currency"] = currency };
        var mou = (await Office.PostAsync("/api/mous", draft)).Expect(201).Json;

        Assert.Equal((amount, currency), ((int)mou["budget"]!["amount"]!, (string?)mou["budget"]!["currency"]));
        (await Office.PostAsync($"/api/mous/{mou["id"]}/submit", new JsonObject { ["textHash"] = (string)mou["textHash"]! })).Expect(code);
    }

    [Fact]
    public async Task A_planned_signing_is_screened_before_anybody_signs()
    {
        var draft = Drafts.Good(purpose: ApiCaller.NewKey());
        draft["signing"] = new JsonObject
        {
            ["on"] = "2026-12-25",
            ["localGovernment"] = new JsonObject { ["name"] = "Lee Cheol-woo", ["office"] = "Governor" },
            ["counterparty"] = new JsonObject { ["name"] = "Eugène Mba" },
        };
        var mou = (await Office.PostAsync("/api/mous", draft)).Expect(201).Json;

        var rules = (await Office.GetAsync($"/api/mous/{mou["id"]}/screening")).Expect(200).Json["items"]!.AsArray().Select(item => (string?)item!["rule"]).ToList();
        Assert.Contains("SigningOnHoliday", rules);
        Assert.Contains("SignerWithoutOffice", rules);
        (await Office.PostAsync($"/api/mous/{mou["id"]}/submit", new JsonObject { ["textHash"] = (string)mou["textHash"]! })).ExpectProblem(422, "ScreeningErrors");
    }

    [Fact]
    public async Task What_is_wrong_is_named_by_field()
    {
        var draft = Drafts.Good();
        draft["budget"] = new JsonObject { ["amount"] = -5, ["currency"] = "XXX" };
        draft["signing"] = new JsonObject { ["on"] = "soon", ["counterparty"] = new JsonObject { ["office"] = "Mayor" } };
        var errors = (await Office.PostAsync("/api/mous", draft)).Expect(400).Json["errors"]!.AsObject().Select(error => error.Key).Order();

        Assert.Equal(["budget.amount", "budget.currency", "signing.counterparty.name", "signing.on"], errors);
    }

    [Fact]
    public async Task On_the_page_a_sum_may_be_typed_as_people_write_it_and_nothing_typed_is_lost()
    {
        var form = Drafts.Form();
        form["budget.amount"] = "60,000,000";
        form["budget.currency"] = "KRW";
        form["signing.on"] = "2026-12-24";
        var made = (await association.Officer.PostAsync("/office/mous/new", Drafts.Sent(form, ("action", "save"), ("key", ApiCaller.NewKey())))).Expect(303);
        var edit = (await association.Officer.GetAsync($"{made.Location!.Split('?')[0]}/text")).ExpectPage(200);
        Assert.Equal(("60000000", "2026-12-24"), (edit.Value("budget.amount"), edit.Value("signing.on")));

        form["budget.amount"] = "a lot";
        (await association.Officer.PostAsync("/office/mous/new", Drafts.Sent(form, ("action", "save"), ("key", ApiCaller.NewKey())))).ExpectPage(400);
    }

    [Fact]
    public async Task Past_deadlines_are_listed_with_how_they_ended()
    {
        var (mou, token) = await association.SubmittedAsync();
        (await association.DecideAsync(token, "accept", (string)mou["textHash"]!)).Expect(200);

        var past = Assert.Single((await Office.GetAsync($"/api/mous/{mou["id"]}/deadlines")).Expect(200).Json["past"]!.AsArray())!;
        Assert.Equal(("review", "met", "GA", 1, 0), ((string?)past["matter"], (string?)past["end"], (string?)past["mission"], (int)past["round"]!, (int)past["extensions"]!));
        Assert.Contains("Deadlines that have ended", (await association.Officer.GetAsync($"/office/mous/{mou["id"]}/deadlines")).ExpectPage(200).Body, StringComparison.Ordinal);
    }
}
