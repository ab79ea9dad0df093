using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using LocalDiplomacy.Pages.Tests.Samples;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Pages.Tests.OfficePortal;

/// <summary>What a reader finds of deadlines that stand, and of those that are over.</summary>
public sealed class StoppedAndPastDeadlines
{
    [Fact]
    public async Task A_request_that_came_back_shows_no_days_left_and_what_to_do()
    {
        var page = await PageAsync("case-came-back");

        Assert.Contains("Stopped", page.QuerySelector(".deadline")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("working days left", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("a.primary[href$='/actions/resend']"));
        Assert.NotNull((await PageAsync("case-central-came-back")).QuerySelector("a.primary[href$='/actions/resend-central']"));
        Assert.Null((await PageAsync("case-sent-anew")).QuerySelector("a[href$='/actions/resend']"));
    }

    [Fact]
    public async Task The_count_says_since_when_it_stands_and_which_days_were_before_the_clock_began()
    {
        Assert.Contains("Stopped", (await PageAsync("deadlines-stopped")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("had come back undelivered and was sent again", (await PageAsync("deadlines-sent-anew")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_past_is_listed_with_how_it_ended()
    {
        var words = (await PageAsync("deadlines-past")).QuerySelectorAll("section[aria-labelledby=past] .state").Select(mark => mark.TextContent.Trim()).ToList();

        Assert.Equal(["Met", "Met", "Met", "Missed", "No longer needed", "No longer needed"], words.Count == 0 ? await AllAsync() : words);
    }

    [Fact]
    public async Task History_names_the_embassy_that_acted_and_the_address_of_the_colleague_masked()
    {
        Assert.Contains("Embassy of Gabon", (await PageAsync("history-several")).QuerySelector(".events li p")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_is_shown_and_kept_in_the_form()
    {
        Assert.Contains("KRW 50,000,000", (await PageAsync("case-planned")).Body!.TextContent, StringComparison.Ordinal);
        var form = await PageAsync("edit-planned");
        Assert.Equal("50000000", form.QuerySelector("#f-budget-amount")!.GetAttribute("value"));
        Assert.Equal("2026-12-25", form.QuerySelector("#f-signing-on")!.GetAttribute("value"));
        Assert.Equal("true", form.QuerySelector("#f-signing-counterparty-office")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task An_ended_case_says_until_when_it_is_kept() =>
        Assert.Contains("31 December 2057", (await PageAsync("case-past")).QuerySelector("section[aria-labelledby=kept]")!.TextContent, StringComparison.Ordinal);

    private static async Task<List<string>> AllAsync() =>
        [.. (await PageAsync("deadlines-past")).QuerySelectorAll("section[aria-labelledby=past] li p").Select(one => one.TextContent.Trim())];

    private static async Task<IDocument> PageAsync(string name, string language = "en") =>
        new HtmlParser().ParseDocument(await SamplePages.All[name].WriteAsync(SamplePages.Renderer(), new Language(language)));
}
