using System.Text.Json.Nodes;
using LocalDiplomacy.Functions.Tests.Running;

namespace LocalDiplomacy.Functions.Tests.Links;

[Collection(RunningCollection.Name)]
public sealed class LinkApiTests(Association association)
{
    [Fact]
    public async Task A_link_shows_the_text_and_what_can_be_answered()
    {
        var (mou, token) = await association.SubmittedAsync();
        var link = (await association.Nobody.GetAsync($"/api/links/{token}")).Expect(200).Json;

        Assert.Equal("open", (string?)link["state"]);
        Assert.Equal((string?)mou["textHash"], (string?)link["text"]!["hash"]);
        Assert.Equal(["accept", "request-changes", "decline"], link["choices"]!.AsArray().Select(c => (string)c!));
        Assert.Equal("r•••@gabon.example", (string?)link["maskedAddress"]);
    }

    [Fact]
    public async Task A_decision_is_recorded_and_answered_the_same_when_repeated()
    {
        var (mou, token) = await association.SubmittedAsync();
        var hash = (string)mou["textHash"]!;
        var key = ApiCaller.NewKey();
        var code = await association.CodeAsync(token, Association.EmbassyAddress);
        var first = (await association.Nobody.PostAsync($"/api/links/{token}/decision", Association.Decision("accept", hash, code), key)).Expect(200).Json;
        var same = (await association.Nobody.PostAsync($"/api/links/{token}/decision", Association.Decision("accept", hash, code), key)).Expect(200).Json;
        var withoutCode = (await association.Nobody.PostAsync($"/api/links/{token}/decision", Association.Decision("accept", hash, null))).Expect(200).Json;

        Assert.Equal("Accepted", (string?)first["decision"]!["choice"]);
        Assert.Equal("agreed", (string?)first["stage"]!["name"]);
        Assert.Equal(43, ((string)first["device"]!).Length);
        Assert.Equal(first["decision"]!.ToJsonString(), same["decision"]!.ToJsonString());
        Assert.Equal(first["decision"]!.ToJsonString(), withoutCode["decision"]!.ToJsonString());
        var history = (await association.Office.GetAsync($"/api/mous/{mou["id"]}/history")).Json["items"]!.AsArray();
        Assert.Single(history, e => (string?)e!["type"] == "mou.text-accepted.v1");
    }

    [Fact]
    public async Task Another_choice_afterwards_is_409_with_what_was_recorded()
    {
        var (mou, token) = await association.SubmittedAsync();
        (await association.DecideAsync(token, "decline", (string)mou["textHash"]!)).Expect(200);
        var problem = (await association.Nobody.PostAsync($"/api/links/{token}/decision", Association.Decision("accept", (string)mou["textHash"]!, null)))
            .ExpectProblem(409, "AnsweredOtherwise");

        Assert.Equal("Declined", (string?)problem["current"]!["decision"]!["choice"]);
        Assert.Equal("answered", (string?)(await association.Nobody.GetAsync($"/api/links/{token}")).Expect(200).Json["state"]);
    }

    [Fact]
    public async Task A_superseded_rounds_link_is_410_and_still_repeats_its_own_answer()
    {
        var (mou, token) = await association.SubmittedAsync();
        var (id, hash) = ((string)mou["id"]!, (string)mou["textHash"]!);
        var asked = (await association.DecideAsync(token, "request-changes", hash, "Every second year.")).Expect(200).Json;
        var redrafted = (await association.Office.PutAsync($"/api/mous/{id}/draft", Drafts.Good(purpose: "Every second year. " + ApiCaller.NewKey()), "\"3\"")).Expect(200).Json;
        var (_, second) = await association.SubmitAsync(id, (string)redrafted["textHash"]!);

        var over = (await association.Nobody.GetAsync($"/api/links/{token}")).ExpectProblem(410, "LinkOver");
        Assert.Equal("under-review", (string?)over["current"]!["stage"]!["name"]);
        Assert.Equal("ChangesRequested", (string?)over["current"]!["decision"]!["choice"]);
        (await association.Nobody.PostAsync($"/api/links/{token}/code", null)).ExpectProblem(410, "LinkOver");
        var again = (await association.Nobody.PostAsync($"/api/links/{token}/decision", Association.Decision("request-changes", hash, null, "Every second year."))).Expect(200).Json;
        Assert.Equal(asked["decision"]!.ToJsonString(), again["decision"]!.ToJsonString());
        using var visitor = association.NewVisitor();
        (await visitor.GetAsync($"/review/{token}")).ExpectPage(410);
        Assert.Equal(2, (int)(await association.Nobody.GetAsync($"/api/links/{second}")).Expect(200).Json["round"]!);
    }

