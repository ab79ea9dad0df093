using System.Text;
using System.Text.Json.Nodes;
using LocalDiplomacy.Functions.Tests.Running;

namespace LocalDiplomacy.Functions.Tests.OfficePortal;

/// <summary>A delegation's trip: a draft for each line of a file, all of them or none, and none twice.</summary>
[Collection(RunningCollection.Name)]
public sealed class DraftImportTests(Association association)
{
    private static readonly string Heading = "종류,상대 기관,국가,협력 분야,언어,기간(개월),서명 예정일";

    private static string Trip(string mark) => $"{Heading}\r\n우호협력,City of {mark},가봉,문화·예술;청소년,ko en fr,60,2027. 5. 14.\r\nMOU,Ville de {mark},Gabon,관광,,36,\r\n,,,,,,\r\n";

    private async Task<Answer> ApiAsync(byte[] file, string query = "", ApiCaller? caller = null)
    {
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = new("text/csv");
        return await (caller ?? association.Office).SendAsync(HttpMethod.Post, "/api/import/mous" + query, content, ("Idempotency-Key", ApiCaller.NewKey()));
    }

    private static List<JsonNode> DraftsIn(Answer answer) => [.. answer.Json["drafts"]!.AsArray().Select(draft => draft!)];

    [Theory]
    [InlineData("utf-8")]
    [InlineData("949")]
    [InlineData("utf-16")]
    public async Task A_file_is_read_as_spreadsheets_save_it(string encoding)
    {
        var text = Trip("Encoded " + encoding);
        byte[] file = encoding switch
        {
            "utf-8" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
            "utf-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
            _ => CodePagesEncodingProvider.Instance.GetEncoding(949)!.GetBytes(text),
        };
        var made = (await ApiAsync(file)).Expect(200);

        var first = (await association.Office.GetAsync($"/api/mous/{DraftsIn(made)[0]["id"]}")).Expect(200).Json;
        Assert.Equal(["ko", "en", "fr"], first["languages"]!.AsArray().Select(language => (string)language!));
        Assert.Equal("GA", (string?)first["mission"]!["id"]);
        Assert.Equal(2, DraftsIn(made).Count);
    }

    [Fact]
    public async Task The_same_lines_make_no_second_draft_whoever_sends_them()
    {
        var file = Encoding.UTF8.GetBytes(Trip("Twice"));
        var looked = (await ApiAsync(file, "?dryRun=true")).Expect(200);
        Assert.False((bool)looked.Json["isWritten"]!);
        (await association.Office.GetAsync($"/api/mous/{DraftsIn(looked)[0]["id"]}")).Expect(404);

        var made = (await ApiAsync(file)).Expect(200);
        var again = (await ApiAsync(Encoding.UTF8.GetBytes(Trip("Twice").Replace("2027. 5. 14.", "2027-05-14", StringComparison.Ordinal)))).Expect(200);
        Assert.All(DraftsIn(made), draft => Assert.True((bool)draft["isNew"]!));
        Assert.All(DraftsIn(again), draft => Assert.False((bool)draft["isNew"]!));
        Assert.Equal(DraftsIn(made).Select(draft => (string)draft["id"]!), DraftsIn(again).Select(draft => (string)draft["id"]!));
        Assert.True((bool)DraftsIn((await ApiAsync(file, caller: association.OtherOffice)).Expect(200))[0]["isNew"]!);
    }

    [Fact]
    public async Task One_bad_line_and_nothing_is_made()
    {
        var good = Trip("Good before bad");
        var bad = good + "동맹,City of X,가봉,문화,ko,60,\r\n우호협력,City of Y,아틀란티스,마술,ko en,다섯,내년\r\n" + good.Split("\r\n")[1] + "\r\n";
        var refused = (await ApiAsync(Encoding.UTF8.GetBytes(bad))).Expect(422);

        var problems = refused.Json["current"]!.AsArray().Select(line => $"{line!["line"]} {line["column"]} {line["code"]}").ToList();
        Assert.Equal(
            ["5 kind Unknown", "5 languages TooFewLanguages", "6 country Unknown", "6 fields Unknown", "6 mission Missing", "6 months Malformed", "6 signing_on Malformed", "7  Duplicate"],
            problems.Order(StringComparer.Ordinal));
        Assert.All(DraftsIn((await ApiAsync(Encoding.UTF8.GetBytes(good), "?dryRun=true")).Expect(200)), draft => Assert.True((bool)draft["isNew"]!));
    }

