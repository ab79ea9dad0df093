using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using LocalDiplomacy.Functions.Tests.Running;

namespace LocalDiplomacy.Functions.Tests.Api;

/// <summary>Who may do what: an office its own, the desk the list, nobody nothing.</summary>
[Collection(RunningCollection.Name)]
public sealed class IsolationTests(Association association)
{
    [Fact]
    public async Task Another_offices_MOU_is_403_whatever_is_asked_of_it()
    {
        var id = (string)(await association.DraftAsync())["id"]!;

        (await association.OtherOffice.GetAsync($"/api/mous/{id}")).ExpectProblem(403, "OfAnotherOffice");
        (await association.OtherOffice.GetAsync($"/api/mous/{id}/history")).ExpectProblem(403, "OfAnotherOffice");
        (await association.OtherOffice.PutAsync($"/api/mous/{id}/draft", Drafts.Good(), "\"1\"")).ExpectProblem(403, "OfAnotherOffice");
        (await association.OtherOffice.PostAsync($"/api/mous/{id}/withdraw", new JsonObject { ["reason"] = "x" })).ExpectProblem(403, "OfAnotherOffice");
        (await association.Clerk.GetAsync($"/office/mous/{id}")).ExpectPage(403);
        (await association.Clerk.PostAsync($"/office/mous/{id}/withdraw", ("reason", "x"), ("key", "k"))).ExpectPage(403);

        Assert.Equal("draft", (string?)(await association.Office.GetAsync($"/api/mous/{id}")).Json["stage"]!["name"]);
    }

    [Theory]
    [InlineData("0123456789abcdef01234567")]
    [InlineData("x")]
    [InlineData("%2e%2e%23")]
    [InlineData("%EA%B0%80")]
    public async Task An_unknown_MOU_is_404(string id)
    {
        (await association.Office.GetAsync($"/api/mous/{id}")).ExpectProblem(404, "NotFound");
        (await association.Office.PostAsync($"/api/mous/{id}/submit", new JsonObject { ["textHash"] = "x" })).ExpectProblem(404, "NotFound");
        (await association.Officer.GetAsync($"/office/mous/{id}")).ExpectPage(404);
    }

    [Fact]
    public async Task The_list_has_the_offices_own_and_the_desk_sees_all()
    {
        var ours = (string)(await association.DraftAsync())["id"]!;
        var theirs = (string)(await association.OtherOffice.PostAsync("/api/mous", Drafts.Good())).Expect(201).Json["id"]!;

        Assert.DoesNotContain(theirs, (await association.Office.GetAsync("/api/mous?limit=100")).Expect(200).Body, StringComparison.Ordinal);
        var desk = (await association.Administrator.GetAsync("/api/mous?limit=100")).Expect(200).Body;
        Assert.Contains(ours, desk, StringComparison.Ordinal);
        Assert.Contains(theirs, desk, StringComparison.Ordinal);
        (await association.Administrator.GetAsync($"/api/mous/{ours}")).ExpectProblem(403, "NotForYou");
    }

    [Fact]
    public async Task Nobody_is_asked_to_sign_in()
    {
        var problem = await association.Nobody.GetAsync("/api/mous");

        problem.ExpectProblem(401, "SignInNeeded");
        Assert.Equal("Bearer", problem.Header("WWW-Authenticate"));
        using var visitor = association.NewVisitor();
        (await visitor.GetAsync("/office")).ExpectPage(401);
        (await visitor.GetAsync("/desk")).ExpectPage(401);
        using var forger = new ApiCaller(association.Program.Address, "ldk_" + new string('x', 43));
        (await forger.GetAsync("/api/mous")).ExpectProblem(401, "SignInNeeded");
    }

    [Fact]
    public async Task An_office_does_not_see_the_desk_nor_the_desk_an_office()
    {
        (await association.Officer.GetAsync("/desk")).ExpectPage(403);
        (await association.Administrator.GetAsync("/office")).ExpectPage(403);
        (await association.Administrator.GetAsync("/desk")).ExpectPage(200);
    }

    [Fact]
    public async Task The_key_works_in_either_header_and_under_api_only()
    {
        using var http = new HttpClient { BaseAddress = association.Program.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/mous");
        request.Headers.Add("X-Api-Key", association.OfficeKey);
        Assert.Equal(200, (int)(await http.SendAsync(request)).StatusCode);

        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", association.OfficeKey);
        Assert.Equal(401, (int)(await http.GetAsync("/office")).StatusCode);
    }

    [Fact]
    public async Task Keys_are_made_shown_once_and_revoked_by_people_not_by_keys()
    {
        (await association.Office.GetAsync("/api/keys")).ExpectProblem(403, "NotForYou");

        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/keys") { Content = System.Net.Http.Json.JsonContent.Create(new { label = "Archive" }) };
        request.Headers.Add("Idempotency-Key", ApiCaller.NewKey());
        using var again = new HttpRequestMessage(HttpMethod.Post, "/api/keys") { Content = System.Net.Http.Json.JsonContent.Create(new { label = "Archive" }) };
        again.Headers.Add("Idempotency-Key", request.Headers.GetValues("Idempotency-Key"));
        var made = (await association.Officer.SendAsync(request)).Expect(201).Json;
        (await association.Officer.SendAsync(again)).ExpectProblem(409, "KeyMadeBefore");
        Assert.DoesNotContain((string)made["key"]!, (await association.Officer.GetAsync("/api/keys")).Expect(200).Body, StringComparison.Ordinal);

        using var caller = new ApiCaller(association.Program.Address, (string)made["key"]!);
        (await caller.GetAsync("/api/mous")).Expect(200);
        (await association.Clerk.SendAsync(new HttpRequestMessage(HttpMethod.Delete, $"/api/keys/{made["id"]}"))).ExpectProblem(404, "NotFound");
        (await association.Officer.SendAsync(new HttpRequestMessage(HttpMethod.Delete, $"/api/keys/{made["id"]}"))).Expect(204);
        (await caller.GetAsync("/api/mous")).ExpectProblem(401, "SignInNeeded");
    }
}
