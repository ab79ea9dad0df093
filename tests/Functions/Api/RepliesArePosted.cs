using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using LocalDiplomacy.Functions.Tests.Running;
using LocalDiplomacy.Workflows.Mail.Reports;

namespace LocalDiplomacy.Functions.Tests.Api;

/// <summary>The mail service's posts of answers, at their address and on the case's page.</summary>
public sealed class RepliesArePosted : IAsyncLifetime
{
    private readonly ECDsa _signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly AssociationWithReplies _association;

    public RepliesArePosted() => _association = new(Convert.ToBase64String(_signer.ExportSubjectPublicKeyInfo()));

    public Task InitializeAsync() => _association.InitializeAsync();

    public async Task DisposeAsync()
    {
        await _association.DisposeAsync();
        _signer.Dispose();
    }

    [Fact]
    public async Task Signed_they_are_read_in_their_charset_and_filed_and_else_refused()
    {
        var (mou, _) = await _association.SubmittedAsync();
        var path = $"/office/mous/{mou["id"]}";
        var to = await ReplyAddressAsync();
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(Form(to), null));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(Form(to), _signer, age: 700));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await PostAsync(new StringContent("{}", Encoding.UTF8, "application/json"), _signer));
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(Form("nobody@reply.association.example"), _signer));
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(Form(to), _signer));
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(Form(to), _signer));

        Assert.Contains("1 message from outside", (await _association.Officer.GetAsync(path)).ExpectPage(200).Body, StringComparison.Ordinal);
        var page = (await _association.Officer.GetAsync($"{path}/messages")).ExpectPage(200);
        Assert.Contains("검토하겠습니다", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page.Body, StringComparison.Ordinal);
        Assert.Equal(1, page.CountOf("a[download]"));
        var files = page.AnchorsOf("a[download]");
        var file = (await _association.Officer.GetAsync(files[0])).Expect(200);
        Assert.Equal(("application/octet-stream", "nosniff"), (file.ContentType, file.Header("X-Content-Type-Options")));
        Assert.StartsWith("attachment", file.Header("Content-Disposition"), StringComparison.Ordinal);
        var told = (await _association.Office.GetAsync($"/api/mous/{mou["id"]}/messages")).Expect(200).Json["items"]!.AsArray().Single()!;
        Assert.Equal(("reply", "회신", true, "reviewer"), ((string?)told["kind"], (string?)told["subject"], (bool)told["from"]!["isProven"]!, (string?)told["from"]!["holder"]));
        Assert.Equal([null, "kind"], told["files"]!.AsArray().Select(one => (string?)one!["whyNotKept"]));
        Assert.Null(told["files"]![1]!["path"]);
        Assert.Equal(file.Body, (await _association.Office.GetAsync((string)told["files"]![0]!["path"]!)).Expect(200).Body);
        (await _association.OtherOffice.GetAsync($"/api/mous/{mou["id"]}/messages")).ExpectProblem(403, "OfAnotherOffice");
        (await _association.Office.GetAsync($"/api/mous/{mou["id"]}/messages/{told["id"]}/1")).ExpectProblem(404, "NotFound");
        (await _association.Clerk.GetAsync(files[0])).ExpectPage(403);
        (await _association.Clerk.GetAsync($"{path}/messages")).ExpectPage(403);
        (await _association.Auditor.GetAsync($"/desk/mous/{mou["id"]}/messages")).ExpectPage(200);
        Assert.Equal("under-review", (string?)(await _association.Office.GetAsync($"/api/mous/{mou["id"]}")).Expect(200).Json["stage"]!["name"]);
    }

    [Fact]
    public async Task Who_holds_a_link_tells_that_the_address_is_wrong_and_nothing_changes()
    {
        var (mou, token) = await _association.SubmittedAsync();
        var before = (await _association.Office.GetAsync($"/api/mous/{mou["id"]}")).Expect(200).Body;
        using var visitor = _association.NewVisitor();
        var path = $"/review/{token}/tell/wrong-address";
        var page = (await visitor.GetAsync(path)).ExpectPage(200);
        (await visitor.PostAsync(path, page.Fields("/tell/wrong-address", ("name", "Paul Ella")))).ExpectPage(400);
        var form = page.Fields("/tell/wrong-address", ("name", "Paul Ella"), ("words", "Please write to culture@gabon.example."));
        for (var times = 0; times < 2; times++) Assert.Equal($"{path}?told=1", (await visitor.PostAsync(path, form)).Expect(303).Location);
        (await visitor.GetAsync($"{path}?told=1")).ExpectPage(200);
        (await visitor.GetAsync($"/sign/{token}/tell/wrong-address")).ExpectPage(404);
        (await visitor.GetAsync($"/review/{token}/tell/anything")).ExpectPage(404);

        Assert.Equal(before, (await _association.Office.GetAsync($"/api/mous/{mou["id"]}")).Expect(200).Body);
        var messages = (await _association.Officer.GetAsync($"/office/mous/{mou["id"]}/messages")).ExpectPage(200);
        Assert.Equal(1, messages.CountOf("ol.events > li"));
        Assert.Contains("The code was not given", messages.Body, StringComparison.Ordinal);
        foreach (var reader in new[] { "officer@gyeongbuk.example", "desk@garok.example" })
            await Waiting.UntilAsync($"{reader} is told", async () =>
                (await _association.Mailbox.AllAsync(reader)).Any(mail => mail.Text.Contains("culture@gabon.example", StringComparison.Ordinal)));
        for (var more = 0; more < 4; more++)
            (await visitor.PostAsync(path, page.Fields("/tell/wrong-address", ("name", "Paul Ella"), ("words", $"Again {more}.")))).Expect(303);
        (await visitor.PostAsync(path, page.Fields("/tell/wrong-address", ("name", "Paul Ella"), ("words", "Once more.")))).ExpectPage(429);
    }

    private static MultipartFormDataContent Form(string to)
    {
        var korean = CodePagesEncodingProvider.Instance.GetEncoding("euc-kr")!;
        var form = new MultipartFormDataContent("xYzZY")
        {
            { new StringContent("Message-ID: <1@gabon.example>\nSubject: =?x?="), "headers" },
            { new StringContent($$"""{"to":["{{to}}"],"from":"review@gabon.example"}"""), "envelope" },
            { new StringContent("Ambassade <review@gabon.example>"), "from" },
            { new StringContent("{@gabon.example : pass}"), "dkim" },
            { new StringContent("pass"), "SPF" },
            { new StringContent("""{"to":"UTF-8","text":"euc-kr","subject":"UTF-8"}"""), "charsets" },
            { new StringContent("회신"), "subject" },
            { new ByteArrayContent(korean.GetBytes("다음 주까지 검토하겠습니다. <script>alert(1)</script>")), "text" },
        };
        form.Add(File("%PDF-1.7 …"), "attachment1", "구상서.pdf");
        form.Add(File("MZ"), "attachment2", "tool.exe");
        return form;
    }

    private static ByteArrayContent File(string content) => new(Encoding.UTF8.GetBytes(content));

    private async Task<string> ReplyAddressAsync()
    {
        using var http = new HttpClient { BaseAddress = _association.Address };
        var list = System.Text.Json.Nodes.JsonNode.Parse(await http.GetStringAsync($"/mailbox/api/messages?limit=500&to={Association.EmbassyAddress}"))!.AsArray();
        return list.Select(mail => (string?)mail!["replyTo"]).First(address => address is not null)!;
    }

    private async Task<HttpStatusCode> PostAsync(HttpContent content, ECDsa? signer, int age = 0)
    {
        using var http = new HttpClient { BaseAddress = _association.Address };
        var body = await content.ReadAsByteArrayAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/mail-replies") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(content.Headers.ContentType!.ToString());
        if (signer is not null)
        {
            var time = (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - age).ToString(CultureInfo.InvariantCulture);
            request.Headers.Add(MailReportSignature.TimestampHeader, time);
            request.Headers.Add(MailReportSignature.SignatureHeader, Convert.ToBase64String(
                signer.SignData([.. Encoding.ASCII.GetBytes(time), .. body], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)));
        }

        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }

    private sealed class AssociationWithReplies(string key) : Association
    {
        private RunningProgram _program = null!;

        public override async Task DisposeAsync() => await _program.DisposeAsync();

        protected override async Task<Uri> StartAsync() => (_program = await RunningProgram.StartAsync(new Dictionary<string, string>
        {
            ["REPLY_DOMAIN"] = "reply.association.example",
            ["SENDGRID_INBOUND_KEY"] = key,
        })).Address;
    }
}
