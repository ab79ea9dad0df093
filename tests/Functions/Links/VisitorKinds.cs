using LocalDiplomacy.Functions.Links;
using LocalDiplomacy.Workflows.Links;
using Microsoft.AspNetCore.Http;

namespace LocalDiplomacy.Functions.Tests.Links;

public sealed class VisitorKinds
{
    private const string Phone = "Mozilla/5.0 (Linux; Android 14; SM-S921N) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36";
    private static readonly DateTimeOffset Issued = new(2026, 11, 20, 1, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(Phone)]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1")]
    [InlineData("Mozilla/5.0 (Linux; Android 14; SM-S921N; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/130.0.0.0 Mobile Safari/537.36;KAKAOTALK 2410850")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 NAVER(inapp; search; 2000; 12.8.52)")]
    public void A_browser_may_be_a_person(string agent) => Assert.Equal(OpeningKind.Browser, Of(agent));

    [Theory]
    [InlineData("")]
    [InlineData("curl/8.5.0")]
    [InlineData("python-requests/2.32")]
    [InlineData("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 HeadlessChrome/130.0.0.0 Safari/537.36")]
    [InlineData("Mozilla/4.0 (compatible; ms-office; MSOffice 16)")]
    [InlineData("facebookexternalhit/1.1; kakaotalk-scrap/1.0; +https://devtalk.kakao.com/t/scrap/33984")]
    [InlineData("Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)")]
    public void What_calls_itself_a_program_is_one(string agent) => Assert.Equal(OpeningKind.Machine, Of(agent));

    [Fact]
    public void Nobody_is_as_quick_as_a_program()
    {
        Assert.Equal(OpeningKind.Machine, Of(Phone, after: TimeSpan.FromSeconds(3)));
        Assert.Equal(OpeningKind.Browser, Of(Phone, after: VisitorKind.TooQuick));
        // The clock of another machine is behind: that says nothing.
        Assert.Equal(OpeningKind.Browser, Of(Phone, after: TimeSpan.FromSeconds(-3)));
    }

    [Fact]
    public void Head_and_what_is_loaded_ahead_and_what_asks_for_no_language_are_programs()
    {
        Assert.Equal(OpeningKind.Machine, Of(Phone, method: "HEAD"));
        Assert.Equal(OpeningKind.Machine, Of(Phone, headers: ("Sec-Purpose", "prefetch;prerender")));
        Assert.Equal(OpeningKind.Machine, Of(Phone, headers: ("Accept-Language", "")));
    }

    private static OpeningKind Of(string agent, string method = "GET", TimeSpan? after = null, params (string Name, string Value)[] headers)
    {
        var request = new DefaultHttpContext().Request;
        request.Method = method;
        if (agent.Length > 0) request.Headers.UserAgent = agent;
        request.Headers.AcceptLanguage = "fr-GA,fr;q=0.9";
        foreach (var (name, value) in headers)
            if (value.Length > 0) request.Headers[name] = value;
            else request.Headers.Remove(name);
        return VisitorKind.Of(request, Issued, Issued + (after ?? TimeSpan.FromMinutes(5)));
    }
}