    [Fact]
    public async Task The_link_of_a_withdrawn_MOU_says_so()
    {
        var (mou, token) = await association.SubmittedAsync();
        (await association.Office.PostAsync($"/api/mous/{mou["id"]}/withdraw", new JsonObject { ["reason"] = "No budget." })).Expect(200);

        Assert.Equal("withdrawn", (string?)(await association.Nobody.GetAsync($"/api/links/{token}")).ExpectProblem(410, "LinkOver")["current"]!["stage"]!["name"]);
        (await association.Nobody.PostAsync($"/api/links/{token}/decision", Association.Decision("accept", (string)mou["textHash"]!, "123456"))).ExpectProblem(410, "LinkOver");
        (await association.Nobody.PostAsync($"/api/links/{token}/fresh-link", null)).ExpectProblem(409, "HolderHasNoLink");
        using var visitor = association.NewVisitor();
        (await visitor.GetAsync($"/review/{token}")).ExpectPage(410);
        Assert.False((await visitor.GetAsync($"/review/{token}")).HasForm("/decision"));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("%EA%B0%80")]
    public async Task A_garbled_or_foreign_link_is_404_and_tells_nothing(string token)
    {
        (await association.Nobody.GetAsync($"/api/links/{token}")).ExpectProblem(404, "LinkUnknown");
        (await association.Nobody.PostAsync($"/api/links/{token}/decision", Association.Decision("accept", "x", "123456"))).ExpectProblem(404, "LinkUnknown");
        (await association.Nobody.PostAsync($"/api/links/{token}/code", null)).ExpectProblem(404, "LinkUnknown");
        (await association.Nobody.PostAsync($"/api/links/{token}/fresh-link", null)).ExpectProblem(404, "LinkUnknown");
        using var visitor = association.NewVisitor();
        (await visitor.GetAsync($"/review/{token}")).ExpectPage(404);
        (await visitor.GetAsync($"/sign/{token}")).ExpectPage(404);
    }

    [Fact]
    public async Task A_link_of_one_kind_opens_nothing_of_the_other()
    {
        var (mou, token) = await association.SubmittedAsync();
        using var visitor = association.NewVisitor();

        (await visitor.GetAsync($"/sign/{token}")).ExpectPage(404);
        (await association.Nobody.PostAsync($"/api/links/{token}/signature", new JsonObject { ["name"] = "x", ["office"] = "y", ["intent"] = true, ["textHash"] = (string?)mou["textHash"] }))
            .ExpectProblem(404, "LinkUnknown");
    }

    [Fact]
    public async Task Codes_are_needed_counted_and_used_up()
    {
        var (mou, token) = await association.SubmittedAsync();
        var hash = (string)mou["textHash"]!;
        async Task<JsonNode> TryAsync(string? code, int status, string name) =>
            (await association.Nobody.PostAsync($"/api/links/{token}/decision", Association.Decision("accept", hash, code))).ExpectProblem(status, name);

        await TryAsync(null, 422, "CodeNeeded");
        await TryAsync("123456", 422, "CodeNotRequested");
        var code = await association.CodeAsync(token, Association.EmbassyAddress);
        var wrong = code == "000000" ? "000001" : "000000";
        Assert.Contains("4", (string)(await TryAsync(wrong, 422, "CodeWrong"))["detail"]!, StringComparison.Ordinal);
        foreach (var _ in Enumerable.Range(0, 4))
            await association.Nobody.PostAsync($"/api/links/{token}/decision", Association.Decision("accept", hash, wrong));
        await TryAsync(code, 422, "CodeUsedUp");

        Assert.Equal("under-review", (string?)(await association.Office.GetAsync($"/api/mous/{mou["id"]}")).Json["stage"]!["name"]);
    }

    [Fact]
    public async Task A_second_code_at_once_is_not_sent()
    {
        var (_, token) = await association.SubmittedAsync();

        Assert.True((bool)(await association.Nobody.PostAsync($"/api/links/{token}/code", null)).Expect(202).Json["sentNow"]!);
        Assert.False((bool)(await association.Nobody.PostAsync($"/api/links/{token}/code", null)).Expect(202).Json["sentNow"]!);
    }

    [Fact]
    public async Task A_decision_with_faults_names_each()
    {
        var (_, token) = await association.SubmittedAsync();
        var errors = (await association.Nobody.PostAsync($"/api/links/{token}/decision", new JsonObject { ["choice"] = "request-changes" }))
            .ExpectProblem(400, "FieldsWrong")["errors"]!.AsObject();

        Assert.Equal(["name", "reason", "textHash"], errors.Select(e => e.Key).Order());
        (await association.Nobody.PostAsync($"/api/links/{token}/decision", Association.Decision(null, "x", null))).ExpectProblem(400, "Missing");
        (await association.Nobody.PostAsync($"/api/links/{token}/decision", Association.Decision("perhaps", "x", null))).ExpectProblem(400, "Unknown");
    }

