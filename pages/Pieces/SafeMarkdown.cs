using System.Text.Encodings.Web;
using LocalDiplomacy.Workflows.Texts;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components;

namespace LocalDiplomacy.Pages.Pieces;

/// <summary>
/// Clauses' Markdown as HTML that is safe in a page: no raw HTML, no pictures, no links but to the web and to mail,
/// no characters by their number that could not be typed, and headings below the page's own.
/// </summary>
internal static class SafeMarkdown
{
    private const int DeepestPageHeading = 3;
    private static readonly MarkdownPipeline pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <summary>What is nested deeper than the library follows is shown as it was typed.</summary>
    public static MarkupString ToHtml(string markdown)
    {
        try
        {
            return Tamed(markdown);
        }
        catch (ArgumentException)
        {
            return new($"<p>{HtmlEncoder.Default.Encode(markdown)}</p>");
        }
    }

    private static MarkupString Tamed(string markdown)
    {
        var document = Markdown.Parse(markdown, pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>()) heading.Level = Math.Min(6, heading.Level + DeepestPageHeading);
        foreach (var link in document.Descendants<LinkInline>().ToList()) Tame(link);
        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !IsHarmless(link.Url)).ToList())
            link.ReplaceBy(new LiteralInline(link.Url));
        foreach (var entity in document.Descendants<HtmlEntityInline>().Where(entity => !Letters.AreWanted(entity.Transcoded.ToString())).ToList())
            entity.ReplaceBy(new LiteralInline(entity.Original));
        return new(document.ToHtml(pipeline));
    }

    /// <summary>A picture or a link elsewhere becomes its words.</summary>
    private static void Tame(LinkInline link)
    {
        if (!link.IsImage && IsHarmless(link.GetDynamicUrl?.Invoke() ?? link.Url)) return;
        var words = new ContainerInline();
        link.ReplaceBy(words, copyChildren: true);
    }

    private static bool IsHarmless(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" or "mailto";
}
