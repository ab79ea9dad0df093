using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace LocalDiplomacy.Functions.Tests.Reception;

public sealed class CookiesTests
{
    [Theory]
    [InlineData(null, "session=")]
    [InlineData("https://mou.example", "__Host-session=")]
    public void A_session_is_kept_from_scripts_and_over_HTTPS_from_neighbours(string? publicUrl, string begins)
    {
        var cookies = new Cookies(Address(publicUrl));
        var context = new DefaultHttpContext();
        cookies.Set(context.Request, Cookies.Session, "secret", Cookies.HoldFor);
        var set = context.Response.Headers.SetCookie.ToString();

        Assert.StartsWith(begins, set, StringComparison.Ordinal);
        Assert.Contains("max-age=43200", set, StringComparison.Ordinal);
        Assert.Contains("path=/", set, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", set, StringComparison.Ordinal);
        Assert.Contains("httponly", set, StringComparison.Ordinal);
        Assert.DoesNotContain("domain", set, StringComparison.Ordinal);
        Assert.Equal(publicUrl is not null, set.Contains("secure", StringComparison.Ordinal));
    }

    [Fact]
    public void Over_HTTPS_a_cookie_of_the_plain_name_is_not_read()
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.Cookie = "session=planted";

        Assert.Null(new Cookies(Address("https://mou.example")).Read(context.Request, Cookies.Session));
        Assert.Equal("planted", new Cookies(Address(null)).Read(context.Request, Cookies.Session));
    }

    private static PublicAddress Address(string? publicUrl) =>
        new(Options.Create(publicUrl is null ? new WorkflowsOptions() : new() { PublicUrl = new(publicUrl) }));
}