    [Fact]
    public async Task A_decision_on_another_text_is_refused()
    {
        var (_, token) = await association.SubmittedAsync();

        (await association.DecideAsync(token, "accept", new string('0', 64))).ExpectProblem(409, "TextChanged");
    }

    [Fact]
    public async Task A_known_device_needs_no_second_code()
    {
        var (mou, token) = await association.SubmittedAsync();
        var wrongText = await association.Nobody.PostAsync($"/api/links/{token}/decision",
            Association.Decision("accept", (string)mou["textHash"]!, await association.CodeAsync(token, Association.EmbassyAddress), name: "Jean"));
        var device = (string)wrongText.Expect(200).Json["device"]!;

        // Another link does not know the device.
        var (other, otherToken) = await association.SubmittedAsync();
        var decision = Association.Decision("accept", (string)other["textHash"]!, null);
        decision["device"] = device;
        (await association.Nobody.PostAsync($"/api/links/{otherToken}/decision", decision)).ExpectProblem(422, "CodeNeeded");
    }

    [Fact]
    public async Task A_fresh_link_goes_to_the_address_on_file_at_most_every_ten_minutes()
    {
        var (mou, token) = await association.SubmittedAsync();
        (await association.Nobody.PostAsync($"/api/links/{token}/fresh-link", null)).Expect(202);
        var fresh = await association.ReviewTokenAsync((string)mou["textHash"]!);
        var soon = await association.Nobody.PostAsync($"/api/links/{token}/fresh-link", null);

        Assert.NotEqual(token, fresh);
        // Nobody proved to read that address: the case is as it was.
        var last = (await association.Office.GetAsync($"/api/mous/{mou["id"]}/history")).Json["items"]!.AsArray().Last()!;
        Assert.Equal("mou.draft-submitted.v1", (string?)last["type"]);
        soon.ExpectProblem(429, "LinkSentJustNow");
        Assert.Equal("600", soon.Header("Retry-After"));
    }

    [Fact]
    public async Task Both_sides_sign_and_a_repeated_signature_is_answered_as_the_first()
    {
        var (mou, governor, mayor, signers) = await association.SigningAsync();
        var hash = (string)mou["textHash"]!;
        async Task<Answer> SignAsync(string token, string name, string? code) => await association.Nobody.PostAsync(
            $"/api/links/{token}/signature",
            new JsonObject { ["name"] = name, ["office"] = "Head", ["intent"] = true, ["textHash"] = hash, ["code"] = code });

        (await association.Nobody.PostAsync($"/api/links/{governor}/signature", new JsonObject { ["name"] = "Lee", ["office"] = "Head", ["textHash"] = hash }))
            .ExpectProblem(400, "Missing");
        (await SignAsync(governor, "Lee", null)).ExpectProblem(422, "CodeNeeded");
        var first = (await SignAsync(governor, "Lee", await association.CodeAsync(governor, $"governor-{signers}@gyeongbuk.example"))).Expect(200).Json;
        Assert.Equal("signing", (string?)first["stage"]!["name"]);
        Assert.Equal(first["signature"]!.ToJsonString(), (await SignAsync(governor, "Lee", null)).Expect(200).Json["signature"]!.ToJsonString());
        Assert.Equal("Lee", (string?)(await SignAsync(governor, "Somebody else", null)).ExpectProblem(409, "AnsweredOtherwise")["current"]!["signature"]!["name"]);

        var second = (await SignAsync(mayor, "Obame", await association.CodeAsync(mayor, $"maire-{signers}@libreville.example"))).Expect(200).Json;
        Assert.Equal("in-effect", (string?)second["stage"]!["name"]);
        Assert.Equal(first["signature"]!.ToJsonString(), (await SignAsync(governor, "Lee", null)).Expect(200).Json["signature"]!.ToJsonString());
        using var visitor = association.NewVisitor();
        (await visitor.GetAsync($"/sign/{governor}")).ExpectPage(200);
    }

    [Fact]
    public async Task A_replaced_signers_link_is_dead()
    {
        var (mou, governor, _, signers) = await association.SigningAsync();
        var form = Drafts.Signing((string)mou["textHash"]!, signers);
        form["localGovernment"]!["address"] = $"vice-{signers}@gyeongbuk.example";
        (await association.Office.PostAsync($"/api/mous/{mou["id"]}/signing", form)).Expect(200);

        (await association.Nobody.GetAsync($"/api/links/{governor}")).ExpectProblem(410, "LinkOver");
    }
}
