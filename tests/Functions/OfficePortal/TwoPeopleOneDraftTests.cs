using LocalDiplomacy.Functions.Tests.Running;

namespace LocalDiplomacy.Functions.Tests.OfficePortal;

/// <summary>Two people on one draft, without a script: what they changed apart is taken together, what both changed is chosen on the page.</summary>
[Collection(RunningCollection.Name)]
public sealed class TwoPeopleOneDraftTests(Association association)
{
    private Visitor Officer => association.Officer;

    private async Task<string> DraftAsync() => (await Officer.PostAsync(
        "/office/mous/new", Drafts.Sent(TwoClauses(), ("action", "save"), ("key", ApiCaller.NewKey())))).Expect(303).Location! + "/text";

    private static Dictionary<string, string> TwoClauses() => new(Drafts.Form("The participants will exchange. " + ApiCaller.NewKey()))
    {
        ["clause[1].heading.ko"] = "비용",
        ["clause[1].heading.en"] = "Costs",
        ["clause[1].body.ko"] = "각자 부담한다.",
        ["clause[1].body.en"] = "Each side bears its own.",
    };

    private async Task<Answer> SaveAsync(Answer page, params (string, string)[] changes) => await Officer.PostAsync(
        page.Attribute("form.draft", "action"), page.Fields("/text", [.. changes, ("key", ApiCaller.NewKey())]));

    [Fact]
    public async Task Different_clauses_are_taken_together_and_the_page_says_so()
    {
        var text = await DraftAsync();
        var (first, second) = ((await Officer.GetAsync(text)).ExpectPage(200), (await Officer.GetAsync(text)).ExpectPage(200));
        (await SaveAsync(first, ("clause[1].body.en", "Each side bears its costs within its budget."), ("action", "save"))).Expect(303);

        var merged = (await SaveAsync(second, ("clause[0].body.ko", "양측은 교류한다."), ("action", "save"))).ExpectPage(412);

        Assert.Equal(("양측은 교류한다.", "Each side bears its costs within its budget."), (merged.Value("clause[0].body.ko"), merged.Value("clause[1].body.en")));
        Assert.Contains("both changes are in the form", merged.TextOf(".notice-good"), StringComparison.Ordinal);
        Assert.Contains("Clause 2, Text (English)", merged.TextOf(".notice-good"), StringComparison.Ordinal);
        Assert.Equal(0, merged.CountOf(".conflict"));
        (await SaveAsync(merged, ("action", "save"))).Expect(303);
        var saved = (await Officer.GetAsync(text)).ExpectPage(200);
        Assert.Equal(("양측은 교류한다.", "Each side bears its costs within its budget."), (saved.Value("clause[0].body.ko"), saved.Value("clause[1].body.en")));
    }

    [Fact]
    public async Task The_same_clause_is_chosen_side_by_side_and_nothing_is_overwritten()
    {
        var text = await DraftAsync();
        var (first, second) = ((await Officer.GetAsync(text)).ExpectPage(200), (await Officer.GetAsync(text)).ExpectPage(200));
        (await SaveAsync(first, ("clause[0].body.en", "By the first."), ("clause[1].heading.en", "Expenses"), ("action", "save"))).Expect(303);

        var open = (await SaveAsync(second, ("clause[0].body.en", "By the second."), ("action", "save"))).ExpectPage(412);
        Assert.Equal(("By the second.", "Expenses"), (open.Value("clause[0].body.en"), open.Value("clause[1].heading.en")));
        Assert.Contains("By the first.", open.TextOf(".conflict"), StringComparison.Ordinal);
        Assert.Contains("By the second.", open.TextOf(".conflict"), StringComparison.Ordinal);
        Assert.Equal(1, open.CountOf("input[type=radio][name='choice:clause[0].body.en'][value=theirs]"));

        (string, string)[] theirs = [("choice:clause[0].body.en", "theirs"), ("words:clause[0].body.en", "By the first.")];
        var chosen = (await SaveAsync(open, [.. theirs, ("action", "choose")])).ExpectPage(200);
        Assert.Equal("By the first.", chosen.Value("clause[0].body.en"));
        (await SaveAsync(open, [.. theirs, ("action", "save")])).Expect(303);
        Assert.Equal(("By the first.", "Expenses"), await SavedAsync(text));
    }

