using AngleSharp.Html.Parser;
using LocalDiplomacy.Pages.Tests.Samples;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Pages.Tests.Administration;

/// <summary>People, keys and sign-ins as the association reads them.</summary>
public sealed class PeopleInWords
{
    public static TheoryData<string, string> Read()
    {
        var data = new TheoryData<string, string>();
        foreach (var name in new[] { "people", "person-new-problems", "person", "office-people", "sign-ins" })
            foreach (var language in Language.OfPages)
                data.Add(name, language.Code);
        return data;
    }

    [Theory, MemberData(nameof(Read))]
    public async Task Are_as_approved(string name, string language)
    {
        var html = await SamplePages.All[name].WriteAsync(SamplePages.Renderer(), new Language(language));
        var main = new HtmlParser().ParseDocument(html).QuerySelector("main")!;

        Approved.Matches($"{name}.{language}.txt", PlainText.Of(main));
    }

    [Fact]
    public async Task Whoever_reads_only_is_given_no_form_and_no_whole_address()
    {
        var html = await SamplePages.All["people-read-only"].WriteAsync(SamplePages.Renderer(), Language.English);
        var main = new HtmlParser().ParseDocument(html).QuerySelector("main")!;

        Assert.Empty(main.QuerySelectorAll("form[method=post]"));
        Assert.Contains("d•••@garok.example", main.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("oh@garok.example", main.TextContent, StringComparison.Ordinal);
    }
}
