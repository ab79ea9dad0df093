using System.Text.Json.Nodes;
using LocalDiplomacy.Functions.Tests.Running;

namespace LocalDiplomacy.Functions.Tests.OfficePortal;

/// <summary>The button that reminds whoever is waited for.</summary>
[Collection(RunningCollection.Name)]
public sealed class RemindersTests(Association association)
{
    [Fact]
    public async Task The_embassy_is_reminded_by_a_button_once_and_the_page_says_from_when_again()
    {
        var (mou, _) = await association.SubmittedAsync();
        var path = $"/office/mous/{mou["id"]}";
        var page = (await association.Officer.GetAsync(path)).ExpectPage(200);

        var done = (await association.Officer.PostAsync($"{path}/actions/remind", ("key", page.Hidden("/actions/remind", "key")))).Expect(303);

        var after = (await association.Officer.GetAsync(done.Location!)).ExpectPage(200);
        Assert.Contains("reminded", after.TextOf(".notice"), StringComparison.Ordinal);
        Assert.Contains("The next reminder is possible from", after.TextOf(".reminded"), StringComparison.Ordinal);
        Assert.False(after.HasForm($"{path}/actions/remind"));
        var again = (await association.Officer.PostAsync($"{path}/actions/remind", ("key", ApiCaller.NewKey()))).ExpectPage(409);
        Assert.Contains("The next reminder is possible from", again.TextOf(".reminded"), StringComparison.Ordinal);
        var refused = (await association.Office.PostAsync($"/api{path["/office".Length..]}/actions/remind", new JsonObject())).ExpectProblem(409, "RemindedToday");
        Assert.True((DateTimeOffset)refused["nextAt"]! > TimeProvider.System.GetUtcNow());
        Assert.Contains("reminded", (await association.Officer.GetAsync($"{path}/history")).ExpectPage(200).TextOf(".events > li"), StringComparison.Ordinal);
        await Waiting.UntilAsync("the embassy has the reminder", async () => (await association.Mailbox.AllAsync(Association.EmbassyAddress)).Any(mail => mail.Subject.StartsWith("Rappel", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_draft_has_no_such_button_and_another_office_none_at_all()
    {
        var draft = await association.DraftAsync();
        var path = $"/office/mous/{draft["id"]}";

        Assert.False((await association.Officer.GetAsync(path)).ExpectPage(200).HasForm($"{path}/actions/remind"));
        (await association.Officer.PostAsync($"{path}/actions/remind", ("key", ApiCaller.NewKey()))).ExpectPage(409);
        (await association.Clerk.PostAsync($"{path}/actions/remind", ("key", ApiCaller.NewKey()))).ExpectPage(403);
    }
}
