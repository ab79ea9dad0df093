using System.Text;
using System.Text.Json.Nodes;
using LocalDiplomacy.Functions.Tests.Running;

namespace LocalDiplomacy.Functions.Tests.BadInput;

/// <summary>Characters that nobody sees, that turn the direction of writing, or that mean nothing, over HTTP: refused by field, or of no weight.</summary>
[Collection(RunningCollection.Name)]
public sealed class UnicodeOfEveryKind(Association association)
{
    public static TheoryData<string, string> Unwanted() => new()
    {
        { "NUL", "a\0b" },
        { "a control", "a\u0007b" },
        { "a control of the second range", "a\u0085b" },
        { "right-to-left override", "pay \u202e000,1 won" },
        { "an embedding", "a\u202ab" },
        { "an isolate", "a\u2066b\u2069" },
        { "a right-to-left mark", "a\u200fb" },
        { "an Arabic letter mark", "a\u061cb" },
        { "an interlinear anchor", "a\ufff9b" },
        { "a tag", "a\U000e0041b" },
        { "private use", "a\ue000b" },
        { "private use of another plane", "a\U000f0000b" },
        { "unassigned", "a\u0378b" },
        { "a noncharacter", "a\uffffb" },
        { "a noncharacter of another plane", "a\U0001fffeb" },
        { "a noncharacter of Arabic forms", "a\ufdd0b" },
        { "what stands for broken bytes", "a\ufffdb" },
        { "a filler of Hangul", "a\u3164b" },
        { "a blank pattern of Braille", "a\u2800b" },
        { "marks piled up", "Z" + new string('\u0335', 40) + "algo" },
        { "marks of every kind piled up", "e\u0301\u0323\u0330\u0334\u20dd\u20e3\u0301\u0323" },
    };

