using System.Globalization;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using LocalDiplomacy.Pages.Administration.Cases;
using LocalDiplomacy.Pages.Tests.Samples;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Pages.Tests.Administration;

/// <summary>A case as the association's people read it, and what its desk is offered.</summary>
public sealed class CasesAtTheDesk
{
    public static TheoryData<string, string> Read()
    {
        var data = new TheoryData<string, string>();
        foreach (var name in new[] { "overview", "alerts", "alerts-closed", "alert-OrchestrationFailed", "alert-MailGivenUp", "erasures", "desk-case-on-hold", "desk-case-failed", "desk-case-stopped", "desk-timeline", "desk-rows", "desk-action-suspend-orchestration", "desk-action-confirm-successor", "desk-action-release", "desk-history", "desk-action-propose-address", "desk-action-confirm-address" })
            foreach (var language in Language.OfPages)
                data.Add(name, language.Code);
        return data;
    }

    [Theory, MemberData(nameof(Read))]
    public async Task Are_as_approved(string name, string language) =>
        Approved.Matches($"{name}.{language}.txt", PlainText.Of((await PageAsync(name, language)).QuerySelector("main")!));

    [Fact]
    public async Task Offer_the_desk_what_leads_anywhere_and_a_reader_nothing()
    {
        Assert.Equal(["release", "confirm-successor"], await ActionsAsync("desk-case-on-hold"));
        Assert.Equal(["hold", "extend-deadline", "record-arrival", "record-outage", "send-link", "propose-address"], await ActionsAsync("desk-case-under-review"));
        Assert.Empty(await ActionsAsync("desk-case-withdrawn"));
        Assert.Empty((await PageAsync("desk-case-long", "en")).QuerySelectorAll("a[href*='/actions/']"));
    }

    [Fact]
    public async Task Offer_a_proposed_address_to_another_administrator_and_show_it_masked_to_a_reader()
    {
        var (other, own, read) = (await PageAsync("desk-case-proposed", "en"), await PageAsync("desk-case-proposed-own", "en"), await PageAsync("desk-case-proposed-read", "en"));
        Assert.Equal(["confirm-address?proposal=3", "drop-address?proposal=3"], other.QuerySelectorAll(".notice .actions a").Select(link => link.GetAttribute("href")!.Split('/')[^1]));
        Assert.Equal(["drop-address?proposal=3"], own.QuerySelectorAll(".notice .actions a").Select(link => link.GetAttribute("href")!.Split('/')[^1]));
        Assert.Contains("ella@gabon.example", other.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("ella@gabon.example", read.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offer_what_suits_the_orchestration_as_it_is_and_a_termination_to_another_administrator()
    {
        var stopped = await PageAsync("desk-case-stopped", "en");
        Assert.Equal(["resume-orchestration", "propose-termination"], stopped.QuerySelectorAll("#orchestration ~ details .actions a").Select(link => link.GetAttribute("href")!.Split('/')[^1]));
        Assert.Equal(["confirm-termination?proposal=4", "drop-termination?proposal=4"], stopped.QuerySelectorAll(".notice .actions a").Select(link => link.GetAttribute("href")!.Split('/')[^1]));
        Assert.Empty(stopped.QuerySelectorAll("a[href*='retry-effect']"));
        Assert.NotEmpty((await PageAsync("desk-case-failed", "en")).QuerySelectorAll("a[href*='retry-effect?effect=']"));
    }

    [Fact]
    public async Task Show_what_took_time_as_bars_that_are_a_table()
    {
        var page = await PageAsync("desk-timeline", "en");
        var bars = page.QuerySelectorAll(".gantt svg rect").Select(bar => (X: double.Parse(bar.GetAttribute("x")!, CultureInfo.InvariantCulture), Width: double.Parse(bar.GetAttribute("width")!, CultureInfo.InvariantCulture))).ToList();

        Assert.Equal(page.QuerySelectorAll(".gantt tbody tr").Length, bars.Count);
        Assert.Equal(bars.OrderBy(bar => bar.X), bars);
        Assert.All(bars, bar => Assert.InRange(bar.Width, 6, 1000));
        Assert.Equal("3", page.QuerySelectorAll(".gantt tbody tr").Single(row => row.QuerySelector("svg.bar-failed") is not null).LastElementChild!.TextContent.Trim());
        Assert.Equal("https://traces.example/trace/0af7", new CaseTimeline([], "https://traces.example/trace/{trace}").AddressOf("0af7"));
        Assert.Null(new CaseTimeline([], null).AddressOf("0af7"));
    }

    [Fact]
    public async Task Begin_a_correction_beside_its_entry() =>
        Assert.NotEmpty((await PageAsync("desk-case-under-review", "en")).QuerySelectorAll(".events a[href*='/actions/correct?eventNumber=']"));

    [Theory]
    [InlineData("desk-case-under-review")]
    [InlineData("desk-case-long")]
    [InlineData("desk-round")]
    [InlineData("desk-history")]
    [InlineData("desk-action-hold")]
    public async Task Lead_nowhere_that_is_an_offices(string name) =>
        Assert.Empty((await PageAsync(name, "en")).QuerySelectorAll("main [href^='/office'], main [action^='/office']"));

    private static async Task<IEnumerable<string>> ActionsAsync(string name) =>
        (await PageAsync(name, "en")).QuerySelectorAll(".next .actions a").Select(link => link.GetAttribute("href")!.Split('/')[^1]);

    private static async Task<IHtmlDocument> PageAsync(string name, string language) =>
        new HtmlParser().ParseDocument(await SamplePages.All[name].WriteAsync(SamplePages.Renderer(), new Language(language)));
}
