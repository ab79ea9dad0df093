using System.Text.Json.Nodes;
using LocalDiplomacy.Functions.Tests.Running;

namespace LocalDiplomacy.Functions.Tests.Links;

/// <summary>What an embassy does before it answers: by JSON and on its page.</summary>
[Collection(RunningCollection.Name)]
public sealed class LinkStepsTests(Association association)
{
    private static JsonObject Step(string? choice, string? code, string? device = null, string? name = "Jean Moussavou") =>
        new() { ["choice"] = choice, ["name"] = name, ["code"] = code, ["device"] = device };

    private async Task<Answer> TakeAsync(string token, JsonObject step, string? key = null) => await association.Nobody.PostAsync($"/api/links/{token}/step", step, key);

    private async Task<JsonNode> EmbassyAsync(string token) => (await association.Nobody.GetAsync($"/api/links/{token}")).Expect(200).Json["embassy"]!;

    private async Task<IReadOnlyList<string?>> EventsAsync(JsonNode mou) =>
        [.. (await association.Office.GetAsync($"/api/mous/{mou["id"]}/history")).Json["items"]!.AsArray().Select(e => (string?)e!["type"])];

    [Fact]
    public async Task A_step_needs_the_code_and_is_answered_the_same_when_repeated()
    {
        var (mou, token) = await association.SubmittedAsync();
        (await TakeAsync(token, Step("acknowledge", null))).ExpectProblem(422, "CodeNeeded");
        var code = await association.CodeAsync(token, Association.EmbassyAddress);
        var first = (await TakeAsync(token, Step("acknowledge", code))).Expect(200).Json;
        var again = (await TakeAsync(token, Step("acknowledge", null, (string?)first["device"]))).Expect(200).Json;

        Assert.Equal("acknowledged", (string?)first["embassy"]!["standing"]);
        Assert.Equal(first["embassy"]!.ToJsonString(), again["embassy"]!.ToJsonString());
        Assert.Single(await EventsAsync(mou), "mou.review-acknowledged.v1");
        Assert.DoesNotContain("acknowledge", (await EmbassyAsync(token))["steps"]!.AsArray().Select(s => (string)s!));
    }

    [Fact]
    public async Task The_capital_is_asked_extended_twice_and_no_third_time_and_answers()
    {
        var (mou, token) = await association.SubmittedAsync();
        var before = (string)(await EmbassyAsync(token))["answerBy"]!;
        (await TakeAsync(token, Step("extend-capital", await association.CodeAsync(token, Association.EmbassyAddress)))).ExpectProblem(409, "NotAtCapital");
        var referred = (await TakeAsync(token, Step("refer-to-capital", await association.CodeAsync(token, Association.EmbassyAddress)))).Expect(200).Json;
        var device = (string?)referred["device"];
        Assert.Equal(("at-capital", 2), ((string?)referred["embassy"]!["standing"], (int)referred["embassy"]!["extensionsLeft"]!));
        Assert.True(string.CompareOrdinal((string?)referred["embassy"]!["answerBy"], before) > 0);

        var key = ApiCaller.NewKey();
        Assert.Equal(1, (int)(await TakeAsync(token, Step("extend-capital", null, device), key)).Expect(200).Json["embassy"]!["extensionsLeft"]!);
        Assert.Equal(1, (int)(await TakeAsync(token, Step("extend-capital", null, device), key)).Expect(200).Json["embassy"]!["extensionsLeft"]!);
        Assert.Equal(0, (int)(await TakeAsync(token, Step("extend-capital", null, device))).Expect(200).Json["embassy"]!["extensionsLeft"]!);
        (await TakeAsync(token, Step("extend-capital", null, device))).ExpectProblem(409, "NoMoreExtensions");

        var back = (await TakeAsync(token, Step("return-from-capital", null, device))).Expect(200).Json;
        Assert.Equal("acknowledged", (string?)back["embassy"]!["standing"]);
        Assert.Equal("under-review", (string?)back["stage"]!["name"]);
        Assert.Equal(2, (await EventsAsync(mou)).Count(type => type == "mou.capital-extended.v1"));
    }

