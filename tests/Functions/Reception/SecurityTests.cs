using LocalDiplomacy.Functions.Tests.Running;

namespace LocalDiplomacy.Functions.Tests.Reception;

[Collection(RunningCollection.Name)]
public sealed class SecurityTests(Association association)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/nothing")]
    [InlineData("/office")]
    [InlineData("/api/mous")]
    [InlineData("/api/health/ready")]
    public async Task Every_answer_has_its_headers(string path)
    {
        using var visitor = association.NewVisitor();
        var answer = await visitor.GetAsync(path);

        Assert.Contains("default-src 'none'", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("no-referrer", answer.Header("Referrer-Policy"));
        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        Assert.Equal("no-store", answer.Header("Cache-Control"));
        Assert.NotNull(answer.Header("Permissions-Policy"));
        Assert.Equal("same-origin", answer.Header("Cross-Origin-Opener-Policy"));
        Assert.Null(answer.Header("Strict-Transport-Security"));
        Assert.Null(answer.Header("Server"));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://elsewhere.example")]
    public async Task What_another_site_sends_is_refused(string header, string value)
    {
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = association.Officer.Cookies, AllowAutoRedirect = false }) { BaseAddress = association.Program.Address };
        using var form = new HttpRequestMessage(HttpMethod.Post, "/office/keys") { Content = new FormUrlEncodedContent([new("label", "x"), new("key", "x")]) };
        form.Headers.Add(header, value);
        using var json = new HttpRequestMessage(HttpMethod.Post, "/api/mous") { Content = new StringContent("{}", null, "application/json") };
        json.Headers.Add(header, value);

        (await Answer.OfAsync(await http.SendAsync(form))).ExpectPage(403);
        (await Answer.OfAsync(await http.SendAsync(json))).ExpectProblem(403, "CrossSite");
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", "null")]
    public async Task What_our_own_pages_send_is_taken(string header, string value)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = association.Program.Address };
        using var form = new HttpRequestMessage(HttpMethod.Post, "/language") { Content = new FormUrlEncodedContent([new("lang", "fr"), new("back", "/sign-in")]) };
        form.Headers.Add(header, value);

        (await Answer.OfAsync(await http.SendAsync(form))).Expect(303);
    }

    [Theory]
    [InlineData("https://elsewhere.example/", "/")]
    [InlineData("//elsewhere.example/", "/")]
    [InlineData("/\\elsewhere.example", "/")]
    [InlineData("/office?cursor=x", "/office?cursor=x")]
    public async Task Choosing_a_language_leads_nowhere_else(string back, string location)
    {
        using var visitor = association.NewVisitor();
        var answer = (await visitor.PostAsync("/language", ("lang", "es"), ("back", back))).Expect(303);

        Assert.Equal(location, answer.Location);
        Assert.Contains("lang=\"es\"", (await visitor.GetAsync("/")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_holds_no_address_name_or_token()
    {
        var (_, token) = await association.SubmittedAsync();
        (await association.Office.GetAsync("/api/mous/none")).Expect(404);

        Assert.DoesNotContain("gabon.example", association.Program.Output.Replace("officer@gyeongbuk.example", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain(token, association.Program.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("ldk_", association.Program.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Kim Ji-young", association.Program.Output, StringComparison.Ordinal);
    }
}
