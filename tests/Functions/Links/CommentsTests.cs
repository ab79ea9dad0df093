using System.Text.Json.Nodes;
using LocalDiplomacy.Functions.Tests.Running;

namespace LocalDiplomacy.Functions.Tests.Links;

/// <summary>What an embassy says at a clause, answered one by one and carried into the next round: by JSON and on pages.</summary>
[Collection(RunningCollection.Name)]
public sealed class CommentsTests(Association association)
{
    private static JsonObject Comment(JsonNode mou, int? clause, string? words, string? code = null, string? device = null, string? proposed = null, string? version = null) => new()
    {
        ["clause"] = clause,
        ["words"] = words,
        ["proposed"] = proposed,
        ["version"] = version,
        ["name"] = "Jean Moussavou",
        ["textHash"] = (string?)mou["textHash"],
        ["code"] = code,
        ["device"] = device,
    };

    private async Task<Answer> SayAsync(string token, JsonObject comment) => await association.Nobody.PostAsync($"/api/links/{token}/comments", comment);

    private async Task<Answer> AnswerAsync(JsonNode mou, int comment, string verdict, string? answer = null) => await association.Office.PostAsync(
        $"/api/mous/{mou["id"]}/actions/answer-comment", new JsonObject { ["comment"] = comment, ["verdict"] = verdict, ["answer"] = answer });

    [Fact]
    public async Task A_comment_is_answered_before_the_next_round_and_shown_in_it()
    {
        var (mou, token) = await association.SubmittedAsync();
        (await SayAsync(token, Comment(mou, 1, "Who pays?"))).ExpectProblem(422, "CodeNeeded");
        var first = (await SayAsync(token, Comment(mou, 1, "Who pays?", await association.CodeAsync(token, Association.EmbassyAddress)))).Expect(200).Json;
        var device = (string?)first["device"];
        (await SayAsync(token, Comment(mou, 1, null, device: device, proposed: "양측은 각자 부담한다.", version: "ko"))).Expect(200);
        (await association.DecideAsync(token, "request-changes", (string)mou["textHash"]!, "See the comments.")).Expect(200);

        var draft = Drafts.Good(purpose: ApiCaller.NewKey());
        var before = await association.Office.GetAsync($"/api/mous/{mou["id"]}");
        var edited = (await association.Office.PutAsync($"/api/mous/{mou["id"]}/draft", draft, before.ETag)).Expect(200).Json;
        var submit = new JsonObject { ["textHash"] = (string?)edited["textHash"] };
        (await association.Office.PostAsync($"/api/mous/{mou["id"]}/submit", submit.DeepClone())).ExpectProblem(409, "CommentsUnanswered");
        (await AnswerAsync(mou, 1, "Refused")).ExpectProblem(409, "ReasonMissing");
        (await AnswerAsync(mou, 1, "Refused", "The annex has it.")).Expect(200);
        (await AnswerAsync(mou, 2, "AcceptedOtherwise", "각자의 예산 범위에서 부담한다.")).Expect(200);
        (await AnswerAsync(mou, 3, "Accepted")).ExpectProblem(409, "NoSuchComment");
        var (_, next) = await association.SubmitAsync((string)mou["id"]!, (string)edited["textHash"]!);

        var carried = (await association.Nobody.GetAsync($"/api/links/{next}/comments")).Expect(200).Json["items"]!.AsArray();
        Assert.Equal([("Refused", "The annex has it."), ("AcceptedOtherwise", "각자의 예산 범위에서 부담한다.")],
            carried.Select(one => ((string)one!["answer"]!["verdict"]!, (string)one["answer"]!["words"]!)));
        Assert.All(carried, one => Assert.Equal((string?)mou["textHash"], (string?)one!["textHash"]));
        using var embassy = association.NewVisitor();
        var page = (await embassy.GetAsync($"/review/{next}")).ExpectPage(200);
        Assert.Equal(2, page.CountOf("#clause-1 .comment"));
        Assert.Contains("The annex has it.", page.Body, StringComparison.Ordinal);
        Assert.Equal(carried.ToJsonString(), (await association.Office.GetAsync($"/api/mous/{mou["id"]}/comments")).Expect(200).Json["items"]!.AsArray().ToJsonString());
    }

