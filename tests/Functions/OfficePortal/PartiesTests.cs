using System.Text;
using System.Text.Json.Nodes;
using LocalDiplomacy.Functions.Tests.Running;

namespace LocalDiplomacy.Functions.Tests.OfficePortal;

/// <summary>Who no longer exists begins nothing, and is told who took its place.</summary>
[Collection(RunningCollection.Name)]
public sealed class PartiesTests(Association association)
{
    [Fact]
    public async Task A_local_government_that_is_gone_is_refused_with_its_successors_named()
    {
        const string Path = "/api/desk/local-governments/47-%EC%95%88%EB%8F%99%EC%8B%9C";
        var draft = (await association.OtherOffice.PostAsync("/api/mous", Drafts.Good(purpose: ApiCaller.NewKey()))).Expect(201).Json;
        var there = (await association.Administrator.GetAsync(Path)).Expect(200).Json["localGovernment"]!.AsObject();
        var gone = there.DeepClone().AsObject();
        (gone["validTo"], gone["successors"]) = ("2026-01-31", new JsonArray("47-영주시", "47"));
        await ReplaceAsync(Path, gone);
        try
        {
            var submit = (await association.OtherOffice.PostAsync($"/api/mous/{draft["id"]}/submit", new JsonObject { ["textHash"] = (string)draft["textHash"]! })).ExpectProblem(422, "PartyNoLongerExists");
            Assert.Contains("Andong-si no longer exists as a local government. Go on in the name of its successor: Yeongju", (string?)submit["detail"], StringComparison.Ordinal);
            (await association.OtherOffice.PostAsync("/api/mous", Drafts.Good())).ExpectProblem(422, "PartyNoLongerExists");
            var page = await association.Clerk.PostAsync($"/office/mous/{draft["id"]}/submit", ("text", (string)draft["textHash"]!), ("key", ApiCaller.NewKey()));
            Assert.Contains("Gyeongsangbuk-do", page.ExpectPage(422).Body, StringComparison.Ordinal);
            // What it agreed before is shown as before.
            Assert.Contains("Andong-si", (await association.OtherOffice.GetAsync($"/api/mous/{draft["id"]}")).Expect(200).Body, StringComparison.Ordinal);
        }
        finally
        {
            await ReplaceAsync(Path, there);
        }

        (await association.OtherOffice.PostAsync("/api/mous", Drafts.Good())).Expect(201);
    }

    [Fact]
    public async Task A_mission_that_is_closed_is_asked_nothing()
    {
        const string Path = "/api/desk/missions/UY";
        var draft = (await association.Office.PostAsync("/api/mous", Drafts.Good(mission: "UY"))).Expect(201).Json;
        var closed = (await association.Administrator.GetAsync(Path)).Expect(200).Json["mission"]!.AsObject();
        closed.Remove("takesReviews");
        closed["validTo"] = "2026-01-31";
        await ReplaceAsync(Path, closed);

        (await association.Office.PostAsync($"/api/mous/{draft["id"]}/submit", new JsonObject { ["textHash"] = (string)draft["textHash"]! })).ExpectProblem(422, "MissionNotThere");
    }

    private async Task ReplaceAsync(string path, JsonObject body)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.Add("If-Match", "*");
        (await association.Administrator.SendAsync(request)).Expect(200);
    }
}
