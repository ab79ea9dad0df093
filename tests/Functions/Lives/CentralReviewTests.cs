using System.Text.Json.Nodes;
using LocalDiplomacy.Functions.Tests.Running;
using static LocalDiplomacy.Functions.Tests.Running.AssociationUnderAClock;

namespace LocalDiplomacy.Functions.Tests.Lives;

/// <summary>The ministry by its link: what it sees, answers, and lets lapse.</summary>
[Collection(ClockCollection.Name)]
public sealed class CentralReviewTests(AssociationUnderAClock association)
{
    [Fact]
    public async Task An_objection_to_a_binding_review_ends_the_matter()
    {
        var (mou, token, address) = await AskedAsync("Field");
        var (id, hash) = ((string)mou["id"]!, (string)mou["textHash"]!);
        var link = (await association.Nobody.GetAsync($"/api/links/{token}")).Expect(200).Json;
        Assert.Equal(("CentralReviewer", "Binding", hash), ((string?)link["holder"], (string?)link["centralReview"]!["mode"], (string?)link["text"]!["hash"]));

        (await AnswerAsync(token, Answer(null, hash, null))).ExpectProblem(400, "Missing");
        (await AnswerAsync(token, Answer("maybe", hash, null))).ExpectProblem(400, "Unknown");
        (await AnswerAsync(token, Answer("objection", hash, null))).ExpectProblem(400, "Missing");
        (await AnswerAsync(token, Answer("no-objection", hash, null))).ExpectProblem(422, "CodeNeeded");
        (await association.Nobody.PostAsync($"/api/links/{token}/decision", Association.Decision("accept", hash, "123456"))).ExpectProblem(404, "LinkUnknown");

        var code = await association.CodeAsync(token, address);
        var given = (await AnswerAsync(token, Answer("objection", hash, code, "Clause 1 binds the state."))).Expect(200).Json;
        Assert.Equal(("Objection", "blocked"), ((string?)given["answer"]!["answer"], (string?)given["stage"]!["name"]));
        (await AnswerAsync(token, Answer("objection", hash, null, "Clause 1 binds the state."))).Expect(200);
        (await AnswerAsync(token, Answer("no-objection", hash, null))).ExpectProblem(409, "AnsweredOtherwise");

        Assert.Equal("Clause 1 binds the state.", (string?)(await association.ReadAsync(id))["stage"]!["reason"]);
        Assert.Contains("Clause 1 binds the state.", (await association.Officer.GetAsync($"/office/mous/{id}")).ExpectPage(200).Body, StringComparison.Ordinal);
        (await association.Office.PostAsync($"/api/mous/{id}/submit", new JsonObject { ["textHash"] = hash })).ExpectProblem(409, "WasBlocked");
    }

    [Fact]
    public async Task On_its_page_it_comments_and_the_same_text_then_goes_on()
    {
        var (mou, token, address) = await AskedAsync("LetterOfIntent");
        var (id, hash, path) = ((string)mou["id"]!, (string)mou["textHash"]!, $"/central-review/{token}");
        using var ministry = association.NewVisitor("ko");
        var page = (await ministry.GetAsync(path)).ExpectPage(200);
        (await ministry.PostAsync(path + "/answer", page.Fields("/answer", ("answer", "comments"), ("name", "Han Seo-yun")))).ExpectPage(400);
        var filled = page.Fields("/answer", ("answer", "comments"), ("name", "Han Seo-yun"), ("comments", "Please name the schools."));
        Answer? ask = null;
        var code = await association.Mailbox.CodeAsync(address, async () => ask = (await ministry.PostAsync(path + "/answer", filled)).ExpectPage(200));
        Assert.Equal(path, (await ministry.PostAsync(path + "/answer", ask!.Fields("/answer", ("code", code)))).Expect(303).Location);
        Assert.Contains("Please name the schools.", (await ministry.GetAsync(path)).Body, StringComparison.Ordinal);

        Assert.Equal("draft", (string?)(await association.ReadAsync(id))["stage"]!["name"]);
        Assert.Contains("Please name the schools.", (await association.Officer.GetAsync($"/office/mous/{id}")).ExpectPage(200).Body, StringComparison.Ordinal);
        var again = (await association.Office.PostAsync($"/api/mous/{id}/submit", new JsonObject { ["textHash"] = hash, ["central"] = Desk(address) })).Expect(200).Json;
        Assert.Equal("under-review", (string?)again["stage"]!["name"]);
    }

