using System.Text.Json.Nodes;
using LocalDiplomacy.Functions.Tests.Running;
using static LocalDiplomacy.Functions.Tests.Running.AssociationUnderAClock;

namespace LocalDiplomacy.Functions.Tests.Lives;

/// <summary>What an office does with an MOU that was signed, and what time does.</summary>
[Collection(ClockCollection.Name)]
public sealed class AfterTheSignatureTests(AssociationUnderAClock association)
{
    [Fact]
    public async Task A_signing_is_reported_before_it_takes_effect()
    {
        var mou = await association.SignedAsync(Draft("Friendship"));
        var id = (string)mou["id"]!;
        Assert.Equal(("signed", association.Today.AddDays(10) <= Day(mou["stage"]!["dueDay"])), ((string?)mou["stage"]!["name"], true));
        (await association.ActAsync(id, "record-notification", new JsonObject { ["on"] = Day(association.Today) })).ExpectProblem(400, "Missing");
        (await association.ActAsync(id, "record-notification", new JsonObject { ["reference"] = "118", ["on"] = Day(association.Today.AddDays(1)) })).ExpectProblem(409, "DayIsAhead");
        (await association.ActAsync(id, "suspend", new JsonObject { ["reason"] = "x" })).ExpectProblem(409, "NotInEffect");
        var report = new JsonObject { ["reference"] = "118", ["on"] = Day(association.Today) };
        (await association.ActAsync(id, "record-notification", report)).ExpectProblem(409, "ScansMissing");
        (await association.KeepScanAsync(id, "counterparty")).Expect(200);
        (await association.ActAsync(id, "record-notification", report)).ExpectProblem(409, "ScanOfOursMissing");
        var refused = (await ActOnPageAsync(association.Officer, id, "record-notification", ("reference", "118"), ("on", Day(association.Today)))).ExpectPage(409);
        Assert.Contains("The scan of the local government’s original is missing", refused.Body, StringComparison.Ordinal);
        (await association.KeepScanAsync(id, "local-government")).Expect(200);
        (await ActOnPageAsync(association.Officer, id, "record-notification", ("reference", ""), ("on", Day(association.Today)))).ExpectPage(400);
        (await ActOnPageAsync(association.Officer, id, "record-notification", ("reference", "118"), ("on", Day(association.Today)))).Expect(303);
        Assert.Equal("in-effect", (string?)(await association.ReadAsync(id))["stage"]!["name"]);
    }

    [Fact]
    public async Task It_is_renewed_by_agreement_and_expires_where_renewal_is_refused()
    {
        var mou = await association.SignedAsync(Draft("SubsidiaryInstrument", new JsonObject { ["months"] = 12, ["renewal"] = new JsonObject { ["months"] = 12, ["noticeMonths"] = 3 } }));
        var (id, end) = ((string)mou["id"]!, Day(mou["stage"]!["endsOn"]));
        (await association.ActAsync(id, "renew", new JsonObject { ["until"] = Day(end.AddDays(-1)), ["reference"] = "88" })).ExpectProblem(409, "RenewalNotLater");
        (await association.ActAsync(id, "renew", new JsonObject { ["until"] = Day(end.AddYears(1)) })).ExpectProblem(400, "Missing");
        (await ActOnPageAsync(association.Officer, id, "renew", ("until", Day(end.AddYears(1))), ("reference", "88"))).Expect(303);
        end = end.AddYears(1);
        Assert.Equal(end, Day((await association.ReadAsync(id))["stage"]!["endsOn"]));

        await association.SkipToAsync(end.AddMonths(-4));
        (await association.ActAsync(id, "refuse-renewal", new JsonObject { ["by"] = "Counterparty", ["notifiedOn"] = Day(association.Today.AddDays(1)) })).ExpectProblem(409, "DayIsAhead");
        (await association.ActAsync(id, "refuse-renewal", new JsonObject { ["by"] = "Nobody", ["notifiedOn"] = Day(association.Today) })).ExpectProblem(400, "Unknown");
        (await association.ActAsync(id, "refuse-renewal", new JsonObject { ["by"] = "Counterparty", ["notifiedOn"] = Day(association.Today) })).Expect(200);
        await association.SkipToAsync(end.AddDays(1));
        await association.BecomesAsync(id, "expired");
        (await association.ActAsync(id, "renew", new JsonObject { ["until"] = Day(end.AddYears(2)), ["reference"] = "89" })).ExpectProblem(409, "HasExpired");
    }

