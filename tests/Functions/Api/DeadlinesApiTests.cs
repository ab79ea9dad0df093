using LocalDiplomacy.Functions.Tests.Running;

namespace LocalDiplomacy.Functions.Tests.Api;

/// <summary>How a deadline was counted, as JSON and as a page, for the office and for the embassy.</summary>
[Collection(RunningCollection.Name)]
public sealed class DeadlinesApiTests(Association association)
{
    [Fact]
    public async Task Every_day_of_the_embassys_time_is_accounted_for()
    {
        var (mou, token) = await association.SubmittedAsync();

        var review = Assert.Single((await association.Office.GetAsync($"/api/mous/{mou["id"]}/deadlines")).Expect(200).Json["items"]!.AsArray())!;
        var count = review["count"]!;
        var days = count["days"]!.AsArray().Select(day => day!).ToList();

        Assert.Equal("review", (string?)review["matter"]);
        Assert.Equal((string?)mou["stage"]!["dueDay"], (string?)review["lastDay"]);
        Assert.Equal("Africa/Libreville", (string?)review["timeZone"]);
        Assert.Equal(DateTimeOffset.Parse((string)review["endsAt"]!, null), DateTimeOffset.Parse((string)review["endsThere"]!, null));
        Assert.Equal((30, "days"), ((int)count["length"]!, (string?)count["unit"]));
        Assert.Equal("first-day", (string?)days[0]["standing"]);
        Assert.Equal(Enumerable.Range(1, 30), days.Where(day => (string?)day["standing"] == "counted").Select(day => (int)day["number"]!));
        Assert.Equal((string?)review["lastDay"], (string?)days[^1]["day"]);
        Assert.True((bool)days[^1]["isLast"]!);
        Assert.Equal((int)count["workingDays"]!, days.Skip(1).Count(day => day["closed"]!.AsArray().Count == 0));

        Assert.Equal(review.ToJsonString(), (await association.Nobody.GetAsync($"/api/links/{token}/deadlines")).Expect(200).Json["items"]![0]!.ToJsonString());
    }

    [Fact]
    public async Task An_embassy_sees_nothing_once_it_has_answered_and_another_office_never()
    {
        var (mou, token) = await association.SubmittedAsync();
        (await association.OtherOffice.GetAsync($"/api/mous/{mou["id"]}/deadlines")).ExpectProblem(403, "OfAnotherOffice");
        (await association.Clerk.GetAsync($"/office/mous/{mou["id"]}/deadlines")).ExpectPage(403);

        (await association.DecideAsync(token, "accept", (string)mou["textHash"]!)).Expect(200);

        (await association.Nobody.GetAsync($"/api/links/{token}/deadlines")).ExpectProblem(410, "LinkOver");
        var setSigning = Assert.Single((await association.Office.GetAsync($"/api/mous/{mou["id"]}/deadlines")).Expect(200).Json["items"]!.AsArray())!;
        Assert.Equal("set-signing", (string?)setSigning["matter"]);
        Assert.Null(setSigning["mission"]);
    }

    [Fact]
    public async Task The_page_is_one_step_from_the_case_and_from_the_review()
    {
        var (mou, token) = await association.SubmittedAsync();
        var (office, embassy) = ($"/office/mous/{mou["id"]}/deadlines", $"/review/{token}/deadlines");

        Assert.Contains(office, (await association.Officer.GetAsync($"/office/mous/{mou["id"]}")).ExpectPage(200).Body, StringComparison.Ordinal);
        Assert.Contains("class=\"month\"", (await association.Officer.GetAsync(office)).ExpectPage(200).Body, StringComparison.Ordinal);
        using var visitor = association.NewVisitor();
        Assert.Contains(embassy, (await visitor.GetAsync($"/review/{token}")).ExpectPage(200).Body, StringComparison.Ordinal);
        var page = (await visitor.GetAsync(embassy)).ExpectPage(200);
        Assert.Contains("class=\"month\"", page.Body, StringComparison.Ordinal);
        Assert.Contains("lang=\"fr\"", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signers_link_opens_no_deadlines_page_and_has_none()
    {
        var (_, governor, _, _) = await association.SigningAsync();

        using var visitor = association.NewVisitor();
        (await visitor.GetAsync($"/review/{governor}/deadlines")).ExpectPage(404);
        Assert.Empty((await association.Nobody.GetAsync($"/api/links/{governor}/deadlines")).Expect(200).Json["items"]!.AsArray());
    }
}