    [Fact]
    public async Task It_comments_at_a_clause_and_the_office_answers_before_the_text_goes_on()
    {
        var (mou, token, address) = await AskedAsync("LetterOfIntent");
        var (id, hash) = ((string)mou["id"]!, (string)mou["textHash"]!);
        JsonObject Comment(string words, string? code = null, string? device = null) => new()
        {
            ["clause"] = 1,
            ["words"] = words,
            ["name"] = "Han Seo-yun",
            ["textHash"] = hash,
            ["code"] = code,
            ["device"] = device,
        };
        var said = (await association.Nobody.PostAsync($"/api/links/{token}/comments", Comment("Which schools?", await association.CodeAsync(token, address)))).Expect(200).Json;
        var device = (string?)said["device"];
        Assert.Null((string?)said["comments"]![0]!["mission"]);
        (await association.Nobody.PostAsync($"/api/links/{token}/comments", Comment("And how many?", device: device))).Expect(200);
        (await association.Nobody.PostAsync($"/api/links/{token}/comments/2/take-back", new JsonObject { ["name"] = "Han Seo-yun", ["device"] = device })).Expect(200);
        Assert.Equal(2, (await association.NewVisitor().GetAsync($"/central-review/{token}")).ExpectPage(200).CountOf("#clause-1 .comment"));
        var answer = Answer("comments", hash, null, "See clause 1.");
        answer["device"] = device;
        (await AnswerAsync(token, answer)).Expect(200);

        Assert.Contains("Which schools?", (await association.Officer.GetAsync($"/office/mous/{id}/comments")).ExpectPage(200).Body, StringComparison.Ordinal);
        var submit = new JsonObject { ["textHash"] = hash, ["central"] = Desk(address) };
        (await association.Office.PostAsync($"/api/mous/{id}/submit", submit.DeepClone())).ExpectProblem(409, "CommentsUnanswered");
        (await association.ActAsync(id, "answer-comment", new JsonObject { ["comment"] = 1, ["verdict"] = "Refused", ["answer"] = "The annex names them." })).Expect(200);
        Assert.Equal("under-review", (string?)(await association.Office.PostAsync($"/api/mous/{id}/submit", submit)).Expect(200).Json["stage"]!["name"]);
    }