    [Fact]
    public async Task Nobody_but_its_office_suspends_it_and_notice_ends_it_on_its_day()
    {
        var id = (string)(await association.SignedAsync(Draft("SubsidiaryInstrument")))["id"]!;
        (await association.Council.PostAsync($"/office/mous/{id}/actions/suspend", ("reason", "x"), ("key", ApiCaller.NewKey()))).ExpectPage(409);
        (await ActOnPageAsync(association.Officer, id, "suspend", ("reason", " "))).ExpectPage(400);
        (await ActOnPageAsync(association.Officer, id, "suspend", ("reason", "A flood."))).Expect(303);
        Assert.Equal("A flood.", (string?)(await association.ReadAsync(id))["stage"]!["reason"]);
        Assert.Contains("A flood.", (await association.Officer.GetAsync($"/office/mous/{id}/history")).ExpectPage(200).Body, StringComparison.Ordinal);
        (await association.ActAsync(id, "renew", new JsonObject { ["until"] = "2099-01-01", ["reference"] = "x" })).ExpectProblem(409, "IsSuspended");
        (await ActOnPageAsync(association.Officer, id, "resume", ("reason", "It is over."))).Expect(303);

        var day = association.Today.AddMonths(6);
        (await ActOnPageAsync(association.Officer, id, "give-notice", ("by", "Counterparty"), ("endsOn", Day(day)), ("reason", "New priorities."))).Expect(303);
        var given = await association.ReadAsync(id);
        Assert.Equal(("notice-given", Day(day)), ((string?)given["stage"]!["name"], (string?)given["stage"]!["endsOn"]));
        await association.SkipToAsync(day);
        Assert.Equal("notice-given", (string?)(await association.ReadAsync(id))["stage"]!["name"]);
        await association.SkipToAsync(day.AddDays(1));
        await association.BecomesAsync(id, "terminated");
    }

    [Fact]
    public async Task Another_takes_its_place()
    {
        var (former, next) = ((string)(await association.SignedAsync(Draft("SubsidiaryInstrument")))["id"]!, (string)(await association.SignedAsync(Draft("SubsidiaryInstrument")))["id"]!);
        (await association.ActAsync(former, "supersede", new JsonObject { ["other"] = former })).ExpectProblem(409, "LinksToItself");
        (await ActOnPageAsync(association.Officer, former, "supersede", ("other", $"{association.Address}office/mous/{next}"))).Expect(303);
        var ended = await association.ReadAsync(former);
        Assert.Equal(("superseded", "Successor", next), ((string?)ended["stage"]!["name"], (string?)ended["links"]![0]!["kind"], (string?)ended["links"]![0]!["other"]));
        (await association.ActAsync(former, "suspend", new JsonObject { ["reason"] = "x" })).ExpectProblem(409, "WasSuperseded");
        Assert.Contains(next, (await association.Officer.GetAsync($"/office/mous/{former}")).ExpectPage(200).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_variation_changes_its_term_and_a_subsidiary_instrument_stands_beside_it()
    {
        var parent = await association.SignedAsync(Draft("SubsidiaryInstrument", new JsonObject { ["months"] = 12 }));
        var (id, end) = ((string)parent["id"]!, Day(parent["stage"]!["endsOn"]).AddYears(2));
        var form = (await association.Officer.GetAsync($"/office/mous/new?origin=Varied&of={id}")).ExpectPage(200);
        Assert.Equal((id, "Varied"), (form.Hidden("/office/mous/new", "of"), form.Hidden("/office/mous/new", "origin")));

        var variation = (string)(await association.SignedAsync(Draft("Variation", new JsonObject { ["endsOn"] = Day(end) }, Origin("Varied", id))))["id"]!;
        var subsidiary = (string)(await association.SignedAsync(Draft("SubsidiaryInstrument", new JsonObject { ["months"] = 6 }, Origin("Framework", id))))["id"]!;
        await Waiting.UntilAsync("the variation is taken up", async () => (await association.ReadAsync(id))["variations"]!.AsArray().Count == 1);

        var varied = await association.ReadAsync(id);
        Assert.Equal((Day(end), variation), ((string?)varied["stage"]!["endsOn"], (string?)varied["variations"]![0]!["by"]));
        Assert.Equal([("Variation", variation), ("Subsidiary", subsidiary)], varied["links"]!.AsArray().Select(link => ((string)link!["kind"]!, (string)link["other"]!)));
        Assert.Null((string?)(await association.ReadAsync(variation))["stage"]!["endsOn"]);
        Assert.Contains("A variation took effect", (await association.Officer.GetAsync($"/office/mous/{id}/history")).ExpectPage(200).Body, StringComparison.Ordinal);

        (await association.ActAsync(id, "terminate", new JsonObject { ["reason"] = "By letter of both." })).Expect(200);
        await association.BecomesAsync(variation, "terminated");
        Assert.Equal("in-effect", (string?)(await association.ReadAsync(subsidiary))["stage"]!["name"]);
        (await association.Office.PostAsync("/api/mous", Draft("Variation", origin: Origin("Varied", id)))).ExpectProblem(409, "WasTerminated");
    }

    private static JsonObject Origin(string kind, string mou) => new() { ["kind"] = kind, ["mou"] = mou };
}
