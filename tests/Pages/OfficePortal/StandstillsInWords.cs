using AngleSharp.Html.Parser;
using LocalDiplomacy.Pages.Tests.Samples;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Pages.Tests.OfficePortal;

/// <summary>Why an MOU does not go on, and what a variation changed, as its readers see it.</summary>
public sealed class StandstillsInWords
{
    public static TheoryData<string, string, string> Parts()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var (name, part) in new[] { ("case-suspended", "#why"), ("case-on-hold", "#why"), ("case-varied", "#varied"), ("review-over-suspended", "#why"), ("case-ceremony", "#next") })
            foreach (var language in Language.OfPages)
                data.Add(name, part, language.Code);
        return data;
    }

    [Theory, MemberData(nameof(Parts))]
    public async Task Are_as_approved(string name, string part, string language)
    {
        var page = new HtmlParser().ParseDocument(await SamplePages.All[name].WriteAsync(SamplePages.Renderer(), new(language)));

        Approved.Matches($"{name}.{language}.txt", PlainText.Of(page.QuerySelector(part)!.Closest("section")!));
    }

    [Fact]
    public async Task Officials_are_named_to_their_own_office_and_to_no_embassy()
    {
        Assert.Contains("Kim Ji-young", await WhyAsync("case-suspended"), StringComparison.Ordinal);
        Assert.DoesNotContain("Kim Ji-young", await WhyAsync("review-over-suspended"), StringComparison.Ordinal);
        Assert.Contains("Lee Seo-yeon", await WhyAsync("case-on-hold"), StringComparison.Ordinal);
        Assert.DoesNotContain("Lee Seo-yeon", await WhyAsync("review-over-on-hold"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reason_that_is_not_public_is_the_offices_alone()
    {
        Assert.Contains("Une réserve politique.", await WhyAsync("case-declined-quietly"), StringComparison.Ordinal);
        Assert.DoesNotContain("Une réserve politique.", await WhyAsync("review-over-declined-quietly"), StringComparison.Ordinal);
    }

    private static async Task<string> WhyAsync(string name) => new HtmlParser()
        .ParseDocument(await SamplePages.All[name].WriteAsync(SamplePages.Renderer(), Language.English)).QuerySelector("#why")!.Closest("section")!.TextContent;
}