    [Fact]
    public async Task No_answer_lets_an_advisory_review_lapse_and_a_binding_one_wait()
    {
        var (advisory, token, _) = await AskedAsync("LetterOfIntent");
        var (binding, bindingToken, address) = await AskedAsync("Field");
        await association.SkipToAsync(Day(advisory["stage"]!["dueDay"]).AddDays(5));

        await association.BecomesAsync((string)advisory["id"]!, "under-review");
        Assert.Contains("mou.central-review-lapsed.v1", await association.EventsAsync((string)advisory["id"]!));
        (await AnswerAsync(token, Answer("no-objection", (string)advisory["textHash"]!, null))).ExpectProblem(410, "LinkOver");
        using var ministry = association.NewVisitor();
        var over = await ministry.GetAsync($"/central-review/{token}");
        Assert.False(over.HasForm("/answer"));
        Assert.Contains("lapsed", over.Body, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("No answer in time. This is no approval.", (await association.Officer.GetAsync($"/office/mous/{advisory["id"]}")).ExpectPage(200).Body, StringComparison.Ordinal);

        var id = (string)binding["id"]!;
        await Waiting.UntilAsync("the binding review is overdue", async () => (bool)(await association.ReadAsync(id))["stage"]!["overdue"]!);
        Assert.Equal("central-review", (string?)(await association.ReadAsync(id))["stage"]!["name"]);
        var hash = (string)binding["textHash"]!;
        (await AnswerAsync(bindingToken, Answer("no-objection", hash, await association.CodeAsync(bindingToken, address)))).Expect(200);
        Assert.Equal("under-review", (string?)(await association.ReadAsync(id))["stage"]!["name"]);
    }

    [Fact]
    public async Task A_scanner_of_the_ministrys_mail_changes_nothing()
    {
        var (mou, token, _) = await AskedAsync("Field");
        var id = (string)mou["id"]!;
        var before = ((await association.ReadAsync(id)).ToJsonString(), await association.EventsAsync(id));
        using var program = association.NewVisitor();
        var scanner = new Links.Scanner(program, "scanned", "000000");
        await scanner.OpenAsync($"/central-review/{token}");

        Assert.True(scanner.Forms > 10, $"{scanner.Forms} forms were sent.");
        Assert.Equal(before.Item1, (await association.ReadAsync(id)).ToJsonString());
        Assert.Equal(before.Item2, await association.EventsAsync(id));
    }

    [Fact]
    public async Task Without_the_ministrys_desk_nothing_is_submitted()
    {
        var mou = (await association.Office.PostAsync("/api/mous", Draft("Field"))).Expect(201).Json;
        var submit = new JsonObject { ["textHash"] = (string)mou["textHash"]! };
        (await association.Office.PostAsync($"/api/mous/{mou["id"]}/submit", submit)).ExpectProblem(409, "CentralDeskMissing");
        submit["central"] = new JsonObject { ["name"] = "Desk", ["address"] = "nowhere" };
        (await association.Office.PostAsync($"/api/mous/{mou["id"]}/submit", submit)).ExpectProblem(400, "Malformed");
        var page = (await association.Officer.GetAsync($"/office/mous/{mou["id"]}")).ExpectPage(200);
        (await association.Officer.PostAsync($"/office/mous/{mou["id"]}/submit", page.Fields("/submit"))).ExpectPage(409);
    }

    [Fact]
    public async Task Once_the_office_reports_the_ministry_and_the_desk_have_copies_of_both_originals()
    {
        var (mou, asked, address) = await AskedAsync("LetterOfIntent");
        var (id, hash) = ((string)mou["id"]!, (string)mou["textHash"]!);
        (await AnswerAsync(asked, Answer("no-objection", hash, await association.CodeAsync(asked, address)))).Expect(200);
        await association.SignOnPaperAsync(id, hash);
        (await association.KeepScanAsync(id, "local-government")).Expect(200);
        var scans = (await association.KeepScanAsync(id, "counterparty")).Expect(200).Json["scans"]!.AsArray().Select(scan => (string)scan!["hash"]!).ToList();
        (await association.Nobody.GetAsync($"/api/links/{asked}/scans/{scans[0]}")).ExpectProblem(410, "LinkOver");
        Assert.DoesNotContain(scans[0], (await association.NewVisitor().GetAsync($"/central-review/{asked}")).Body, StringComparison.Ordinal);

        (await association.ActAsync(id, "record-notification", new JsonObject { ["reference"] = "118", ["on"] = Day(association.Today) })).Expect(200);

        var copies = await CopiesAsync(address, scans[0]);
        var ours = await association.Office.GetAsync($"/api/mous/{id}/scans/{scans[0]}");
        foreach (var path in new[] { $"/api/links/{copies}/scans/{scans[0]}", $"/central-review/{copies}/scans/{scans[0]}" })
            Assert.Equal(await ours.Message.Content.ReadAsByteArrayAsync(), await (await association.Nobody.GetAsync(path)).Expect(200).Message.Content.ReadAsByteArrayAsync());
        Assert.Equal(scans, (await association.Nobody.GetAsync($"/api/links/{copies}")).Expect(200).Json["scans"]!.AsArray().Select(scan => (string)scan!["hash"]!));
        (await association.Nobody.GetAsync($"/central-review/{copies}/documents/original-counterparty.pdf")).Expect(200);
        (await association.Nobody.GetAsync($"/api/links/{copies}/scans/{new string('0', 64)}")).ExpectProblem(404, "NotFound");
        (await association.Nobody.GetAsync($"/api/links/nothing/scans/{scans[0]}")).ExpectProblem(404, "LinkUnknown");

        await Waiting.UntilAsync("the desk is told", async () => (await association.Mailbox.AllAsync("desk@garok.example")).Any(mail => mail.Text.Contains($"/desk/mous/{id}", StringComparison.Ordinal)));
        using var desk = await association.SignInAsync("desk@garok.example");
        var page = (await desk.GetAsync($"/desk/mous/{id}")).ExpectPage(200).Body;
        foreach (var file in (string[])[.. scans.Select(scan => $"scans/{scan}"), "documents/original-local-government.pdf", "documents/original-counterparty.pdf", "documents/record.pdf", "evidence"])
        {
            Assert.Contains($"/desk/mous/{id}/{file}", page, StringComparison.Ordinal);
            (await desk.GetAsync($"/desk/mous/{id}/{file}")).Expect(200);
            (await association.NewVisitor().GetAsync($"/desk/mous/{id}/{file}")).ExpectPage(401);
            (await association.Officer.GetAsync($"/desk/mous/{id}/{file}")).ExpectPage(403);
        }
    }

    /// <summary>The link of the mail that brings the copies, among others that the ministry had.</summary>
    private async Task<string> CopiesAsync(string address, string scan)
    {
        while (true)
        {
            var token = await association.Mailbox.LinkAsync(address, "central-review");
            if ((await association.NewVisitor().GetAsync($"/central-review/{token}")).Body.Contains($"/central-review/{token}/scans/{scan}", StringComparison.Ordinal)) return token;
        }
    }

    private async Task<(JsonNode Mou, string Token, string Address)> AskedAsync(string kind)
    {
        var address = $"desk-{ApiCaller.NewKey()}@ministry.example";
        var mou = await association.SubmitAsync(Draft(kind), Desk(address));
        Assert.Equal("central-review", (string?)mou["stage"]!["name"]);
        return (mou, await association.Mailbox.LinkAsync(address, "central-review"), address);
    }

    private static JsonObject Desk(string address) => new() { ["name"] = "Local diplomacy desk", ["address"] = address };

    private static JsonObject Answer(string? answer, string hash, string? code, string? comments = null) =>
        new() { ["answer"] = answer, ["name"] = "Han Seo-yun", ["comments"] = comments, ["textHash"] = hash, ["code"] = code };

    private Task<Answer> AnswerAsync(string token, JsonObject answer) => association.Nobody.PostAsync($"/api/links/{token}/central-answer", answer);
}
