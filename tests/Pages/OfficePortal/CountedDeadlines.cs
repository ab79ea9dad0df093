using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using LocalDiplomacy.Pages.Tests.Samples;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Pages.Tests.OfficePortal;

/// <summary>The account of a deadline as its reader finds it.</summary>
public sealed partial class CountedDeadlines
{
    [Theory]
    [InlineData("ko")]
    [InlineData("en")]
    [InlineData("fr")]
    [InlineData("es")]
    public async Task Read_as_they_were_approved(string language) =>
        Approved.Matches($"deadlines-moved.{language}.txt", TextOf(await PageAsync("deadlines-moved", language)));

    [Fact]
    public async Task Are_reached_from_the_case_and_from_the_review()
    {
        Assert.NotNull((await PageAsync("case-under-review", "en")).QuerySelector($"a[href='/office/mous/{SampleCase.Drafted().Mou.Id}/deadlines']"));
        Assert.NotNull((await PageAsync("review-1", "en")).QuerySelector("a[href='/review/t0ken/deadlines']"));
    }

    [Fact]
    public async Task Show_each_day_in_the_calendar_once_and_the_last_one_marked()
    {
        var page = await PageAsync("deadlines", "en");
        var days = page.QuerySelectorAll(".month time").Select(day => day.GetAttribute("datetime")!).ToList();

        Assert.Equal(Enumerable.Range(0, 31).Select(shift => new DateOnly(2026, 11, 11).AddDays(shift).ToString("yyyy-MM-dd", null)), days);
        Assert.Equal("2026-12-11", Assert.Single(page.QuerySelectorAll(".month .last time")).GetAttribute("datetime"));
        Assert.All(page.QuerySelectorAll(".month tr"), week => Assert.Equal(7, week.Children.Length));
    }

    [Theory]
    [InlineData("ko", "일")]
    [InlineData("en", "Monday")]
    public async Task Begin_a_week_as_the_language_does(string language, string first) =>
        Assert.Equal(first, (await PageAsync("deadlines", language)).QuerySelector(".month th .sr")!.TextContent);

    private static async Task<IDocument> PageAsync(string name, string language) =>
        new HtmlParser().ParseDocument(await SamplePages.All[name].WriteAsync(SamplePages.Renderer(), new Language(language)));

    /// <summary>A line a block, as a reader hears it.</summary>
    private static string TextOf(IDocument page) => string.Join('\n', page.QuerySelectorAll("main h1, main h2, main h3, main p, main dt, main dd, main caption, main tr, main li, main summary")
        .Select(block => Blanks().Replace(string.Join(' ', block is { LocalName: "tr" } ? block.Children.Select(cell => cell.TextContent) : [block.TextContent]), " ").Trim())) + "\n";

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
