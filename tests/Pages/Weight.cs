using System.IO.Compression;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using LocalDiplomacy.Pages.Tests.Samples;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Pages.Tests;

/// <summary>What a browser that has nothing of it loads to show a page: the page, the stylesheet, at most one script, and nothing else.</summary>
public sealed class Weight
{
    /// <summary>Bytes, not packed.</summary>
    private const int Most = 60_000;

    private const string Drafting = "Fields for each clause in each language, and the script that keeps what is typed.";

    /// <summary>Heavier than that where nothing is packed, and why. As the embedded host sends them, none is.</summary>
    private static readonly Dictionary<string, (int Most, string Why)> heavier = new()
    {
        ["register-whole"] = (130_000, "Every country, every local government to choose from, and sixty years. Everybody's, and so it is packed."),
        ["edit"] = (75_000, Drafting),
        ["edit-planned"] = (75_000, Drafting),
        ["edit-typed"] = (75_000, Drafting),
        ["edit-conflict"] = (75_000, Drafting),
        ["edit-merged"] = (75_000, Drafting),
        ["edit-merged-open"] = (75_000, Drafting),
        ["new-no-partner"] = (75_000, Drafting),
        ["new-partners"] = (75_000, Drafting),
        ["new-problems"] = (75_000, Drafting),
        ["desk-case-long"] = (70_000, "A case of many years."),
    };

    [Theory, MemberData(nameof(SamplePages.InEachLanguage), MemberType = typeof(SamplePages))]
    public async Task Is_little(string name, string language)
    {
        var html = await SamplePages.All[name].WriteAsync(SamplePages.Renderer(), new Language(language));
        var page = new HtmlParser().ParseDocument(html);
        var (sheets, scripts) = (page.QuerySelectorAll("link[rel=stylesheet]").Length, page.QuerySelectorAll("script").Length);

        Assert.Equal(1, sheets);
        Assert.InRange(scripts, 0, 1);
        Assert.Empty(page.QuerySelectorAll("img, picture, video, audio, object, embed, iframe, svg image, link:not([rel=stylesheet])"));
        var weight = Bytes(html) + Bytes(Stylesheet.Content) + (scripts * Bytes(Script.Content));
        var most = heavier.TryGetValue(name, out var known) ? known.Most : Most;
        Assert.True(weight <= most, $"{name} in {language} weighs {weight} bytes, of which the page itself {Bytes(html)}; {most} are allowed.");
        var sent = (IsPublic(page) ? Packed(html) : Bytes(html)) + Packed(Stylesheet.Content) + (scripts * Packed(Script.Content));
        Assert.True(sent <= Most, $"{name} in {language} is sent as {sent} bytes; {Most} are allowed.");
    }

    /// <summary>Whoever may list it in a search engine may keep it, and what may be kept is packed.</summary>
    private static bool IsPublic(IDocument page) => page.QuerySelector("meta[name=robots]") is null;

    [Fact]
    public void That_is_excused_is_of_pages_that_there_are() => Assert.All(heavier.Keys, name => Assert.Contains(name, SamplePages.All.Keys));

    private static int Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var pack = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true)) pack.Write(Encoding.UTF8.GetBytes(text));
        return (int)packed.Length;
    }

    private static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);
}
