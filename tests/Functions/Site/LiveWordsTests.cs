using System.Text;
using AngleSharp.Html.Parser;
using LocalDiplomacy.Documents.Tests;
using LocalDiplomacy.Functions.Tests.Running;
using LocalDiplomacy.Pages.Tests.Wording;

namespace LocalDiplomacy.Functions.Tests.Site;

/// <summary>What the running program answers to a reader of another language: no English is left over, wherever it answers from.</summary>
public sealed class LiveWordsTests(Association association) : IClassFixture<Association>
{
    [Theory, InlineData("ko"), InlineData("fr"), InlineData("es")]
    public async Task Error_pages_speak_the_readers_language(string language)
    {
        using var visitor = association.NewVisitor(language);
        HttpRequestMessage Sent(HttpMethod method, string path, HttpContent? content = null) => new(method, path) { Content = content };
        var foreign = Sent(HttpMethod.Post, "/sign-in", new FormUrlEncodedContent([KeyValuePair.Create("address", "a@b.example")]));
        foreign.Headers.Add("Origin", "https://elsewhere.example");
        foreach (var (code, request) in new (int, HttpRequestMessage)[]
        {
            (400, Sent(HttpMethod.Post, "/sign-in", new StringContent("--x", Encoding.UTF8, "application/x-www-form-urlencoded"))),
            (401, Sent(HttpMethod.Get, "/office")), (404, Sent(HttpMethod.Get, "/nothing")), (404, Sent(HttpMethod.Get, "/review/no-such-token")),
            (404, Sent(HttpMethod.Get, "/sign/no-such-token")), (404, Sent(HttpMethod.Get, "/register/999999")), (405, Sent(HttpMethod.Delete, "/register")),
            (413, Sent(HttpMethod.Post, "/sign-in", new ByteArrayContent(new byte[12_000_000]) { Headers = { ContentType = new("application/x-www-form-urlencoded") } })),
            (415, Sent(HttpMethod.Post, "/sign-in", new StringContent("{}", Encoding.UTF8, "application/json"))),
        })
        {
            var answer = await visitor.SendRawAsync(request);
            Assert.Equal("text/html", answer.ContentType);
            if (code != 400) Assert.Equal((request.RequestUri, code), (request.RequestUri, answer.Code));
            HoldsAll(answer, language);
        }
    }

    [Theory, InlineData("ko"), InlineData("fr"), InlineData("es")]
    public async Task Dead_links_say_what_became_of_the_matter_in_the_readers_language(string language)
    {
        var (mou, review) = await association.SubmittedAsync();
        using var visitor = association.NewVisitor(language);
        Holds(await visitor.GetAsync($"/review/{review}"), language);
        (await association.DecideAsync(review, "accept", (string)mou["textHash"]!)).Expect(200);
        Holds(await visitor.GetAsync($"/review/{review}"), language);
        var (signing, governor, mayor, _) = await association.SigningAsync();
        Holds(await visitor.GetAsync($"/sign/{governor}"), language);
        (await association.Office.PostAsync($"/api/mous/{signing["id"]}/withdraw", new System.Text.Json.Nodes.JsonObject { ["reason"] = "–" })).Expect(200);
        Holds(await visitor.GetAsync($"/sign/{mayor}"), language);
        Holds(await visitor.PostAsync($"/sign/{mayor}/link", ("key", ApiCaller.NewKey())), language);
    }

    [Theory, InlineData("ko"), InlineData("fr"), InlineData("es")]
    public async Task Problems_in_JSON_speak_the_language_that_is_asked_for(string language)
    {
        var draft = await association.DraftAsync();
        var path = $"/api/mous/{draft["id"]}";
        foreach (var answer in new[]
        {
            await association.Nobody.GetAsync("/api/mous", ("Accept-Language", language)), await association.Office.GetAsync("/api/mous/none", ("Accept-Language", language)),
            await association.OtherOffice.GetAsync(path, ("Accept-Language", language)), await association.Nobody.GetAsync("/api/links/none", ("Accept-Language", language)),
            await association.Office.GetAsync($"{path}/documents/nothing.pdf", ("Accept-Language", language)), await association.Office.GetAsync("/api/mous?limit=x", ("Accept-Language", language)),
            await SendAsync(HttpMethod.Post, $"{path}/submit", "{", language), await SendAsync(HttpMethod.Post, $"{path}/submit", "{\"textHash\":1}", language),
            await SendAsync(HttpMethod.Post, $"{path}/submit", "{\"textHash\":\"none\"}", language), await SendAsync(HttpMethod.Put, $"{path}/draft", "{}", language),
            await SendAsync(HttpMethod.Post, "/api/mous", "{\"kind\":\"None\",\"clauses\":[{}]}", language), await SendAsync(HttpMethod.Post, $"{path}/actions/remind", "{}", language),
            await SendAsync(HttpMethod.Post, $"{path}/actions/approve", "{}", language), await SendAsync(HttpMethod.Delete, path, "{}", language),
        })
        {
            Assert.Equal("application/problem+json", answer.ContentType);
            string[] said = [(string)answer.Json["title"]!, (string)answer.Json["detail"]!, .. (answer.Json["errors"]?.AsObject() ?? []).SelectMany(field => field.Value!.AsArray()).Select(one => (string)one!)];
            Assert.Null(OurEnglish.Among(said));
            Assert.All(said, sentence => Assert.False(OurEnglish.IsSentence(sentence), $"{answer.Code} says in {language}: {sentence}"));
        }
    }

    [Theory, InlineData("ko"), InlineData("fr"), InlineData("es")]
    public async Task Records_are_printed_in_the_readers_language(string language)
    {
        if (!Poppler.IsThere && !Poppler.IsExpected) return;
        var (mou, token) = await association.SubmittedAsync();
        (await association.DecideAsync(token, "request-changes", (string)mou["textHash"]!, "–")).Expect(200);
        var answer = (await association.Office.GetAsync($"/api/mous/{mou["id"]}/documents/record.pdf", ("Accept-Language", language))).Expect(200);

        var lines = (await Poppler.TextAsync(await answer.Message.Content.ReadAsByteArrayAsync())).Split(['\n', '\f'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        Assert.True(lines.Length > 15);
        Assert.Null(OurEnglish.Among(lines));
    }

    private async Task<Answer> SendAsync(HttpMethod method, string path, string body, string language)
    {
        using var http = new HttpClient { BaseAddress = association.Address };
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new("Bearer", association.OfficeKey);
        request.Headers.AcceptLanguage.ParseAdd(language);
        request.Headers.Add("Idempotency-Key", ApiCaller.NewKey());
        return await Answer.OfAsync(await http.SendAsync(request));
    }

    /// <summary>A page that names people and texts: none of its own pieces is English.</summary>
    private static void Holds(Answer answer, string language)
    {
        var page = new HtmlParser().ParseDocument(answer.Body);
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Null(OurEnglish.Among(OurEnglish.Said(page.DocumentElement)));
    }

    /// <summary>A page that says nothing but its own: no English sentence at all.</summary>
    private static void HoldsAll(Answer answer, string language)
    {
        Holds(answer, language);
        Assert.All(OurEnglish.Said(new HtmlParser().ParseDocument(answer.Body).DocumentElement), piece => Assert.False(OurEnglish.IsSentence(piece), $"{answer.Code} says in {language}: {piece}"));
    }
}
