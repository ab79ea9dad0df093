using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Workflows.Lifecycle;
using Microsoft.AspNetCore.Http;

namespace LocalDiplomacy.Functions.Tests.Reception;

public sealed class ReaderTests
{
    [Theory]
    [InlineData("/office", null, null, "ko")]
    [InlineData("/api/mous", null, null, "en")]
    [InlineData("/office", null, "fr-GA,fr;q=0.9,en;q=0.8", "fr")]
    [InlineData("/office", null, "de, es;q=0.5, en;q=0.4", "es")]
    [InlineData("/office", null, "en;q=0, ko;q=0.1", "ko")]
    [InlineData("/office", null, "not a language list;;", "ko")]
    [InlineData("/office", "es", "fr", "es")]
    [InlineData("/office", "xx", "fr", "fr")]
    public void The_language_is_what_was_chosen_else_asked_for_else_the_places_own(string path, string? cookie, string? accepted, string language) =>
        Assert.Equal(language, Reader.Of(Request(path, cookie, accepted)).Language.Code);

    [Fact]
    public void A_links_page_speaks_its_holders_language_to_a_silent_browser_only()
    {
        var silent = Reader.Of(Request("/review/x", null, null));
        var said = Reader.Of(Request("/review/x", null, "en"));
        var outside = Reader.Of(Request("/review/x", null, null));

        silent.FallBackTo(Language.French);
        said.FallBackTo(Language.French);
        outside.FallBackTo(new Language("pt"));

        Assert.Equal(["fr", "en", "ko"], new[] { silent, said, outside }.Select(r => r.Language.Code));
    }

    private static HttpRequest Request(string path, string? cookie, string? accepted)
    {
        var request = new DefaultHttpContext().Request;
        request.Path = path;
        if (cookie is not null) request.Headers.Cookie = "lang=" + cookie;
        if (accepted is not null) request.Headers.AcceptLanguage = accepted;
        return request;
    }
}
