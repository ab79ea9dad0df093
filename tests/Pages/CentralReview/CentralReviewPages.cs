using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using LocalDiplomacy.Pages.Tests.Samples;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Pages.Tests.CentralReview;

/// <summary>What the ministry's reviewer finds behind the link.</summary>
public sealed class CentralReviewPages
{
    [Fact]
    public async Task The_mode_the_text_and_three_answers_stand_on_one_page()
    {
        var page = await PageAsync("central", "en");

        Assert.Contains("never as an approval", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["no-objection", "comments", "objection"], page.QuerySelectorAll("input[name=answer]").Select(i => i.GetAttribute("value")));
        Assert.Empty(page.QuerySelectorAll("input[name=answer][checked]"));
        Assert.NotNull(page.QuerySelector("a[href='/central-review/t0ken/deadlines']"));
    }

    [Fact]
    public async Task The_answers_words_are_shown_to_whoever_gave_them()
    {
        var page = await PageAsync("central-over-Comments", "en");

        Assert.Equal("Your comments are recorded", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("Clause 2: the cost.", page.QuerySelector("blockquote")!.TextContent);
        Assert.Null(page.QuerySelector("form[action='/central-review/t0ken/answer']"));
    }

    [Fact]
    public async Task A_lapse_is_called_a_lapse() =>
        Assert.Contains("lapsed", (await PageAsync("central-over-lapsed", "en")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);

    [Fact]
    public async Task A_fresh_link_is_offered_only_while_an_answer_is_asked()
    {
        Assert.NotNull((await PageAsync("central-over-replaced", "ko")).QuerySelector("form[action='/central-review/t0ken/fresh-link']"));
        Assert.Null((await PageAsync("central-over-returned", "ko")).QuerySelector("form[action='/central-review/t0ken/fresh-link']"));
    }

    private static async Task<IDocument> PageAsync(string name, string language) =>
        new HtmlParser().ParseDocument(await SamplePages.All[name].WriteAsync(SamplePages.Renderer(), new Language(language)));
}