    [Fact]
    public async Task An_embassy_takes_back_what_is_not_answered_by_json_and_on_its_page()
    {
        var (mou, token) = await association.SubmittedAsync();
        var device = (string?)(await SayAsync(token, Comment(mou, 1, "Who pays?", await association.CodeAsync(token, Association.EmbassyAddress)))).Expect(200).Json["device"];
        (await SayAsync(token, Comment(mou, 1, "And when?", device: device))).Expect(200);
        (await SayAsync(token, Comment(mou, 1, "And where?", device: device))).Expect(200);
        (await AnswerAsync(mou, 2, "Accepted")).Expect(200);
        JsonObject Back(string? name = "Jean Moussavou", string? known = null) => new() { ["name"] = name, ["device"] = known };

        (await association.Nobody.PostAsync($"/api/links/{token}/comments/1/take-back", Back())).ExpectProblem(422, "CodeNeeded");
        (await association.Nobody.PostAsync($"/api/links/{token}/comments/1/take-back", Back("", device))).ExpectProblem(400, "Missing");
        (await association.Nobody.PostAsync($"/api/links/{token}/comments/2/take-back", Back(known: device))).ExpectProblem(409, "CommentIsAnswered");
        (await association.Nobody.PostAsync($"/api/links/{token}/comments/9/take-back", Back(known: device))).ExpectProblem(409, "NoSuchComment");
        var taken = (await association.Nobody.PostAsync($"/api/links/{token}/comments/1/take-back", Back(known: device))).Expect(200).Json["comments"]!.AsArray();
        Assert.NotNull((string?)taken[0]!["takenBackAt"]);
        (await AnswerAsync(mou, 1, "Accepted")).ExpectProblem(409, "CommentWasTakenBack");

        using var embassy = association.NewVisitor();
        var page = (await embassy.GetAsync($"/review/{token}")).ExpectPage(200);
        Assert.Equal(1, page.CountOf("input[name=takeBack]"));
        Answer? ask = null;
        var code = await association.Mailbox.CodeAsync(Association.EmbassyAddress, async () => ask = (await embassy.PostAsync(
            $"/review/{token}/comment/take-back", page.Fields("/comment/take-back"))).ExpectPage(200));
        Assert.Equal("3", ask!.Hidden("/comment/take-back", "takeBack"));
        (await embassy.PostAsync($"/review/{token}/comment/take-back", ask.Fields("/comment/take-back", ("code", code)))).Expect(303);
        Assert.Equal(0, (await embassy.GetAsync($"/review/{token}")).ExpectPage(200).CountOf("input[name=takeBack]"));
        Assert.DoesNotContain("to be answered", (await association.Officer.GetAsync($"/office/mous/{mou["id"]}")).ExpectPage(200).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_named_by_field()
    {
        var (mou, token) = await association.SubmittedAsync();
        string[] FieldsOf(Answer answer) => [.. answer.Expect(400).Json["errors"]!.AsObject().Select(error => error.Key).Order()];

        Assert.Equal(["clause", "words"], FieldsOf(await SayAsync(token, Comment(mou, 99, " "))));
        Assert.Equal(["clause"], FieldsOf(await SayAsync(token, Comment(mou, null, "Who pays?"))));
        Assert.Equal(["version"], FieldsOf(await SayAsync(token, Comment(mou, 1, null, proposed: "Chacun ses frais."))));
        Assert.Equal(["version"], FieldsOf(await SayAsync(token, Comment(mou, 1, null, proposed: "Chacun ses frais.", version: "fr"))));
        (await SayAsync("x", Comment(mou, 1, "Who pays?"))).ExpectProblem(404, "LinkUnknown");
        (await association.OtherOffice.GetAsync($"/api/mous/{mou["id"]}/comments")).ExpectProblem(403, "OfAnotherOffice");
        (await association.Clerk.GetAsync($"/office/mous/{mou["id"]}/comments")).ExpectPage(403);
    }

    [Fact]
    public async Task On_its_page_an_embassy_writes_at_the_clause_and_the_office_answers_on_its_own()
    {
        var (mou, token) = await association.SubmittedAsync();
        using var embassy = association.NewVisitor("fr");
        var page = (await embassy.GetAsync($"/review/{token}")).ExpectPage(200);
        var form = page.Fields("/comment", ("words", "Qui paie ?"), ("name", "Jean Moussavou"));
        (await embassy.PostAsync($"/review/{token}/comment", page.Fields("/comment", ("name", "Jean Moussavou")))).ExpectPage(400);
        Answer? ask = null;
        var code = await association.Mailbox.CodeAsync(Association.EmbassyAddress, async () => ask = (await embassy.PostAsync($"/review/{token}/comment", form)).ExpectPage(200));
        Assert.Equal("Qui paie ?", ask!.Hidden("/comment", "words"));
        Assert.Equal($"/review/{token}#clause-1", (await embassy.PostAsync($"/review/{token}/comment", ask.Fields("/comment", ("code", code)))).Expect(303).Location);
        var commented = (await embassy.GetAsync($"/review/{token}")).ExpectPage(200);
        Assert.Equal(1, commented.CountOf("#clause-1 .comment"));
        // The device is known now.
        (await embassy.PostAsync($"/review/{token}/comment", commented.Fields("/comment", ("words", "Et quand ?")))).Expect(303);

        var office = (await association.Officer.GetAsync($"/office/mous/{mou["id"]}/comments")).ExpectPage(200);
        Assert.Equal(2, office.CountOf("form[action$='/answer-comment']"));
        (await association.Officer.PostAsync($"/office/mous/{mou["id"]}/actions/answer-comment", office.Fields("/answer-comment", ("verdict", "Refused")))).ExpectPage(409);
        var done = (await association.Officer.PostAsync($"/office/mous/{mou["id"]}/actions/answer-comment", office.Fields("/answer-comment", ("verdict", "Accepted")))).Expect(303);
        Assert.EndsWith("/comments", done.Location, StringComparison.Ordinal);
        var caseAt = (await association.Officer.GetAsync($"/office/mous/{mou["id"]}")).ExpectPage(200);
        Assert.Contains("1 comment is to be answered", caseAt.Body, StringComparison.Ordinal);
        Assert.Contains("Qui paie ?", (await association.Officer.GetAsync($"/office/mous/{mou["id"]}/text?round=1")).ExpectPage(200).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_difference_between_rounds_is_read_by_clause_and_language()
    {
        var (mou, token) = await association.SubmittedAsync();
        (await association.DecideAsync(token, "request-changes", (string)mou["textHash"]!, "Clause 1.")).Expect(200);
        var draft = Drafts.Good(purpose: "The participants will support the exchange of young people.");
        var edited = (await association.Office.PutAsync($"/api/mous/{mou["id"]}/draft", draft, (await association.Office.GetAsync($"/api/mous/{mou["id"]}")).ETag)).Expect(200).Json;
        await association.SubmitAsync((string)mou["id"]!, (string)edited["textHash"]!);

        var difference = (await association.Office.GetAsync($"/api/mous/{mou["id"]}/rounds/2/difference")).Expect(200).Json;
        var clause = difference["clauses"]![0]!;
        Assert.Equal(((string?)mou["textHash"], (string?)edited["textHash"]), ((string?)difference["before"], (string?)difference["after"]));
        Assert.True((bool)clause["isChanged"]!);
        IEnumerable<string?> Changes(string version) => clause["passages"]!.AsArray()
            .Where(passage => ((string?)passage!["passage"], (string?)passage["version"]) == ("body", version)).SelectMany(passage => passage!["parts"]!.AsArray()).Select(part => (string?)part!["change"]);
        Assert.Contains("Inserted", Changes("en"));
        Assert.Equal(["Same"], Changes("ko"));
        (await association.Office.GetAsync($"/api/mous/{mou["id"]}/rounds/3/difference")).ExpectProblem(404, "NotFound");
    }
}
