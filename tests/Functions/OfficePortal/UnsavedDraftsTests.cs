using LocalDiplomacy.Functions.Tests.Running;

namespace LocalDiplomacy.Functions.Tests.OfficePortal;

/// <summary>What is typed is kept before it is saved: no event, nothing overwritten, nothing sent instead of it.</summary>
[Collection(RunningCollection.Name)]
public sealed class UnsavedDraftsTests(Association association)
{
    private Visitor Officer => association.Officer;

    private async Task<string> DraftAsync() => (await Officer.PostAsync(
        "/office/mous/new", Drafts.Sent(Drafts.Form("Exchange. " + ApiCaller.NewKey()), ("action", "save"), ("key", ApiCaller.NewKey())))).Expect(303).Location!;

    private static string UnsavedAt(string path) => "/office/unsaved/" + path.Split('/')[^1];

    private async Task<Answer> KeepAsync(string address, string purpose, string? edition, string key = "k", params (string, string)[] more)
    {
        using var content = new FormUrlEncodedContent(Drafts.Sent(Drafts.Form(purpose), [("key", key), .. more]));
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        if (edition is not null) request.Headers.TryAddWithoutValidation("If-Match", edition);
        return await Officer.SendAsync(request);
    }

    [Fact]
    public async Task Typing_is_kept_and_found_again_and_is_no_event()
    {
        var path = await DraftAsync();
        var kept = (await KeepAsync(UnsavedAt(path), "Half a sent", "\"1\"")).Expect(200);
        var again = (await KeepAsync(UnsavedAt(path), "Half a sentence, and 50,000 USD.", kept.ETag)).Expect(200);

        Assert.Equal(1, kept.CountOf("[data-part=kept]"));
        Assert.Contains("50,000 USD", again.TextOf("[data-part='findings-0']"), StringComparison.Ordinal);
        Assert.DoesNotContain("<html", again.Body, StringComparison.OrdinalIgnoreCase);
        var page = (await Officer.GetAsync(path + "/text")).ExpectPage(200);
        Assert.Equal("Half a sentence, and 50,000 USD.", page.Value("clause[0].body.en"));
        Assert.Equal($"\"1-{page.Value("unsaved")}\"", again.ETag);
        Assert.Contains("\"version\":1", (await association.Office.GetAsync("/api" + path.Replace("/office", "", StringComparison.Ordinal))).Body.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_words_can_be_kept_again_after_a_lost_answer()
    {
        var address = UnsavedAt(await DraftAsync());
        var first = (await KeepAsync(address, "Words.", "\"1\"")).Expect(200);

        Assert.Equal(first.ETag, (await KeepAsync(address, "Words.", "\"1\"")).Expect(200).ETag);
    }

    [Fact]
    public async Task Who_typed_without_the_others_words_sees_them_and_overwrites_nothing()
    {
        var path = await DraftAsync();
        (await KeepAsync(UnsavedAt(path), "First to type.", "\"1\"")).Expect(200);
        var late = (await KeepAsync(UnsavedAt(path), "Second to type.", "\"1\"")).Expect(412);

        Assert.Contains("First to type.", late.TextOf("[data-part=conflict]"), StringComparison.Ordinal);
        Assert.Contains("Second to type.", late.TextOf("[data-part=conflict]"), StringComparison.Ordinal);
        Assert.Equal("First to type.", (await Officer.GetAsync(path + "/text")).Value("clause[0].body.en"));
        (await KeepAsync(UnsavedAt(path), "Second, who compared.", late.ETag)).Expect(200);
    }

    [Fact]
    public async Task Saving_does_not_pass_over_what_somebody_else_typed()
    {
        var path = await DraftAsync();
        (await KeepAsync(UnsavedAt(path), "Typed by a colleague.", "\"1\"")).Expect(200);
        var late = await Officer.PostAsync(path + "/text", Drafts.Sent(Drafts.Form("Saved without a look."), ("action", "save"), ("version", "1"), ("key", ApiCaller.NewKey())));

        late.ExpectPage(412);
        Assert.Contains("Typed by a colleague.", late.TextOf(".conflict"), StringComparison.Ordinal);
        Assert.Equal("Saved without a look.", late.Value("clause[0].body.en"));
        (await Officer.PostAsync(path + "/text", late.Fields("/text", ("action", "save")))).Expect(303);
        Assert.Equal(0, (await Officer.GetAsync(path + "/text")).CountOf("form[action$='/discard']"));
    }

    [Fact]
    public async Task What_was_saved_otherwise_since_is_shown_beside_what_was_typed()
    {
        var path = await DraftAsync();
        var kept = (await KeepAsync(UnsavedAt(path), "Typed before.", "\"1\"")).Expect(200);
        var read = await association.Office.GetAsync("/api" + path.Replace("/office", "", StringComparison.Ordinal));
        (await association.Office.PutAsync($"/api{path.Replace("/office", "", StringComparison.Ordinal)}/draft", Drafts.Good(purpose: "By the program."), read.ETag)).Expect(200);

        Assert.Contains("By the program.", (await KeepAsync(UnsavedAt(path), "Typed after.", kept.ETag)).Expect(412).TextOf("[data-part=conflict]"), StringComparison.Ordinal);
        var page = (await Officer.GetAsync(path + "/text")).ExpectPage(200);
        Assert.Contains("By the program.", page.TextOf(".conflict"), StringComparison.Ordinal);
        Assert.Equal("Typed before.", page.Value("clause[0].body.en"));
    }

    [Fact]
    public async Task Nothing_is_submitted_past_it_until_it_is_saved_or_discarded()
    {
        var path = await DraftAsync();
        (await KeepAsync(UnsavedAt(path), "Not saved yet.", "\"1\"")).Expect(200);
        var page = (await Officer.GetAsync(path)).ExpectPage(200);
        (string, string)[] submission = [("text", page.Hidden("/submit", "text")), ("key", ApiCaller.NewKey())];
        (await Officer.PostAsync(path + "/submit", submission)).ExpectPage(409);

        var text = (await Officer.GetAsync(path + "/text")).ExpectPage(200);
        Assert.Equal(path + "/text", (await Officer.PostAsync(UnsavedAt(path) + "/discard", text.Fields("/discard"))).Expect(303).Location);
        Assert.NotEqual("Not saved yet.", (await Officer.GetAsync(path + "/text")).Value("clause[0].body.en"));
        (await Officer.PostAsync(path + "/submit", submission)).Expect(303);
        (await KeepAsync(UnsavedAt(path), "Too late.", "\"1\"")).ExpectPage(409);
    }

    [Fact]
    public async Task A_new_draft_is_kept_half_finished_and_becomes_one_MOU()
    {
        var key = ApiCaller.NewKey();
        var kept = (await KeepAsync("/office/unsaved/new", "", "\"0\"", key, ("clause[1].body.en", "No heading yet."))).Expect(200);
        var address = kept.Header("Content-Location")!;
        var page = (await Officer.GetAsync(address)).ExpectPage(200);

        Assert.Contains(address, (await Officer.GetAsync("/office/mous/new")).ExpectPage(200).Body, StringComparison.Ordinal);
        Assert.Equal("No heading yet.", page.Value("clause[1].body.en"));
        Assert.Equal(key, page.Hidden("/new", "key"));
        Assert.Equal(0, (await association.Clerk.GetAsync(address)).ExpectPage(200).CountOf("[name='clause[1].body.en']"));
        (await Officer.PostAsync("/office/mous/new", Drafts.Sent(Drafts.Form(), ("action", "save"), ("key", key)))).Expect(303);
        Assert.DoesNotContain(address, (await Officer.GetAsync("/office/mous/new")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_input_is_told_apart()
    {
        var address = UnsavedAt(await DraftAsync());
        (await KeepAsync(address, "x", null)).ExpectPage(428);
        (await KeepAsync(address, "x", "W/\"1\"")).ExpectPage(400);
        (await KeepAsync(address, "x", "\"one\"")).ExpectPage(400);
        (await KeepAsync(address, "x", "\"1\"", "")).ExpectPage(400);
        (await KeepAsync("/office/unsaved/none", "x", "\"1\"")).ExpectPage(404);
        (await KeepAsync(address, new string('a', 400_001), "\"1\"")).ExpectPage(413);
        (await association.Clerk.PostAsync(address, ("key", "k"))).ExpectPage(428);
        using var stranger = association.NewVisitor();
        (await stranger.PostAsync(address, ("key", "k"))).ExpectPage(401);
    }
}