    [Fact]
    public async Task What_is_typed_and_not_saved_is_taken_together_as_well()
    {
        var text = await DraftAsync();
        var (first, second) = ((await Officer.GetAsync(text)).ExpectPage(200), (await Officer.GetAsync(text)).ExpectPage(200));
        var kept = (await KeepAsync(first, ("clause[1].body.en", "Typed by the first."))).Expect(200);
        var once = (await KeepAsync(second, ("clause[0].body.en", "Typed by the second."))).Expect(412);

        // For the script: what it puts into the fields, and what it goes on from.
        Assert.Equal("Typed by the first.", once.Attribute("[data-put='f-clauses-1-body-en']", "data-words"));
        Assert.Equal(1, once.CountOf("[data-part=conflict][data-merged]"));
        Assert.Equal(kept.Attribute("[data-part=kept]", "data-base"), once.Attribute("[data-base]", "data-base"));
        // Without one, saving shows the same on a page.
        var merged = (await SaveAsync(second, ("clause[0].body.en", "Typed by the second."), ("action", "save"))).ExpectPage(412);
        Assert.Equal("Typed by the first.", merged.Value("clause[1].body.en"));
        (await SaveAsync(merged, ("action", "save"))).Expect(303);
        Assert.Equal(0, (await Officer.GetAsync(text)).CountOf("form[action$='/discard']"));
    }

    [Fact]
    public async Task A_clause_that_the_other_added_stands_in_its_place()
    {
        var text = await DraftAsync();
        var (first, second) = ((await Officer.GetAsync(text)).ExpectPage(200), (await Officer.GetAsync(text)).ExpectPage(200));
        (await SaveAsync(first,
            ("clause[2].heading.ko", "언어"), ("clause[2].heading.en", "Languages"), ("clause[2].body.ko", "두 언어로 쓴다."), ("clause[2].body.en", "In two languages."), ("action", "save"))).Expect(303);

        var merged = (await SaveAsync(second, ("clause[1].body.en", "Mine."), ("action", "merge"))).ExpectPage(412);
        Assert.Equal(("Mine.", "In two languages."), (merged.Value("clause[1].body.en"), merged.Value("clause[2].body.en")));
    }

    [Fact]
    public async Task What_was_typed_before_somebody_saved_goes_together_when_it_is_opened_again()
    {
        var text = await DraftAsync();
        var page = (await Officer.GetAsync(text)).ExpectPage(200);
        (await KeepAsync(page, ("clause[0].body.en", "Typed."))).Expect(200);
        var address = "/api" + text.Replace("/office", "", StringComparison.Ordinal).Replace("/text", "", StringComparison.Ordinal);
        var read = (await association.Office.GetAsync(address)).Expect(200);
        var draft = Drafts.Good(purpose: page.Value("clause[0].body.en"));
        draft["title"]!["en"] = "Another title";
        draft["clauses"]!.AsArray().Add(Drafts.Clause("비용", "Costs", "각자 부담한다.", "Each side bears its own."));
        (await association.Office.PutAsync($"{address}/draft", draft, read.ETag)).Expect(200);

        var both = (await Officer.GetAsync(text)).ExpectPage(200);
        Assert.Equal(("Typed.", "Another title"), (both.Value("clause[0].body.en"), both.Value("title.en")));
        Assert.Contains("Title (English)", both.TextOf(".notice-good"), StringComparison.Ordinal);
        (await SaveAsync(both, ("action", "save"))).Expect(303);
    }

    private async Task<(string, string)> SavedAsync(string text)
    {
        var page = (await Officer.GetAsync(text)).ExpectPage(200);
        return (page.Value("clause[0].body.en"), page.Value("clause[1].heading.en"));
    }

    private async Task<Answer> KeepAsync(Answer page, params (string, string)[] changes)
    {
        using var content = new FormUrlEncodedContent(page.Fields("/text", [.. changes, ("key", "k")]).Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var request = new HttpRequestMessage(HttpMethod.Post, page.Attribute("form.draft", "data-keep")) { Content = content };
        var (version, unsaved) = (page.Hidden("/text", "version"), page.Hidden("/text", "unsaved"));
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}{(unsaved.Length > 0 ? "-" + unsaved : "")}\"");
        return await Officer.SendAsync(request);
    }
}