    [Theory, MemberData(nameof(Unwanted))]
    public async Task Is_refused_in_every_field_that_people_write(string name, string words)
    {
        (string Field, Action<JsonObject> Put)[] places =
        [
            ("title.en", draft => draft["title"]!["en"] = words),
            ("counterparty.name.en", draft => draft["counterparty"]!["name"]!["en"] = words),
            ("counterparty.place.ko", draft => draft["counterparty"]!["place"]!["ko"] = words),
            ("clauses[0].heading.ko", draft => draft["clauses"]![0]!["heading"]!["ko"] = words),
            ("clauses[0].body.en", draft => draft["clauses"]![0]!["body"]!["en"] = words),
            ("signing.counterparty.name", draft => draft["signing"] = new JsonObject { ["counterparty"] = new JsonObject { ["name"] = words } }),
        ];

        var all = Drafts.Good();
        foreach (var (_, put) in places) put(all);
        var errors = (await association.Office.PostAsync("/api/mous", all)).ExpectProblem(400, "FieldsWrong")["errors"]!.AsObject();

        Assert.True(places.All(place => errors.ContainsKey(place.Field)), $"{name}: {string.Join(", ", errors.Select(error => error.Key))}");
        var page = (await association.Officer.GetAsync("/office/mous/new")).ExpectPage(200);
        var form = Drafts.Form(words);
        var answer = (await association.Officer.PostAsync("/office/mous/new", Drafts.Sent(form, ("key", page.Hidden("/office/mous/new", "key"))))).ExpectPage(400);
        // No form with it is read at all, so that no field can be named.
        if (name != "NUL") Assert.Contains("f-clauses-0-body-en", answer.Body, StringComparison.Ordinal);
        Assert.Contains("cannot be seen", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ko", "보이지 않거나")]
    [InlineData("en", "cannot be seen")]
    [InlineData("fr", "caractères invisibles")]
    [InlineData("es", "caracteres invisibles")]
    public async Task The_field_is_named_with_a_remedy_in_the_readers_language(string language, string words)
    {
        var draft = Drafts.Good(purpose: "pay \u202e000,1 won").ToJsonString();
        var answer = await association.Office.SendAsync(
            HttpMethod.Post, "/api/mous", new StringContent(draft, Encoding.UTF8, "application/json"), ("Idempotency-Key", ApiCaller.NewKey()), ("Accept-Language", language));

        Assert.Contains(words, answer.ExpectProblem(400, "ControlCharacters")["errors"]!["clauses[0].body.en"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reason_a_name_and_a_comment_are_held_to_the_same()
    {
        var (mou, token) = await association.SubmittedAsync();
        var (id, hash) = ((string)mou["id"]!, (string)mou["textHash"]!);

        Assert.NotNull((await association.DecideAsync(token, "request-changes", hash, "clause \u202e2")).Expect(400).Json["errors"]!["reason"]);
        Assert.NotNull((await association.Nobody.PostAsync($"/api/links/{token}/decision", Association.Decision("accept", hash, "000000", name: "Jean\ue000"))).Expect(400).Json["errors"]!["name"]);
        Assert.NotNull((await association.Office.PostAsync($"/api/mous/{id}/withdraw", new JsonObject { ["reason"] = "over\uffff" })).Expect(400).Json["errors"]!["reason"]);
    }

    [Theory]
    [InlineData("Coopération", "Coope\u0301ration")]
    [InlineData("경상북도", "\u1100\u1167\u11bc\u1109\u1161\u11bc\u1107\u116e\u11a8\u1103\u1169")]
    [InlineData("Å", "\u212b")]
    [InlineData("youth exchange", "you\u200bth\u00ad ex\ufeffchange\u2060")]
    [InlineData("one\ntwo", "one  \r\ntwo\t\r\n\r\n")]
    [InlineData("one\ntwo", "one\u2028two")]
    public async Task What_looks_the_same_has_the_same_hash(string one, string other)
    {
        var key = ApiCaller.NewKey();
        string Body(string words) => $"{key} {words}";

        var first = (await association.Office.PostAsync("/api/mous", Drafts.Good(purpose: Body(one)))).Expect(201).Json;
        var second = (await association.Office.PostAsync("/api/mous", Drafts.Good(purpose: Body(other)))).Expect(201).Json;

        Assert.Equal((string?)first["textHash"], (string?)second["textHash"]);
        Assert.NotEqual((string?)first["textHash"], (string?)(await association.Office.PostAsync("/api/mous", Drafts.Good(purpose: Body(one + "x")))).Expect(201).Json["textHash"]);
    }

    /// <summary>Persian and the scripts of India spell with joiners; emoji are made of them.</summary>
    [Theory]
    [InlineData("می\u200cخواهم")]
    [InlineData("क्\u200dष")]
    [InlineData("👨\u200d👩\u200d👧 and ☎\ufe0f")]
    public async Task What_other_scripts_need_is_taken_and_refused_for_print_alone_before_anything_is_sent(string words)
    {
        var made = (await association.Office.PostAsync("/api/mous", Drafts.Good(purpose: words))).Expect(201).Json;

        var refused = (await association.Office.PostAsync($"/api/mous/{made["id"]}/submit", new JsonObject { ["textHash"] = (string)made["textHash"]! })).ExpectProblem(422, "ScreeningErrors");

        var finding = refused["current"]!["items"]!.AsArray().Single(item => (string?)item!["rule"] == "UnprintableLetters")!;
        Assert.Equal((1, "en"), ((int)finding["clause"]!, (string?)finding["version"] ?? (string?)finding["language"]));
        Assert.Contains("U+", (string)finding["words"]!, StringComparison.Ordinal);
        Assert.Equal("draft", (string?)(await association.Office.GetAsync($"/api/mous/{made["id"]}")).Json["stage"]!["name"]);
    }

    [Fact]
    public async Task Chinese_and_Japanese_go_through_and_a_signers_name_without_a_font_is_refused_by_field()
    {
        var draft = Drafts.Good(purpose: $"陕西省 東京都 ソウル {ApiCaller.NewKey()}");
        draft["counterparty"]!["name"]!["ko"] = "산시성(陕西省)";
        var made = (await association.Office.PostAsync("/api/mous", draft)).Expect(201).Json;
        var (mou, token) = await association.SubmitAsync((string)made["id"]!, (string)made["textHash"]!);
        (await association.Office.GetAsync($"/api/mous/{mou["id"]}/documents/original-counterparty.pdf")).Expect(200);
        (await association.DecideAsync(token, "accept", (string)made["textHash"]!)).Expect(200);

        var signing = Drafts.Signing((string)made["textHash"]!, ApiCaller.NewKey());
        signing["counterparty"]!["name"] = "سمير";
        var problem = (await association.Office.PostAsync($"/api/mous/{mou["id"]}/signing", signing)).ExpectProblem(400, "NotPrintable");

        Assert.Equal(["counterparty.name"], problem["errors"]!.AsObject().Select(error => error.Key));
        signing["counterparty"]!["name"] = "陈晓东";
        (await association.Office.PostAsync($"/api/mous/{mou["id"]}/signing", signing)).Expect(200);
    }

    [Theory]
    [InlineData(new byte[] { 0xC3, 0x28 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xF8, 0x88, 0x80, 0x80, 0x80 })]
    [InlineData(new byte[] { 0xC0, 0x80 })]
    public async Task Bytes_that_are_no_UTF_8_are_never_taken_for_a_text(byte[] bytes)
    {
        byte[] body = [.. Encoding.UTF8.GetBytes("""{"kind":"Friendship","title":{"ko":" """), .. bytes, .. "\"}}"u8];
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/json");

        var answer = await association.Office.SendAsync(HttpMethod.Post, "/api/mous", content, ("Idempotency-Key", ApiCaller.NewKey()));

        Assert.Equal(400, answer.Code);
        Assert.False(string.IsNullOrWhiteSpace((string?)answer.Json["detail"]));
    }
}
