using AngleSharp.Html.Parser;
using LocalDiplomacy.Pages.Tests.Samples;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Pages.Tests.Signing;

/// <summary>What signers and the office that asks them read.</summary>
public sealed class SigningInWords
{
    public static TheoryData<string, string> InEachLanguage()
    {
        var data = new TheoryData<string, string>();
        foreach (var name in new[] { "sign", "sign-last", "sign-code", "sign-over-half", "sign-over-on-paper", "signing-preparation" })
            foreach (var language in Language.OfPages)
                data.Add(name, language.Code);
        return data;
    }

    [Theory, MemberData(nameof(InEachLanguage))]
    public async Task Each_page_says_what_it_is_about_and_what_comes_of_it(string name, string language)
    {
        var main = await MainAsync(name, language);
        // The text itself is another page's matter.
        main.QuerySelector("section[aria-labelledby=text]")?.Remove();

        Approved.Matches($"{name}.{language}.txt", PlainText.Of(main));
    }

    [Theory]
    [InlineData("ko", "입회인", "Marie Obame, Ambassador", "Lettre n° 12")]
    [InlineData("fr", "Témoins", "Marie Obame, Ambassador", "Lettre n° 12")]
    public async Task A_ceremony_is_told_in_full_before_and_after(string language, params string[] said)
    {
        foreach (var name in new[] { "case-signed-by-letter", "history-ceremony" })
        {
            var main = (await MainAsync(name, language)).TextContent;
            Assert.All(said.Append("14:30"), words => Assert.Contains(words, main, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_sentence_stays_the_one_that_was_ticked()
    {
        var code = await MainAsync("sign-code-in-french", "ko");

        Assert.Equal("fr", code.QuerySelector("blockquote")!.GetAttribute("lang"));
        Assert.StartsWith("Je signe", code.QuerySelector("blockquote")!.TextContent, StringComparison.Ordinal);
        Assert.All(code.QuerySelectorAll("form").Where(form => form.GetAttribute("action")!.StartsWith("/sign/", StringComparison.Ordinal)), form => Assert.Equal("fr", form.QuerySelector("input[name=language]")!.GetAttribute("value")));
    }

    private static async Task<AngleSharp.Dom.IElement> MainAsync(string name, string language) =>
        new HtmlParser().ParseDocument(await SamplePages.All[name].WriteAsync(SamplePages.Renderer(), new(language))).QuerySelector("main")!;
}
