using AngleSharp.Html.Parser;
using LocalDiplomacy.Pages.Tests.Samples;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Pages.Tests.Signing;

public sealed class ScansInWords
{
    public static TheoryData<string, string> InEachLanguage()
    {
        var data = new TheoryData<string, string>();
        foreach (var name in new[] { "scans", "scans-none", "scans-problems" })
            foreach (var language in Language.OfPages)
                data.Add(name, language.Code);
        return data;
    }

    [Theory, MemberData(nameof(InEachLanguage))]
    public async Task The_page_says_what_is_kept_and_what_is_missing(string name, string language)
    {
        var html = await SamplePages.All[name].WriteAsync(SamplePages.Renderer(), new(language));

        Approved.Matches($"{name}.{language}.txt", PlainText.Of(new HtmlParser().ParseDocument(html).QuerySelector("main")!));
    }

    [Fact]
    public async Task The_case_links_each_scan_by_its_hash_and_nothing_is_offered_where_nothing_was_signed_on_paper()
    {
        var scanned = await SamplePages.All["case-scanned"].WriteAsync(SamplePages.Renderer(), Language.English);
        var electronic = await SamplePages.All["scans-not-on-paper"].WriteAsync(SamplePages.Renderer(), Language.English);

        Assert.Contains($"/scans/{SampleCase.HalfScanned().Mou.Scans[0].Hash}\"", scanned, StringComparison.Ordinal);
        Assert.DoesNotContain("enctype", electronic, StringComparison.Ordinal);
    }
}