    [Fact]
    public async Task A_hand_over_kills_the_old_link_and_sends_the_new_one_to_the_new_address_only()
    {
        var (mou, token) = await association.SubmittedAsync();
        var colleague = $"ella-{ApiCaller.NewKey()}@gabon.example";
        JsonObject HandOver(string? address, string? code) =>
            new() { ["choice"] = "hand-over", ["name"] = "Jean Moussavou", ["colleagueName"] = "Paul Ella", ["colleagueAddress"] = address, ["code"] = code };
        Assert.Equal(["colleagueAddress"], (await TakeAsync(token, HandOver("nowhere", null))).ExpectProblem(400, "Malformed")["errors"]!.AsObject().Select(e => e.Key));
        (await TakeAsync(token, HandOver(Association.EmbassyAddress, await association.CodeAsync(token, Association.EmbassyAddress)))).ExpectProblem(409, "HandedToTheSame");

        var first = (await TakeAsync(token, HandOver(colleague, await association.CodeAsync(token, Association.EmbassyAddress)))).Expect(200).Json;
        var fresh = await association.Mailbox.LinkAsync(colleague, "review");
        (await association.Nobody.GetAsync($"/api/links/{token}")).ExpectProblem(410, "LinkOver");
        Assert.Equal((string?)mou["textHash"], (string?)(await association.Nobody.GetAsync($"/api/links/{fresh}")).Expect(200).Json["text"]!["hash"]);
        Assert.Equal(first["embassy"]!.ToJsonString(), (await TakeAsync(token, HandOver(colleague, null))).Expect(200).Json["embassy"]!.ToJsonString());
        (await TakeAsync(token, HandOver("somebody.else@gabon.example", null))).ExpectProblem(410, "LinkOver");
        (await association.Nobody.PostAsync($"/api/links/{token}/decision", Association.Decision("accept", (string)mou["textHash"]!, "123456"))).ExpectProblem(410, "LinkOver");

        using var visitor = association.NewVisitor();
        var dead = (await visitor.GetAsync($"/review/{token}")).ExpectPage(410);
        Assert.Contains("Paul Ella", dead.Heading, StringComparison.Ordinal);
        Assert.False(dead.HasForm("/fresh-link"));
        Assert.DoesNotContain(colleague, dead.Body, StringComparison.Ordinal);
        await Waiting.UntilAsync("the office is told", async () =>
            (await association.Mailbox.AllAsync("officer@gyeongbuk.example")).Any(mail => mail.Text.Contains("Paul Ella", StringComparison.Ordinal)));
        (await association.Nobody.PostAsync($"/api/links/{fresh}/decision",
            Association.Decision("accept", (string)mou["textHash"]!, await association.CodeAsync(fresh, colleague), name: "Paul Ella"))).Expect(200);
    }

    [Fact]
    public async Task A_resend_is_asked_for_with_what_cannot_be_read()
    {
        var (mou, token) = await association.SubmittedAsync();
        var ask = Step("ask-for-resend", null);
        (await TakeAsync(token, ask.DeepClone().AsObject())).ExpectProblem(400, "Missing");
        ask["unreadable"] = "The French version of clause 1 is empty.";
        ask["code"] = await association.CodeAsync(token, Association.EmbassyAddress);
        var asked = (await TakeAsync(token, ask)).Expect(200).Json;

        Assert.NotNull(asked["embassy"]!["resendAskedAt"]);
        Assert.DoesNotContain("ask-for-resend", asked["embassy"]!["steps"]!.AsArray().Select(s => (string)s!));
        Assert.Single(await EventsAsync(mou), "mou.resend-requested.v1");
    }

    [Fact]
    public async Task Faults_are_named_and_a_decision_is_no_step()
    {
        var (_, token) = await association.SubmittedAsync();

        (await TakeAsync(token, Step(null, null))).ExpectProblem(400, "Missing");
        (await TakeAsync(token, Step("accept", null))).ExpectProblem(400, "Unknown");
        (await TakeAsync(token, Step("acknowledge", null, name: " "))).ExpectProblem(400, "Missing");
        (await TakeAsync("x", Step("acknowledge", null))).ExpectProblem(404, "LinkUnknown");
        (await association.Nobody.PostAsync($"/api/links/{token}/decision", Association.Decision("refer-to-capital", "x", null))).ExpectProblem(400, "Unknown");
    }

