using LocalDiplomacy.Functions.Tests.Running;

namespace LocalDiplomacy.Functions.Tests.Links;

/// <summary>The embassy's and the signers' pages.</summary>
[Collection(RunningCollection.Name)]
public sealed class LinkPagesTests(Association association)
{
    private static (string, string)[] Decision(string choice, string text, string key, string? code = null) =>
        [("choice", choice), ("name", "Jean Moussavou"), ("reason", "Every second year."), ("text", text), ("key", key), .. code is null ? Array.Empty<(string, string)>() : [("code", code)]];

    [Fact]
    public async Task A_decision_asks_for_the_code_and_shows_afterwards_what_was_recorded()
    {
        var (_, token) = await association.SubmittedAsync();
        using var embassy = association.NewVisitor("fr");
        var page = (await embassy.GetAsync($"/review/{token}")).ExpectPage(200);
        var (text, key) = (page.Hidden("/decision", "text"), page.Hidden("/decision", "key"));
        Answer? ask = null;
        var code = await association.Mailbox.CodeAsync(Association.EmbassyAddress, async () =>
            ask = (await embassy.PostAsync($"/review/{token}/decision", Decision("request-changes", text, key))).ExpectPage(200));
        Assert.Equal(key, ask!.Hidden("/decision", "key"));
        Assert.Equal("request-changes", ask.Hidden("/decision", "choice"));

        var wrong = code == "000000" ? "000001" : "000000";
        (await embassy.PostAsync($"/review/{token}/decision", Decision("request-changes", text, key, wrong))).ExpectPage(422);
        var done = (await embassy.PostAsync($"/review/{token}/decision", Decision("request-changes", text, key, $" {code[..3]} {code[3..]} "))).Expect(303);
        Assert.Equal($"/review/{token}", done.Location);
        Assert.Contains("device-", done.Header("Set-Cookie"), StringComparison.Ordinal);

        var after = (await embassy.GetAsync($"/review/{token}")).ExpectPage(200);
        Assert.False(after.HasForm("/decision"));
        Assert.Contains("Jean Moussavou", after.Body, StringComparison.Ordinal);
        Assert.Contains("lang=\"fr\"", after.Body, StringComparison.Ordinal);
        (await embassy.PostAsync($"/review/{token}/decision", Decision("request-changes", text, key))).Expect(303);
        (await embassy.PostAsync($"/review/{token}/decision", Decision("accept", text, ApiCaller.NewKey()))).ExpectPage(409);
    }

    [Fact]
    public async Task A_decision_without_a_choice_is_400_and_nothing_is_preselected()
    {
        var (_, token) = await association.SubmittedAsync();
        using var embassy = association.NewVisitor();
        var page = await embassy.GetAsync($"/review/{token}");
        Assert.DoesNotMatch("name=\"choice\"[^>]*checked", page.Body);

        var answer = await embassy.PostAsync($"/review/{token}/decision", ("name", "Jean"), ("text", page.Hidden("/decision", "text")), ("key", "k"));

        answer.ExpectPage(400);
        Assert.Contains("Jean", answer.Body, StringComparison.Ordinal);
        (await embassy.PostAsync($"/review/{token}/decision", ("choice", "accept"), ("name", "Jean"), ("text", "x"))).ExpectPage(400);
    }

    [Fact]
    public async Task A_silent_browser_reads_the_links_language()
    {
        var (_, token) = await association.SubmittedAsync();
        using var http = new HttpClient { BaseAddress = association.Program.Address };

        Assert.Contains("<html lang=\"fr\"", await http.GetStringAsync($"/review/{token}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_code_can_be_sent_again_but_not_at_once()
    {
        var (_, token) = await association.SubmittedAsync();
        using var embassy = association.NewVisitor();
        var text = (await embassy.GetAsync($"/review/{token}")).Hidden("/decision", "text");
        (await embassy.PostAsync($"/review/{token}/decision", Decision("accept", text, "k1"))).ExpectPage(200);
        var again = (await embassy.PostAsync($"/review/{token}/code", Decision("accept", text, "k1"))).ExpectPage(200);

        Assert.Equal("accept", again.Hidden("/decision", "choice"));
    }

    [Fact]
    public async Task A_fresh_link_is_sent_by_the_button()
    {
        var (mou, token) = await association.SubmittedAsync();
        using var embassy = association.NewVisitor();
        (await embassy.PostAsync($"/review/{token}/fresh-link", ("key", ApiCaller.NewKey()))).ExpectPage(200);

        Assert.NotEqual(token, await association.ReviewTokenAsync((string)mou["textHash"]!));
        (await embassy.PostAsync($"/review/{token}/fresh-link", ("key", ApiCaller.NewKey()))).ExpectPage(429);
    }

    [Fact]
    public async Task A_signature_needs_the_sentence_the_name_and_the_code()
    {
        var (_, governor, _, signers) = await association.SigningAsync();
        using var signer = association.NewVisitor();
        var page = (await signer.GetAsync($"/sign/{governor}")).ExpectPage(200);
        var (text, key) = (page.Hidden("/signature", "text"), page.Hidden("/signature", "key"));
        (string, string)[] form = [("name", "Lee"), ("office", "Governor"), ("text", text), ("key", key), ("language", "fr")];
        (await signer.PostAsync($"/sign/{governor}/signature", form)).ExpectPage(400);
        var code = await association.Mailbox.CodeAsync($"governor-{signers}@gyeongbuk.example", async () =>
            (await signer.PostAsync($"/sign/{governor}/signature", [.. form, ("intent", "yes")])).ExpectPage(200));
        (await signer.PostAsync($"/sign/{governor}/signature", [.. form, ("intent", "yes"), ("code", code)])).Expect(303);

        var after = (await signer.GetAsync($"/sign/{governor}")).ExpectPage(200);
        Assert.False(after.HasForm("/signature"));
        // What was ticked is kept as it stood on the page, whatever the link's own language.
        Assert.Contains("Je signe", after.Body, StringComparison.Ordinal);
        (await signer.PostAsync($"/sign/{governor}/signature", [.. form, ("intent", "yes")])).Expect(303);
    }
}
