using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using LocalDiplomacy.Pages.Register;
using LocalDiplomacy.Pages.Tests.Samples;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Register;

namespace LocalDiplomacy.Pages.Tests.Register;

/// <summary>The register's pages as they are read, with what a screen reader is told of the pictures.</summary>
public sealed class RegisterInWords
{
    public static TheoryData<string, string> Pages()
    {
        var data = new TheoryData<string, string>();
        foreach (var name in new[] { "register", "register-entry", "register-entry-imported", "register-import-checked" })
            foreach (var language in Language.OfPages)
                data.Add(name, language.Code);
        return data;
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Is_what_was_approved(string name, string language) =>
        Approved.Matches($"{name}.{language}.txt", string.Join('\n', Lines((await PageAsync(name, language)).QuerySelector("main")!)) + "\n");

    [Fact]
    public async Task Every_bar_and_column_has_its_number_beside_it()
    {
        var page = await PageAsync("register", "en");

        Assert.All(page.QuerySelectorAll("svg.bar-picture"), bar => Assert.Matches("^[1-9]", bar.Closest("tr")!.QuerySelector("td.numbers")!.TextContent));
        Assert.All(page.QuerySelectorAll("svg"), picture => Assert.Equal("true", picture.GetAttribute("aria-hidden")));
        Assert.Equal(29, page.QuerySelectorAll("svg.year-picture rect").Length);
        Assert.Equal("100", page.QuerySelectorAll("svg.year-picture rect")[^1].GetAttribute("height"));
        Assert.Equal(3, page.QuerySelectorAll("#years tbody tr").Length);
    }

    [Theory, InlineData("ko"), InlineData("en"), InlineData("fr"), InlineData("es")]
    public async Task The_map_and_its_table_say_and_do_the_same(string language)
    {
        var page = await PageAsync("register-whole", language);
        var (tiles, rows) = (page.QuerySelectorAll("svg.world a"), page.QuerySelectorAll("#countries tbody tr"));

        Assert.Equal(92, rows.Length);
        Assert.Equal("true", page.QuerySelector("svg.world")!.GetAttribute("aria-hidden"));
        Assert.All(tiles, tile => Assert.Equal("-1", tile.GetAttribute("tabindex")));
        // One of them is too small for the map, which says so.
        Assert.Equal(
            rows.Where(row => !row.TextContent.StartsWith(Countries.NameOf("RE").In(new(language)), StringComparison.Ordinal)).Select(row => (row.QuerySelector("a")!.GetAttribute("href"), $"{row.QuerySelector("a")!.TextContent}: {row.QuerySelector("td")!.TextContent}")),
            tiles.Select(tile => (tile.GetAttribute("href"), tile.QuerySelector("title")!.TextContent)));
        Assert.Contains(Countries.NameOf("RE").In(new(language)), page.QuerySelector("svg.world + p")!.TextContent, StringComparison.Ordinal);
        Assert.All(tiles, tile => Assert.Equal(tile.GetAttribute("href")![^2..] + tile.QuerySelector("title")!.TextContent.Split(": ")[1], tile.QuerySelector("text")!.TextContent));
    }

    [Fact]
    public async Task A_tile_is_the_heavier_the_more_ties_it_has()
    {
        var page = await PageAsync("register-whole", "en");
        var shades = page.QuerySelectorAll("svg.world a").Select(tile => (Count: int.Parse(tile.QuerySelector("title")!.TextContent.Split(": ")[1], CultureInfo.InvariantCulture), Shade: tile.QuerySelector("path")!.ClassName!)).OrderBy(tile => tile.Count).ToList();

        Assert.Equal(shades.Select(tile => tile.Shade).Order(StringComparer.Ordinal), shades.Select(tile => tile.Shade));
        Assert.Equal(["1", "2–4", "5–16", "17–64", "≥ 65"], page.QuerySelectorAll("svg.world > g text").Select(text => text.TextContent));
    }

    [Fact]
    public async Task It_may_be_found_by_search_engines_and_the_desks_page_may_not()
    {
        Assert.Null((await PageAsync("register", "ko")).QuerySelector("meta[name=robots]"));
        Assert.NotNull((await PageAsync("register-import", "ko")).QuerySelector("meta[name=robots]"));
    }

    [Fact]
    public async Task What_was_asked_for_stands_in_the_form_again_and_in_every_address()
    {
        var page = await PageAsync("register-searched", "fr");

        Assert.Equal("경상", page.QuerySelector("#f-q")!.GetAttribute("value"));
        Assert.Equal("Friendship", page.QuerySelector("#f-kind option[selected]")!.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector("details[open]"));
        Assert.Equal("/register?q=%EA%B2%BD%EC%83%81&kind=Friendship&year=2026&page=3", page.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.Equal("/register?q=%EA%B2%BD%EC%83%81&kind=Friendship&year=2026", page.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
    }

    [Fact]
    public void An_address_leaves_out_what_is_not_asked_for() =>
        Assert.Equal(("/register", "/api/register?q=a%26b&place=47-%EC%95%88%EB%8F%99%EC%8B%9C"),
            (RegisterAddress.Of(new RegisterQuery(" ")), RegisterAddress.Of(new RegisterQuery("a&b", new LocalGovernmentId("47-안동시")), path: "/api/register")));

    private static async Task<IDocument> PageAsync(string name, string language) =>
        new HtmlParser().ParseDocument(await SamplePages.All[name].WriteAsync(SamplePages.Renderer(), new Language(language)));

    /// <summary>A row or a paragraph a line; what a form hides is left out.</summary>
    private static IEnumerable<string> Lines(IElement main) => main
        .QuerySelectorAll("h1, h2, h3, p, li, dt, dd, tr, caption, summary, label, button, svg title")
        .Where(element => element.Children.All(child => child.LocalName is not ("p" or "div" or "ul")))
        .Select(element => string.Join(' ', element.TextContent.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)) + Label(element))
        .Where(line => line.Length > 0);

    private static string Label(IElement element) => element.GetAttribute("aria-label") is { } label ? $" [{label}]" : "";
}