    [Fact]
    public async Task On_the_page_a_step_asks_for_the_code_and_says_what_was_recorded()
    {
        var (_, token) = await association.SubmittedAsync();
        using var embassy = association.NewVisitor("fr");
        var page = (await embassy.GetAsync($"/review/{token}")).ExpectPage(200);
        (string, string)[] form = [("choice", "refer-to-capital"), ("name", "Jean Moussavou"), ("text", page.Hidden("/decision", "text")), ("key", ApiCaller.NewKey())];
        Answer? ask = null;
        var code = await association.Mailbox.CodeAsync(Association.EmbassyAddress, async () =>
            ask = (await embassy.PostAsync($"/review/{token}/decision", form)).ExpectPage(200));
        Assert.Equal("refer-to-capital", ask!.Hidden("/decision", "choice"));
        var done = (await embassy.PostAsync($"/review/{token}/decision", [.. form, ("code", code)])).Expect(303);

        Assert.Equal($"/review/{token}/recorded/refer-to-capital", done.Location);
        var recorded = (await embassy.GetAsync(done.Location!)).ExpectPage(200);
        Assert.Contains("Jean Moussavou", recorded.Body, StringComparison.Ordinal);
        Assert.Equal($"/review/{token}", (await embassy.GetAsync($"/review/{token}/recorded/hand-over")).Expect(303).Location);
        (await embassy.GetAsync("/review/x/recorded/acknowledge")).ExpectPage(404);
        (await embassy.PostAsync($"/review/{token}/decision", [.. form])).Expect(303);
        Assert.Contains("extend-capital", (await embassy.GetAsync($"/review/{token}")).ExpectPage(200).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_step_says_why_on_the_page_and_keeps_what_was_typed()
    {
        var (_, token) = await association.SubmittedAsync();
        using var embassy = association.NewVisitor();
        var page = (await embassy.GetAsync($"/review/{token}")).ExpectPage(200);
        (string, string)[] form =
        [
            ("choice", "hand-over"), ("name", "Jean Moussavou"), ("colleagueName", "Paul Ella"), ("colleagueAddress", Association.EmbassyAddress),
            ("text", page.Hidden("/decision", "text")), ("key", ApiCaller.NewKey()),
        ];
        var code = await association.Mailbox.CodeAsync(Association.EmbassyAddress, async () =>
            (await embassy.PostAsync($"/review/{token}/decision", form)).ExpectPage(200));
        var refused = (await embassy.PostAsync($"/review/{token}/decision", [.. form, ("code", code)])).ExpectPage(409);

        Assert.Contains("Paul Ella", refused.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receipt_is_acknowledged_with_a_name_one_button_and_the_code()
    {
        var (mou, token) = await association.SubmittedAsync();
        using var embassy = association.NewVisitor("ko");
        var key = (await embassy.GetAsync($"/review/{token}")).ExpectPage(200).Hidden("/acknowledge", "key");
        (await embassy.PostAsync($"/review/{token}/acknowledge", ("key", key))).ExpectPage(400);
        Answer? ask = null;
        var code = await association.Mailbox.CodeAsync(Association.EmbassyAddress, async () =>
            ask = (await embassy.PostAsync($"/review/{token}/acknowledge", ("choice", "acknowledge"), ("name", "Jean Moussavou"), ("key", key))).ExpectPage(200));
        Assert.Equal(key, ask!.Hidden("/acknowledge", "key"));
        (string, string)[] carried = [("choice", "acknowledge"), ("name", "Jean Moussavou"), ("key", key), ("code", code)];
        Assert.Equal($"/review/{token}/recorded/acknowledge", (await embassy.PostAsync($"/review/{token}/acknowledge", carried)).Expect(303).Location);

        Assert.False((await embassy.GetAsync($"/review/{token}")).ExpectPage(200).HasForm("/acknowledge"));
        (await embassy.PostAsync($"/review/{token}/acknowledge", ("choice", "acknowledge"), ("name", "Jean Moussavou"), ("key", key))).Expect(303);
        Assert.Single(await EventsAsync(mou), "mou.review-acknowledged.v1");
    }

    [Fact]
    public async Task A_review_link_opens_nothing_of_the_central_review()
    {
        var (mou, token) = await association.SubmittedAsync();
        using var visitor = association.NewVisitor();

        (await visitor.GetAsync($"/central-review/{token}")).ExpectPage(404);
        (await visitor.GetAsync($"/central-review/{token}/deadlines")).ExpectPage(404);
        (await visitor.PostAsync($"/central-review/{token}/fresh-link", ("key", ApiCaller.NewKey()))).ExpectPage(404);
        (await association.Nobody.PostAsync($"/api/links/{token}/central-answer", new JsonObject
        {
            ["answer"] = "no-objection",
            ["name"] = "Han",
            ["textHash"] = (string?)mou["textHash"],
        })).ExpectProblem(404, "LinkUnknown");
    }
}
