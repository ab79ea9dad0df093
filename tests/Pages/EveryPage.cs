using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using LocalDiplomacy.Pages.Tests.Samples;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Pages.Tests;

/// <summary>What holds for every page in every state and language.</summary>
public sealed class EveryPage
{
    [Theory, MemberData(nameof(SamplePages.InEachLanguage), MemberType = typeof(SamplePages))]
    public async Task Is_a_sound_document_in_the_readers_language(string name, string language)
    {
        var html = await SamplePages.All[name].WriteAsync(SamplePages.Renderer(), new Language(language));
        var page = new HtmlParser(new HtmlParserOptions { IsStrictMode = false }).ParseDocument(html);

        Assert.StartsWith("<!DOCTYPE html>", html.TrimStart(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.NotEmpty(page.Title!);
        // The one script is a file of its own: nothing stands inside a page.
        Assert.All(page.QuerySelectorAll("script"), script => Assert.Equal((Script.Path, ""), (script.GetAttribute("src"), script.InnerHtml)));
        Assert.Empty(page.QuerySelectorAll("style, iframe, [style], [onclick], [onload], img"));
        Assert.All(page.QuerySelectorAll("[href], [src], [action]"), IsWithinTheSite);
        Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(e => e.Id).Distinct().Count());
        Assert.All(page.QuerySelectorAll("input:not([type=hidden]), textarea, select"), field => Assert.True(IsLabelled(field, page), $"no label: {field.OuterHtml}"));
        Assert.All(page.QuerySelectorAll("[aria-describedby], [aria-labelledby]"), e => RefersToSomething(e, page));
        Assert.All(page.QuerySelectorAll("a[href^='#']"), e => Assert.NotNull(page.GetElementById(e.GetAttribute("href")![1..])));
        Assert.All(page.QuerySelectorAll("button, a"), e => Assert.NotEmpty((e.GetAttribute("aria-label") ?? e.TextContent).Trim()));
    }

    [Theory, MemberData(nameof(SamplePages.InEachLanguage), MemberType = typeof(SamplePages))]
    public async Task Gives_every_form_a_key_and_no_choice_beforehand(string name, string language)
    {
        var html = await SamplePages.All[name].WriteAsync(SamplePages.Renderer(), new Language(language));
        var page = new HtmlParser().ParseDocument(html);

        // A search changes nothing: it is an address, and has no key.
        Assert.All(page.QuerySelectorAll("form[role=search]"), form => Assert.Equal("get", form.GetAttribute("method")));
        Assert.All(page.QuerySelectorAll("form:not([role=search])"), form =>
        {
            Assert.Equal("post", form.GetAttribute("method"));
            Assert.NotEmpty(form.QuerySelector("input[name=key]")!.GetAttribute("value")!);
        });
        if (name is "review-1" or "review-2" or "sign") Assert.Empty(page.QuerySelectorAll("form input[checked]"));
    }

    private static void IsWithinTheSite(IElement element)
    {
        var address = element.GetAttribute("href") ?? element.GetAttribute("src") ?? element.GetAttribute("action")!;
        Assert.True(address.StartsWith('/') || address.StartsWith('#'), address);
        Assert.False(address.StartsWith("//", StringComparison.Ordinal), address);
    }

    private static bool IsLabelled(IElement field, IDocument page) =>
        field.Closest("label") is not null || (field.Id is { } id && page.QuerySelector($"label[for='{id}']") is not null);

    private static void RefersToSomething(IElement element, IDocument page)
    {
        foreach (var id in $"{element.GetAttribute("aria-describedby")} {element.GetAttribute("aria-labelledby")}".Split(' ', StringSplitOptions.RemoveEmptyEntries))
            Assert.True(page.GetElementById(id) is not null, $"nothing has the id {id}");
    }
}
