using LocalDiplomacy.Functions.Tests.Running;

namespace LocalDiplomacy.Functions.Tests.OfficePortal;

/// <summary>The office's pages: the same answers as the API's, as pages.</summary>
[Collection(RunningCollection.Name)]
public sealed class PortalPagesTests(Association association)
{
    private Visitor Officer => association.Officer;

    private async Task<string> DraftAsync()
    {
        var page = (await Officer.GetAsync("/office/mous/new")).ExpectPage(200);
        var made = await Officer.PostAsync("/office/mous/new", Drafts.Sent(Drafts.Form("Exchange. " + ApiCaller.NewKey()), ("action", "save"), ("key", page.Hidden("/new", "key"))));
        return made.Expect(303).Location!;
    }

    [Fact]
    public async Task A_draft_goes_from_the_form_to_its_page_and_into_the_list()
    {
        var path = await DraftAsync();

        (await Officer.GetAsync(path)).ExpectPage(200);
        Assert.Contains(path, (await Officer.GetAsync("/office")).ExpectPage(200).Body, StringComparison.Ordinal);
        (await Officer.GetAsync(path + "/history")).ExpectPage(200);
        (await Officer.GetAsync(path + "/text")).ExpectPage(200);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_makes_one_MOU()
    {
        var form = Drafts.Sent(Drafts.Form(), ("action", "save"), ("key", ApiCaller.NewKey())).ToList();

        Assert.Equal((await Officer.PostAsync("/office/mous/new", form)).Expect(303).Location, (await Officer.PostAsync("/office/mous/new", form)).Expect(303).Location);
    }

    [Fact]
    public async Task The_buttons_of_the_form_change_clauses_and_save_nothing()
    {
        var answer = await Officer.PostAsync("/office/mous/new", Drafts.Sent(Drafts.Form("Kept words."), ("action", "add-clause"), ("key", "k")));

        answer.ExpectPage(200);
        Assert.Contains("clause[1].body.en", answer.Body, StringComparison.Ordinal);
        Assert.Contains("Kept words.", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_said_and_nothing_typed_is_lost()
    {
        var form = Drafts.Form("Words of mine.");
        form.Remove("clause[0].body.ko");
        var answer = await Officer.PostAsync("/office/mous/new", Drafts.Sent(form, ("action", "save"), ("key", ApiCaller.NewKey())));

        answer.ExpectPage(400);
        Assert.Contains("Words of mine.", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_413_as_a_page() =>
        (await Officer.PostAsync("/office/mous/new", Drafts.Sent(Drafts.Form(new string('a', 200_001)), ("action", "save"), ("key", ApiCaller.NewKey())))).ExpectPage(413);

    [Fact]
    public async Task A_form_of_over_4_MB_is_413_as_a_page() =>
        (await Officer.PostAsync("/office/mous/new", ("clause[0].body.ko", new string('a', 4_300_000)))).ExpectPage(413);

    [Fact]
    public async Task A_form_without_its_key_is_400_and_JSON_is_415()
    {
        (await Officer.PostAsync("/office/mous/new", Drafts.Sent(Drafts.Form(), ("action", "save")))).ExpectPage(400);
        using var json = new HttpRequestMessage(HttpMethod.Post, "/office/mous/new") { Content = new StringContent("{}", null, "application/json") };
        (await Officer.SendAsync(json)).ExpectPage(415);
    }

    [Fact]
    public async Task Two_who_write_at_once_lose_nothing()
    {
        var path = await DraftAsync();
        (await Officer.PostAsync(path + "/text", Drafts.Sent(Drafts.Form("First to save."), ("action", "save"), ("version", "1"), ("key", ApiCaller.NewKey())))).Expect(303);
        var late = await Officer.PostAsync(path + "/text", Drafts.Sent(Drafts.Form("Second to save."), ("action", "save"), ("version", "1"), ("key", ApiCaller.NewKey())));

        late.ExpectPage(412);
        Assert.Contains("First to save.", late.Body, StringComparison.Ordinal);
        Assert.Contains("Second to save.", late.Body, StringComparison.Ordinal);
        (await Officer.PostAsync(path + "/text", Drafts.Sent(Drafts.Form(), ("action", "save"), ("key", ApiCaller.NewKey())))).ExpectPage(428);
    }

    [Fact]
    public async Task What_the_rules_refuse_is_said_on_the_MOUs_page()
    {
        var path = await DraftAsync();
        var text = (await Officer.GetAsync(path)).Hidden("/submit", "text");
        (await Officer.PostAsync(path + "/submit", ("text", new string('0', 64)), ("key", ApiCaller.NewKey()))).ExpectPage(409);
        (await Officer.PostAsync(path + "/submit", ("text", text), ("key", ApiCaller.NewKey()))).Expect(303);
        (await Officer.PostAsync(path + "/text", Drafts.Sent(Drafts.Form("Late."), ("action", "save"), ("version", "2"), ("key", ApiCaller.NewKey())))).ExpectPage(409);
        (await Officer.GetAsync(path + "/text")).ExpectPage(200);
        (await Officer.GetAsync(path + "/text?round=1")).ExpectPage(200);
        (await Officer.GetAsync(path + "/text?round=7")).ExpectPage(404);
        (await Officer.PostAsync(path + "/withdraw", ("reason", " "), ("key", ApiCaller.NewKey()))).ExpectPage(400);
        (await Officer.PostAsync(path + "/withdraw", ("reason", "No budget."), ("key", ApiCaller.NewKey()))).Expect(303);
        (await Officer.PostAsync(path + "/withdraw", ("reason", "Another."), ("key", ApiCaller.NewKey()))).ExpectPage(409);
    }

    [Fact]
    public async Task Signers_are_named_on_a_page()
    {
        var mou = await association.AgreedAsync();
        var path = $"/office/mous/{mou["id"]}/signing";
        (await Officer.GetAsync(path)).ExpectPage(200);
        (await Officer.PostAsync(path, ("text", (string)mou["textHash"]!), ("key", ApiCaller.NewKey()))).ExpectPage(400);
        var signers = ApiCaller.NewKey();
        var form = new (string, string)[]
        {
            ("text", (string)mou["textHash"]!), ("key", ApiCaller.NewKey()), ("agreementStatement", "By letter no. 118."),
            ("localGovernment.name", "Lee"), ("localGovernment.office", "Governor"), ("localGovernment.address", $"g{signers}@gyeongbuk.example"), ("localGovernment.language", "ko"),
            ("counterparty.name", "Obame"), ("counterparty.office", "Maire"), ("counterparty.address", $"g{signers}@gyeongbuk.example"), ("counterparty.language", "fr"),
        };
        (await Officer.PostAsync(path, form)).ExpectPage(409);
        form[9] = ("counterparty.address", $"m{signers}@libreville.example");
        form[1] = ("key", ApiCaller.NewKey());
        (await Officer.PostAsync(path, form)).Expect(303);
    }

    [Fact]
    public async Task Keys_are_made_and_revoked_on_their_page()
    {
        var key = ApiCaller.NewKey();
        var made = (await Officer.PostAsync("/office/keys", ("label", "Gazette"), ("key", key))).ExpectPage(200);
        var again = (await Officer.PostAsync("/office/keys", ("label", "Gazette"), ("key", key))).ExpectPage(200);

        Assert.Contains("ldk_", made.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("ldk_", again.Body, StringComparison.Ordinal);
        (await Officer.PostAsync("/office/keys", ("label", ""), ("key", ApiCaller.NewKey()))).ExpectPage(400);
        (await Officer.PostAsync("/office/keys/none/revoke", ("key", "k"))).ExpectPage(404);
    }
}
