using System.IO.Compression;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using LocalDiplomacy.Functions.Tests.Running;

namespace LocalDiplomacy.Functions.Tests.Signing;

[Collection(RunningCollection.Name)]
public sealed class ScansTests(Association association)
{
    private static readonly string Today = TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_scan_comes_by_the_page_and_by_the_api_and_goes_out_as_it_came()
    {
        var (id, path) = await OnPaperAsync();
        var (ours, theirs) = (Pdf(), Pdf());

        var byPage = await SendAsync(association.Officer, path, "local-government", ours, "서명본.pdf", "application/pdf");
        var byApi = await PostAsync(id, "counterparty", theirs, "application/pdf");

        byPage.Expect(303);
        Assert.StartsWith($"{path}?recorded=", byPage.Message.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var kept = byApi.Expect(200).Json["scans"]!.AsArray();
        Assert.Equal([Hash(ours), Hash(theirs)], kept.Select(scan => (string)scan!["hash"]!));
        Assert.Equal(["LocalGovernment", "Counterparty"], kept.Select(scan => (string)scan!["of"]!));
        Assert.Equal([("Pdf", (long)ours.Length), ("Pdf", theirs.Length)], kept.Select(scan => ((string)scan!["form"]!, (long)scan["bytes"]!)));

        foreach (var got in new[]
        {
            (await association.Officer.GetAsync($"{path}/{Hash(ours)}")).Expect(200), (await association.Office.GetAsync($"/api/mous/{id}/scans/{Hash(ours)}")).Expect(200),
            (await association.Auditor.GetAsync($"/desk/mous/{id}/scans/{Hash(ours)}")).Expect(200),
        })
        {
            Assert.Equal(ours, await got.Message.Content.ReadAsByteArrayAsync());
            Assert.Equal("application/pdf", got.ContentType);
            Assert.Equal("nosniff", string.Join(',', got.Message.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("attachment", got.Message.Content.Headers.ContentDisposition!.DispositionType);
            Assert.DoesNotContain("서명본", got.Message.Content.Headers.ContentDisposition.FileName!, StringComparison.Ordinal);
        }

        using var zip = new ZipArchive(new MemoryStream(await (await association.Office.GetAsync($"/api/mous/{id}/evidence")).Expect(200).Message.Content.ReadAsByteArrayAsync()));
        Assert.Equal([$"scans/{Hash(ours)}.pdf", $"scans/{Hash(theirs)}.pdf"], zip.Entries.Select(entry => entry.FullName).Where(name => name.StartsWith("scans/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Sending_it_again_is_answered_the_same_and_kept_once()
    {
        var (id, path) = await OnPaperAsync();
        var scan = Pdf();

        (await PostAsync(id, "counterparty", scan, "application/pdf", "same")).Expect(200);
        var again = (await PostAsync(id, "counterparty", scan, "application/pdf", "same")).Expect(200);
        (await PostAsync(id, "counterparty", Pdf(), "application/pdf", "same")).ExpectProblem(422, "IdempotencyKeyReused");
        var other = await PostAsync(id, "local-government", scan, "application/pdf");

        Assert.Single(again.Json["scans"]!.AsArray());
        other.ExpectProblem(409, "ScanOfTheOther");
        Assert.Contains("recorded=none", (await SendAsync(association.Officer, path, "counterparty", scan, "a.pdf", "application/pdf")).Expect(303).Message.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_files_are_named_on_the_page_and_in_json()
    {
        var (id, path) = await OnPaperAsync();
        var script = Pdf("<</S/JavaScript/JS(app.alert(1))>>");
        (byte[] Content, string Name, string Type, string Code)[] bad =
        [
            ([], "a.pdf", "application/pdf", "EmptyFile"),
            (script, "a.pdf", "application/pdf", "ActiveFile"),
            (Pdf()[..200], "a.pdf", "application/pdf", "DamagedFile"),
            (Pdf(), "a.png", "image/png", "MislabelledFile"),
            (Encoding.ASCII.GetBytes("<html><script>alert(1)</script></html>"), "a.pdf", "application/pdf", "MislabelledFile"),
            (Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(Pdf()).Replace("/Root", "/Encrypt 9 0 R/Root", StringComparison.Ordinal)), "a.pdf", "application/pdf", "EncryptedFile"),
        ];

        foreach (var (content, name, type, code) in bad)
        {
            var page = (await SendAsync(association.Officer, path, "counterparty", content, name, type)).ExpectPage(400);
            Assert.Contains("f-file", page.Body, StringComparison.Ordinal);
            Assert.Contains("has-error", page.Body, StringComparison.Ordinal);
            (await PostAsync(id, "counterparty", content, type)).ExpectProblem(400, code);
        }

        Assert.Contains("20 MB", (await SendAsync(association.Officer, path, "counterparty", new byte[(20 * 1024 * 1024) + 1], "a.pdf", "application/pdf")).ExpectPage(413).Body, StringComparison.Ordinal);
        (await PostAsync(id, "counterparty", new byte[(20 * 1024 * 1024) + 1], "application/pdf")).ExpectProblem(413, "FileTooLarge");
        (await PostAsync(id, "counterparty", Pdf(), "text/html")).ExpectProblem(415, "ScanTypeWrong");
        (await PostAsync(id, "nobody", Pdf(), "application/pdf")).ExpectProblem(404, "NoSuchAddress");
        Assert.Contains("has-error", (await SendAsync(association.Officer, path, "", Pdf(), "a.pdf", "application/pdf")).ExpectPage(400).Body, StringComparison.Ordinal);
        Assert.Empty((await association.Office.GetAsync($"/api/mous/{id}")).Expect(200).Json["scans"]!.AsArray());
    }

    [Fact]
    public async Task It_is_its_offices_alone_and_no_other_site_can_send_one()
    {
        var (id, path) = await OnPaperAsync();
        var scan = Pdf();
        (await PostAsync(id, "counterparty", scan, "application/pdf")).Expect(200);

        (await association.OtherOffice.GetAsync($"/api/mous/{id}/scans/{Hash(scan)}")).ExpectProblem(403, "OfAnotherOffice");
        (await association.Nobody.GetAsync($"/api/mous/{id}/scans/{Hash(scan)}")).ExpectProblem(401, "SignInNeeded");
        (await association.Clerk.GetAsync($"{path}/{Hash(scan)}")).ExpectPage(403);
        (await association.NewVisitor().GetAsync($"/desk/mous/{id}/scans/{Hash(scan)}")).ExpectPage(401);
        (await association.Office.GetAsync($"/api/mous/{id}/scans/{new string('0', 64)}")).ExpectProblem(404, "NotFound");
        (await SendAsync(association.Clerk, path, "counterparty", Pdf(), "a.pdf", "application/pdf")).ExpectPage(403);
        (await SendAsync(association.Officer, path, "counterparty", Pdf(), "a.pdf", "application/pdf", "cross-site")).ExpectPage(403);
    }

    [Fact]
    public async Task Nothing_is_scanned_of_what_is_not_signed_on_paper()
    {
        var agreed = await association.AgreedAsync();

        (await PostAsync((string)agreed["id"]!, "counterparty", Pdf(), "application/pdf")).ExpectProblem(409, "SignaturesNotRecorded");
        Assert.DoesNotContain("multipart", (await association.Officer.GetAsync($"/office/mous/{agreed["id"]}/scans")).Expect(200).Body, StringComparison.Ordinal);
    }

    private async Task<(string Id, string Path)> OnPaperAsync()
    {
        var mou = await association.AgreedAsync();
        var (id, text) = ((string)mou["id"]!, (string)mou["textHash"]!);
        (await association.Office.PostAsync($"/api/mous/{id}/actions/set-ceremony", new JsonObject
        {
            ["textHash"] = text,
            ["place"] = "Andong",
            ["on"] = Today,
            ["localGovernment"] = new JsonObject { ["name"] = "Lee", ["office"] = "Governor" },
            ["counterparty"] = new JsonObject { ["name"] = "Mba", ["office"] = "Maire" },
        })).Expect(200);
        (await association.Office.PostAsync($"/api/mous/{id}/actions/record-signatures", new JsonObject { ["textHash"] = text, ["signedOn"] = Today })).Expect(200);
        return (id, $"/office/mous/{id}/scans");
    }

    private async Task<Answer> PostAsync(string id, string side, byte[] content, string type, string? key = null)
    {
        using var body = new ByteArrayContent(content);
        body.Headers.ContentType = new MediaTypeHeaderValue(type);
        return await association.Office.SendAsync(HttpMethod.Post, $"/api/mous/{id}/originals/{side}/scans", body, ("Idempotency-Key", key is null ? ApiCaller.NewKey() : key + id));
    }

    private static async Task<Answer> SendAsync(Visitor visitor, string path, string side, byte[] content, string name, string type, string? site = null)
    {
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue(type);
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new MultipartFormDataContent { { new StringContent(ApiCaller.NewKey()), "key" }, { new StringContent(side), "of" }, { file, "file", name } },
        };
        if (site is not null) request.Headers.Add("Sec-Fetch-Site", site);
        return await visitor.SendAsync(request);
    }

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static byte[] Pdf(string more = "<<>>") => ScannedPage.Make(more);
}
