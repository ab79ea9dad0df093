using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using LocalDiplomacy.Functions.Tests.Running;

namespace LocalDiplomacy.Functions.Tests.Register;

/// <summary>The register over HTTP: public from the second signature on, the same for everybody, kept by caches and asked again by tag.</summary>
[Collection(RunningCollection.Name)]
public sealed class RegisterTests(Association association)
{
    private const string Header = "kind,place,counterparty,country,date,fields";

    [Fact]
    public async Task A_case_is_found_when_both_have_signed_and_not_before()
    {
        var (mou, governor, mayor, signers) = await association.SigningAsync();
        var (id, hash) = ((string)mou["id"]!, (string)mou["textHash"]!);
        await SignAsync(governor, hash, $"governor-{signers}@gyeongbuk.example");
        Assert.DoesNotContain(hash, (await association.Nobody.GetAsync("/api/register?limit=100")).Expect(200).Body, StringComparison.Ordinal);

        await SignAsync(mayor, hash, $"maire-{signers}@libreville.example");

        JsonNode? entry = null;
        await Waiting.UntilAsync("it is entered", async () => (entry = await FindAsync(hash)) is not null);
        var number = (string)entry!["number"]!;
        Assert.Matches("^[0-9]{4}-[0-9]{4}$", number);
        Assert.Equal(("InEffect", "47", "GA"), ((string?)entry["status"], (string?)entry["place"]!["id"], (string?)entry["country"]));
        Assert.DoesNotContain(signers, entry.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(id, entry.ToJsonString(), StringComparison.Ordinal);
        using var reader = association.NewVisitor();
        Assert.Contains((string)entry["chainHead"]!, (await reader.GetAsync($"/register/{number}")).ExpectPage(200).Body, StringComparison.Ordinal);
        Assert.Contains($"/register/{number}/1", (await association.Nobody.GetAsync("/api/register/feed")).Expect(200).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_text_is_read_where_its_office_released_it_and_nowhere_once_that_was_taken_back()
    {
        var (mou, governor, mayor, signers) = await association.SigningAsync();
        var (id, hash) = ((string)mou["id"]!, (string)mou["textHash"]!);
        (await association.Office.PostAsync($"/api/mous/{id}/actions/release-text", new JsonObject { ["textHash"] = hash })).ExpectProblem(409, "NotSigned");
        await SignAsync(governor, hash, $"governor-{signers}@gyeongbuk.example");
        await SignAsync(mayor, hash, $"maire-{signers}@libreville.example");
        JsonNode? entry = null;
        await Waiting.UntilAsync("it is entered", async () => (entry = await FindAsync(hash)) is not null);
        var number = (string)entry!["number"]!;
        string[] addresses = [$"/register/{number}/text", $"/api/register/{number}/text", $"/register/{number}/documents/original-local-government.pdf", $"/register/{number}/documents/original-counterparty.pdf"];
        Assert.Null((string?)entry["textAddress"]);
        foreach (var address in addresses) (await association.Nobody.GetAsync(address)).Expect(404);

        (await association.Office.PostAsync($"/api/mous/{id}/actions/release-text", new JsonObject { ["textHash"] = hash })).Expect(200);
        await Waiting.UntilAsync("it is released", async () => (string?)(await FindAsync(hash))!["textAddress"] == $"/register/{number}/text");
        using var reader = association.NewVisitor();
        Assert.Contains($"/register/{number}/text", (await reader.GetAsync($"/register/{number}")).ExpectPage(200).Body, StringComparison.Ordinal);
        Assert.Contains("will support", (await reader.GetAsync(addresses[0])).ExpectPage(200).Body, StringComparison.Ordinal);
        Assert.Equal(hash, (string?)(await association.Nobody.GetAsync(addresses[1])).Expect(200).Json["hash"]);
        foreach (var pdf in addresses[2..])
        {
            var printed = (await association.Nobody.GetAsync(pdf)).Expect(200);
            Assert.StartsWith("%PDF-", printed.Body, StringComparison.Ordinal);
            Assert.DoesNotContain(id, printed.Body + printed.Header("Content-Disposition"), StringComparison.Ordinal);
        }

        (await association.Nobody.GetAsync($"/register/{number}/documents/record.pdf")).Expect(404);

        (await association.Office.PostAsync($"/api/mous/{id}/actions/withhold-text", new JsonObject { ["reason"] = " " })).ExpectProblem(400, "Missing");
        (await association.Office.PostAsync($"/api/mous/{id}/actions/withhold-text", new JsonObject { ["reason"] = "The partner asked for it." })).Expect(200);
        foreach (var address in addresses) (await association.Nobody.GetAsync(address)).Expect(404);
        await Waiting.UntilAsync("it is taken back", async () => (string?)(await FindAsync(hash))!["textAddress"] is null);
        var causes = (await association.Nobody.GetAsync($"/api/register/{number}")).Expect(200).Json["entries"]!.AsArray().Select(one => (string)one!["cause"]!);
        Assert.Equal(["TextReleased", "TextWithheld"], causes.TakeLast(2));
        Assert.DoesNotContain("The partner asked for it.", (await reader.GetAsync($"/register/{number}")).ExpectPage(200).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_association_sees_which_files_were_taken_in_and_nobody_else_does()
    {
        var file = $"{Header}\n자매결연,경상북도,Listed {ApiCaller.NewKey()},GA,2001-05-04,\n";
        (await ImportAsync(file)).Expect(200);
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(file)));

        var listed = (await association.Administrator.GetAsync("/api/desk/register/imports")).Expect(200).Json["items"]!.AsArray().Single(one => (string?)one!["fileSha256"] == hash)!;
        Assert.Equal((1, 0, 1), ((int)listed["added"]!, (int)listed["corrected"]!, (int)listed["lines"]!));
        Assert.Contains(hash, (await association.Auditor.GetAsync("/desk/register/imports")).ExpectPage(200).Body, StringComparison.Ordinal);
        (await association.Officer.GetAsync("/desk/register/imports")).ExpectPage(403);
        (await association.Nobody.GetAsync("/api/desk/register/imports")).ExpectProblem(401, "SignInNeeded");
    }

    [Fact]
    public async Task Ties_of_before_come_by_a_file_once_and_are_found_in_both_scripts()
    {
        var file = $"{Header}\n자매결연,경상북도 안동시,Řeka nad Šumavou,체코,2007-05-04,관광\n우호협력,안동시,Ōtsu,일본,2015-05-04,\n";
        var dry = (await ImportAsync(file, "?dryRun=true")).Expect(200).Json;
        var first = (await ImportAsync(file)).Expect(200).Json;
        var again = (await ImportAsync(file)).Expect(200).Json;

        Assert.Equal((2, false, 2, true, 0, 2, false), (
            (int)dry["added"]!, (bool)dry["isWritten"]!, (int)first["added"]!, (bool)first["isWritten"]!, (int)again["added"]!, (int)again["unchanged"]!, (bool)again["isWritten"]!));
        Assert.Equal("2007-05-04", (string?)(await OneAsync("q=reka%20sumav"))["signedOn"]);
        Assert.Equal("CZ", (string?)(await OneAsync("q=%EC%95%88%E3%84%B7%20%EC%B2%B4%EC%BD%94"))["country"]);
        Assert.Equal("JP", (string?)(await OneAsync("place=47-안동시&country=jp&year=2015&kind=friendship"))["country"]);
        Assert.Equal(0, (int)(await association.Nobody.GetAsync("/api/register?q=sumav&year=2015")).Expect(200).Json["total"]!);
        using var reader = association.NewVisitor("ko");
        Assert.Contains("조건에 맞는 협약이 없습니다", (await reader.GetAsync("/register?q=%EC%97%86%EB%8A%94%EA%B3%B3")).ExpectPage(200).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/register")]
    [InlineData("/register/{0}")]
    [InlineData("/register/{0}/1")]
    [InlineData("/api/register")]
    [InlineData("/api/register/{0}")]
    [InlineData("/api/register/{0}/1")]
    [InlineData("/api/register/csv")]
    [InlineData("/api/register/feed")]
    public async Task Every_address_has_a_tag_that_is_304_until_the_register_changes(string template)
    {
        var number = await NumberAsync();
        var path = string.Format(System.Globalization.CultureInfo.InvariantCulture, template, number);
        Answer answer = null!, same = null!;
        // Cases that other tests signed may be entered meanwhile.
        await Waiting.UntilAsync("the register stands still", async () => (same = await GetAsync(path, (answer = (await GetAsync(path, null)).Expect(200)).Header("ETag"))).Code == 304);
        var tag = answer.Header("ETag")!;

        Assert.StartsWith("public", answer.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Null(answer.Header("X-Robots-Tag"));
        Assert.Equal((tag, ""), (same.Header("ETag"), same.Body));

        await NumberAsync();
        await Waiting.UntilAsync("the tag is another", async () => (await GetAsync(path, tag)).Code == 200);
    }

    [Theory]
    [InlineData("kind=marriage", "kind")]
    [InlineData("field=love", "field")]
    [InlineData("status=9", "status")]
    [InlineData("country=Gabon", "country")]
    [InlineData("region=MARS", "region")]
    [InlineData("year=MMVII", "year")]
    [InlineData("page=0", "page")]
    [InlineData("limit=101", "limit")]
    public async Task What_no_search_sends_is_told_by_name(string query, string name)
    {
        var problem = (await association.Nobody.GetAsync("/api/register?" + query)).ExpectProblem(400, "QueryWrong");
        using var reader = association.NewVisitor();

        Assert.NotNull(problem["errors"]![name]);
        (await reader.GetAsync("/register?" + query)).ExpectPage(400);
    }

    [Theory]
    [InlineData("/register/2026-9999")]
    [InlineData("/register/0000-0000")]
    [InlineData("/register/%3Cscript%3E")]
    [InlineData("/register/2026-0001/99")]
    public async Task What_is_not_registered_is_404(string path)
    {
        using var reader = association.NewVisitor();
        (await reader.GetAsync(path)).ExpectPage(404);
        if (path.Length > 18) (await association.Nobody.GetAsync("/api" + path)).Expect(404);
    }

    [Fact]
    public async Task A_page_behind_the_end_is_the_last_one_and_lists_go_on_to_their_end()
    {
        var number = await NumberAsync();
        await NumberAsync();
        var seen = new List<string>();
        for (var next = "/api/register?limit=1&q=Ville"; next is not null;)
        {
            var page = (await association.Nobody.GetAsync(next)).Expect(200).Json;
            seen.AddRange(page["items"]!.AsArray().Select(item => (string)item!["number"]!));
            next = (string?)page["next"];
        }

        using var reader = association.NewVisitor();
        Assert.Contains(number, seen);
        Assert.Distinct(seen);
        Assert.Contains("Ville", (await reader.GetAsync("/register?q=Ville&page=99999")).ExpectPage(200).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_file_is_refused_line_by_line_on_the_page_and_in_JSON()
    {
        var file = $"{Header}\n자매결연,중구,Ville,GA,2001-05-04,\n자매결연,경상북도,Ville,XX,2001-13-04,\n";
        var problem = (await ImportAsync(file)).ExpectProblem(422, "FileRefused");
        var lines = problem["current"]!.AsArray();
        Assert.Equal(["2 place SeveralOfThisName", "3 country Unknown", "3 date Malformed"], lines.Select(line => $"{line!["line"]} {line["column"]} {line["code"]}").Order());

        var page = (await CheckAsync(file)).ExpectPage(422);
        Assert.Contains("Several local governments have this name", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"content\"", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_looks_at_a_file_and_takes_it_on_its_page()
    {
        var name = "Ville " + ApiCaller.NewKey();
        var check = (await CheckAsync($"{Header}\n자매결연,경상북도,{name},GA,2001-05-04,\n")).ExpectPage(200);
        Assert.Equal(0, (int)(await association.Nobody.GetAsync("/api/register?q=" + Uri.EscapeDataString(name))).Expect(200).Json["total"]!);

        var taken = await association.Administrator.PostAsync("/desk/register/import/apply", ("content", check.Hidden("/desk/register/import/apply", "content")), ("reason", "The list of 2025"), ("key", "k"));

        Assert.Contains("Registered", taken.ExpectPage(200).Body, StringComparison.Ordinal);
        Assert.Equal(name, (string?)(await OneAsync("q=" + Uri.EscapeDataString(name)))["counterparty"]!["en"]);
    }

    [Fact]
    public async Task Nobody_but_the_desk_imports()
    {
        (await association.Officer.GetAsync("/desk/register/import")).ExpectPage(403);
        (await association.Office.PostAsync("/api/desk/register/import", null)).Expect(403);
        (await association.Nobody.PostAsync("/api/desk/register/import", null)).Expect(401);
        (await association.Administrator.PostAsync("/desk/register/import/apply", ("content", "%%%"), ("key", "k"))).ExpectPage(400);
        (await association.Administrator.GetAsync("/desk/register/import")).ExpectPage(200);
    }

    [Fact]
    public async Task The_file_opens_in_a_spreadsheet_and_the_feed_in_a_reader()
    {
        var number = await NumberAsync();
        var file = await GetAsync("/api/register/csv?q=" + number, null);
        var feed = XDocument.Parse((await GetAsync("/api/register/feed", null)).Body);
        XNamespace atom = "http://www.w3.org/2005/Atom";

        Assert.Equal("text/csv", file.ContentType);
        Assert.Contains(number, file.Body, StringComparison.Ordinal);
        Assert.Equal(2, file.Body.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(association.Program.Address + "api/register/feed", (string?)feed.Root!.Element(atom + "id"));
        Assert.All(feed.Root.Elements(atom + "entry"), entry =>
        {
            Assert.NotEmpty((string?)entry.Element(atom + "title") ?? "");
            Assert.True(DateTimeOffset.TryParse((string?)entry.Element(atom + "updated"), System.Globalization.CultureInfo.InvariantCulture, out _));
        });
        Assert.Distinct(feed.Root.Elements(atom + "entry").Select(entry => (string?)entry.Element(atom + "id")));
    }

    /// <summary>A tie of its own, registered just now.</summary>
    private async Task<string> NumberAsync()
    {
        var answer = (await ImportAsync($"{Header}\n자매결연,경상북도,Ville {ApiCaller.NewKey()},GA,2001-05-04,\n")).Expect(200).Json;
        return (string)answer["lines"]![0]!["number"]!;
    }

    private async Task<JsonNode> OneAsync(string query) => Assert.Single((await association.Nobody.GetAsync("/api/register?" + query)).Expect(200).Json["items"]!.AsArray())!;

    private async Task<JsonNode?> FindAsync(string hash) =>
        (await association.Nobody.GetAsync("/api/register?limit=100")).Expect(200).Json["items"]!.AsArray().FirstOrDefault(item => (string?)item!["textSha256"] == hash);

    private async Task<Answer> GetAsync(string path, string? tag)
    {
        using var reader = association.NewVisitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (tag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return await reader.SendAsync(request);
    }

    private async Task<Answer> ImportAsync(string file, string query = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/desk/register/import" + query) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(file)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        request.Headers.Add("Idempotency-Key", ApiCaller.NewKey());
        return await association.Administrator.SendAsync(request);
    }

    private async Task<Answer> CheckAsync(string file)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(file));
        using var form = new MultipartFormDataContent { { new StringContent("k"), "key" }, { content, "file", "ties.csv" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/desk/register/import") { Content = form };
        return await association.Administrator.SendAsync(request);
    }

    private async Task SignAsync(string token, string hash, string address) => (await association.Nobody.PostAsync($"/api/links/{token}/signature", new JsonObject
    {
        ["name"] = "Somebody",
        ["office"] = "Governor",
        ["intent"] = true,
        ["textHash"] = hash,
        ["code"] = await association.CodeAsync(token, address),
    })).Expect(200);
}
