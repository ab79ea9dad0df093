using System.Text.Json.Nodes;
using LocalDiplomacy.Functions.Tests.Running;
using static LocalDiplomacy.Functions.Tests.Running.AssociationUnderAClock;

namespace LocalDiplomacy.Functions.Tests.Lives;

/// <summary>The council passed over, a document sent again, a reader whose system was down.</summary>
[Collection(ClockCollection.Name)]
public sealed class BeforeTheSignatureTests(AssociationUnderAClock association)
{
    [Fact]
    public async Task The_council_is_passed_over_with_its_legal_basis_by_its_clerk_alone()
    {
        var mou = await association.SubmitAsync(Draft("Sisterhood"));
        var (id, hash) = ((string)mou["id"]!, (string)mou["textHash"]!);
        Assert.Equal("council-decision", (string?)mou["stage"]!["name"]);
        (await association.ActAsync(id, "skip-council", new JsonObject { ["textHash"] = hash, ["legalBasis"] = "x" })).ExpectProblem(409, "NotYours");
        (await association.Officer.PostAsync($"/office/mous/{id}/actions/skip-council", ("textHash", hash), ("legalBasis", "x"), ("key", ApiCaller.NewKey()))).ExpectPage(409);
        (await ActOnPageAsync(association.Council, id, "skip-council", ("legalBasis", " "))).ExpectPage(400);
        (await ActOnPageAsync(association.Council, id, "skip-council", ("legalBasis", "Ordinance no. 12, art. 3"))).Expect(303);
        Assert.Equal("under-review", (string?)(await association.ReadAsync(id))["stage"]!["name"]);
        Assert.Contains("Ordinance no. 12, art. 3", (await association.Officer.GetAsync($"/office/mous/{id}")).ExpectPage(200).Body, StringComparison.Ordinal);
        (await association.Council.PostAsync($"/office/mous/{id}/actions/skip-council", ("textHash", hash), ("legalBasis", "Another"), ("key", ApiCaller.NewKey()))).ExpectPage(409);
    }

    [Fact]
    public async Task What_could_not_be_read_is_sent_again_and_the_time_begins_anew()
    {
        var mou = await association.SubmitAsync(Draft("Variation"));
        var (id, hash) = ((string)mou["id"]!, (string)mou["textHash"]!);
        var token = await association.ReviewTokenAsync(hash);
        await association.SkipToAsync(association.Today.AddDays(7));
        (await association.ActAsync(id, "resend", [])).ExpectProblem(409, "NobodyAskedForIt");
        (await association.Nobody.PostAsync($"/api/links/{token}/step", new JsonObject
        {
            ["choice"] = "ask-for-resend",
            ["name"] = "Jean Moussavou",
            ["unreadable"] = "Page 2 is black.",
            ["code"] = await association.CodeAsync(token, Association.EmbassyAddress),
        })).Expect(200);
        (await association.ActAsync(id, "resend", new JsonObject { ["mission"] = "DO" })).ExpectProblem(409, "EmbassyNotAsked");
        (await ActOnPageAsync(association.Officer, id, "resend")).Expect(303);
        Assert.True(Day((await association.ReadAsync(id))["stage"]!["dueDay"]) > Day(mou["stage"]!["dueDay"]));
        Assert.NotEqual(token, await association.ReviewTokenAsync(hash));
        (await association.Officer.PostAsync($"/office/mous/{id}/actions/resend", ("key", ApiCaller.NewKey()))).ExpectPage(409);
    }

    [Fact]
    public async Task An_outage_over_the_last_day_moves_it_to_the_day_after_its_repair()
    {
        var mou = await association.SubmitAsync(Draft("Variation"));
        var (id, due) = ((string)mou["id"]!, Day(mou["stage"]!["dueDay"]));
        (await association.ActAsync(id, "record-outage", Outage(due.AddDays(-9), due.AddDays(-8), "Reviewer"))).ExpectProblem(409, "OutageMovesNothing");
        (await association.ActAsync(id, "record-outage", Outage(due, due.AddDays(3), "CentralReviewer"))).ExpectProblem(409, "NoDeadlineRuns");
        (await association.ActAsync(id, "record-outage", Outage(due, due.AddDays(3), "Somebody"))).ExpectProblem(400, "Unknown");
        (await ActOnPageAsync(association.Officer, id, "record-outage", ("holder", "Reviewer"), ("from", $"{Day(due)}T09:00"), ("repairedAt", $"{Day(due.AddDays(3))}T09:00"), ("reason", "Their server was down."))).Expect(303);
        Assert.True(Day((await association.ReadAsync(id))["stage"]!["dueDay"]) >= due.AddDays(4));
        Assert.Contains("Their server was down.", (await association.Officer.GetAsync($"/office/mous/{id}/history")).ExpectPage(200).Body, StringComparison.Ordinal);
        await Waiting.UntilAsync("the embassy is told", async () =>
            (await association.Mailbox.AllAsync(Association.EmbassyAddress)).Any(mail => mail.Text.Contains("Their server was down.", StringComparison.Ordinal)));
    }

    private static JsonObject Outage(DateOnly from, DateOnly to, string holder) =>
        new() { ["holder"] = holder, ["from"] = $"{Day(from)}T09:00", ["repairedAt"] = $"{Day(to)}T09:00", ["reason"] = "Their server was down." };
}
