using LocalDiplomacy.Functions.Reception;
using LocalDiplomacy.Functions.Tests.Running;

namespace LocalDiplomacy.Functions.Tests.Reception;

/// <summary>A form that another site made up is refused wherever a session is what lets it in, whatever the browser says of where it came from.</summary>
[Collection(RunningCollection.Name)]
public sealed class FormProofTests(Association association)
{
    /// <summary>Every page's form that asks for a session.</summary>
    public static TheoryData<string> Forms() => [.. HttpFunctions.All
        .Where(f => !f.IsApi && f.Methods.Contains("post") && (f.Audience != Audience.Anyone || f.Route == "sign-out")).Select(f => f.Name)];

    [Theory, MemberData(nameof(Forms))]
    public async Task Without_the_sessions_own_proof_a_form_is_refused(string name)
    {
        var (function, visitor) = (HttpFunctions.Named(name)!, HttpFunctions.Named(name)!.Audience == Audience.Desk ? association.Administrator : association.Officer);

        // What takes a file looks first whether its place is there.
        var id = function.TakesFile ? (string)(await association.DraftAsync())["id"]! : "c0ffee00c0ffee00c0ffee00";
        foreach (var proof in new[] { null, "", association.Clerk.Proof, visitor.Proof!.ToUpperInvariant() })
        {
            using var form = new HttpRequestMessage(HttpMethod.Post, RouteFilled.With(id, function.Route)) { Content = Content(function, proof) };
            // A browser that does not say where a form is from.
            form.Headers.Add("Sec-Fetch-Site", "none");
            (await visitor.SendRawAsync(form)).ExpectPage(403);
        }
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("text/plain")]
    public async Task Another_kind_of_content_is_no_way_around(string type)
    {
        using var form = new HttpRequestMessage(HttpMethod.Post, "/office/keys/k1/revoke") { Content = new StringContent("") };
        form.Content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);

        (await association.Officer.SendRawAsync(form)).ExpectPage(415);
    }

    [Fact]
    public async Task What_was_typed_before_signing_in_again_is_taken_where_the_browser_says_that_it_is_ours()
    {
        async Task<Answer> SendAsync(string proof, string from)
        {
            using var form = new HttpRequestMessage(HttpMethod.Post, "/office/keys/none/revoke") { Content = new FormUrlEncodedContent([new(FormProof.Field, proof)]) };
            form.Headers.Add("Sec-Fetch-Site", from);
            return await association.Officer.SendRawAsync(form);
        }

        (await SendAsync(FormProof.Of("an earlier session"), "same-origin")).ExpectPage(404);
        (await SendAsync(FormProof.Of("an earlier session"), "none")).ExpectPage(403);
        (await SendAsync("", "same-origin")).ExpectPage(403);
    }

    [Fact]
    public async Task Each_form_of_a_signed_in_persons_page_carries_it_and_no_page_shows_the_session()
    {
        var session = association.Officer.Cookies.GetCookies(association.Address)["session"]!.Value;
        foreach (var path in new[] { "/", "/office", "/office/keys", "/office/mous/new" })
        {
            var page = (await association.Officer.GetAsync(path)).ExpectPage(200);
            Assert.Equal(page.CountOf("form[method=post]"), page.CountOf($"form[method=post] input[name=proof][value='{association.Officer.Proof}']"));
            Assert.DoesNotContain(session, page.Body, StringComparison.Ordinal);
        }

        using var nobody = association.NewVisitor();
        // A page that is the same for everybody has nobody's.
        Assert.Equal(0, (await association.Officer.GetAsync("/register")).CountOf("input[name=proof]"));
        Assert.Equal(0, (await nobody.GetAsync("/")).CountOf("input[name=proof]"));
        Assert.NotEqual(association.Officer.Proof, association.Clerk.Proof);
    }

    private static HttpContent Content(HttpFunction function, string? proof) => function.TakesFile
        ? new MultipartFormDataContent { { new StringContent(proof ?? ""), proof is null ? "other" : FormProof.Field }, { new ByteArrayContent([1]), "file", "f.csv" } }
        : new FormUrlEncodedContent(proof is null ? [new("key", "k")] : [new("key", "k"), new(FormProof.Field, proof)]);
}