    [Theory]
    [InlineData("", 422)]
    [InlineData("kind,country\r\nMOU,GA", 422)]
    [InlineData("kind,counterparty,country,colour\r\nMOU,X,GA,red", 422)]
    public async Task A_file_that_is_none_is_refused(string file, int status) => (await ApiAsync(Encoding.UTF8.GetBytes(file))).Expect(status);

    [Fact]
    public async Task The_page_shows_first_and_makes_then()
    {
        var officer = association.Officer;
        var template = (await officer.GetAsync("/office/import/template")).Expect(200);
        Assert.Equal("text/csv", template.ContentType);
        var looked = await UploadAsync(Encoding.UTF8.GetBytes(template.Body));

        looked.ExpectPage(200);
        Assert.Equal(2, looked.CountOf("tbody tr"));
        var made = (await officer.PostAsync("/office/import/apply", looked.Fields("/apply"))).ExpectPage(200);
        Assert.Equal(2, made.CountOf("tbody a[href^='/office/mous/']"));
        Assert.Equal(0, (await UploadAsync(Encoding.UTF8.GetBytes(template.Body))).ExpectPage(200).CountOf("form[action$='/apply']"));
        (await UploadAsync("kind,counterparty,country\nMOU,X,Nowhere"u8.ToArray())).ExpectPage(422);
        (await UploadAsync([])).ExpectPage(400);
        (await officer.PostAsync("/office/import/apply", ("content", "not base64!"), ("key", "k"))).ExpectPage(400);
    }

    private async Task<Answer> UploadAsync(byte[] file)
    {
        using var form = new MultipartFormDataContent { { new StringContent("k"), "key" }, { new ByteArrayContent(file), "file", "trip.csv" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/office/import") { Content = form };
        return await association.Officer.SendAsync(request);
    }

    [Fact]
    public async Task Missions_are_found_by_typing_in_any_language()
    {
        foreach (var typed in new[] { "ㄱㅂ", "가보", "Gabón", "gab" })
        {
            var found = (await association.Office.GetAsync("/api/choices/missions?q=" + Uri.EscapeDataString(typed))).Expect(200);
            Assert.Contains(found.Json["items"]!.AsArray(), item => (string)item!["id"]! == "GA");
            (await association.Office.GetAsync("/api/choices/missions?q=" + Uri.EscapeDataString(typed), ("If-None-Match", found.ETag!))).Expect(304);
        }

        Assert.Equal("47", (string?)(await association.Office.GetAsync("/api/choices/local-governments?q=" + Uri.EscapeDataString("ㄱㅅㅂㄷ"))).Expect(200).Json["items"]![0]!["id"]);
        (await association.Office.GetAsync("/api/choices/planets")).Expect(404);
        (await association.Office.GetAsync("/api/choices/missions?q=" + new string('a', 101))).Expect(400);
        (await association.Nobody.GetAsync("/api/choices/missions")).Expect(401);
    }

    [Fact]
    public async Task Partners_are_looked_for_without_scripts_too()
    {
        var searched = await association.Officer.PostAsync(
            "/office/mous/new", Drafts.Sent(Drafts.Form("Kept words."), ("action", "find-partner"), ("partner", "no such partner"), ("key", ApiCaller.NewKey())));

        searched.ExpectPage(200);
        Assert.Equal(1, searched.CountOf("#partners li"));
        Assert.Equal("Kept words.", searched.Value("clause[0].body.en"));
    }
}
