using LocalDiplomacy.Documents.Layout;
using LocalDiplomacy.Documents.Type;
using LocalDiplomacy.Workflows.Texts;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace LocalDiplomacy.Documents.Clauses;

/// <summary>
/// A clause's Markdown as paragraphs: emphasis, lists, quotations and headings. Raw HTML stands there as it was typed;
/// a picture is its words, a link its words and its address.
/// </summary>
internal static class ClauseBody
{
    private const double Step = 16, Gap = 4;
    private const int DeepestIndent = 8;
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    public static IReadOnlyList<Paragraph> Of(string markdown, Style style)
    {
        var paragraphs = new List<Paragraph>();
        Add(paragraphs, Parse(markdown), style, 0);
        return paragraphs;
    }

    /// <summary>What is nested deeper than the library follows is set as it was typed.</summary>
    private static MarkdownDocument Parse(string markdown)
    {
        try
        {
            return Markdown.Parse(markdown, Pipeline);
        }
        catch (ArgumentException)
        {
            return [new ParagraphBlock { Inline = new ContainerInline().AppendChild(new LiteralInline(markdown)) }];
        }
    }

    private static void Add(List<Paragraph> to, ContainerBlock blocks, Style style, int depth)
    {
        foreach (var block in blocks) Add(to, block, style, depth);
    }

    private static void Add(List<Paragraph> to, Block block, Style style, int depth)
    {
        switch (block)
        {
            case HeadingBlock heading:
                Say(to, heading.Inline, style with { Face = Face.Bold }, depth, keepsWithNext: true);
                break;
            case ListBlock list:
                AddItems(to, list, style, depth + 1);
                break;
            case QuoteBlock quote:
                Add(to, quote, style with { Grey = 0.3 }, depth + 1);
                break;
            case ThematicBreakBlock:
                to.Add(new("⁂", style) { Alignment = Alignment.Centre, Before = Gap });
                break;
            case LeafBlock { Inline: { } inline }:
                Say(to, inline, style, depth);
                break;
            case LeafBlock { Lines.Count: > 0 } code:
                to.Add(new(code.Lines.ToString(), style) { Indent = Indent(depth + 1), Before = Gap });
                break;
            case ContainerBlock container:
                Add(to, container, style, depth);
                break;
        }
    }

    private static void AddItems(List<Paragraph> to, ListBlock list, Style style, int depth)
    {
        var number = int.TryParse(list.OrderedStart, out var start) ? start : 1;
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var first = to.Count;
            Add(to, item, style, depth);
            var marker = new Run(list.IsOrdered ? $"{number++}{list.OrderedDelimiter} " : "– ", style);
            if (to.Count > first) to[first] = to[first] with { Marker = marker };
        }
    }

    private static void Say(List<Paragraph> to, ContainerInline? inline, Style style, int depth, bool keepsWithNext = false)
    {
        var runs = new List<Run>();
        if (inline is not null) Collect(runs, inline, style);
        if (runs.Count > 0) to.Add(new(runs, Indent(depth), Before: Gap, KeepsWithNext: keepsWithNext));
    }

    private static void Collect(List<Run> runs, ContainerInline inlines, Style style)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case LiteralInline literal: runs.Add(new(literal.Content.ToString(), style)); break;
                case LineBreakInline line: runs.Add(new(line.IsHard ? "\n" : " ", style)); break;
                case CodeInline code: runs.Add(new(code.Content, style)); break;
                case AutolinkInline link: runs.Add(new(link.Url, style)); break;
                case HtmlEntityInline entity: runs.Add(new(Letters.AreWanted(entity.Transcoded.ToString()) ? entity.Transcoded.ToString() : entity.Original.ToString(), style)); break;
                case EmphasisInline { DelimiterCount: >= 2 } strong: Collect(runs, strong, style with { Face = Face.Bold }); break;
                case EmphasisInline emphasis: Collect(runs, emphasis, style with { Leans = true }); break;
                case LinkInline link: Collect(runs, link, style); AddAddress(runs, link, style); break;
                case ContainerInline other: Collect(runs, other, style); break;
            }
        }
    }

    private static void AddAddress(List<Run> runs, LinkInline link, Style style)
    {
        var address = link.GetDynamicUrl?.Invoke() ?? link.Url;
        if (!link.IsImage && !string.IsNullOrEmpty(address)) runs.Add(new($" <{address}>", style));
    }

    private static double Indent(int depth) => Math.Min(depth, DeepestIndent) * Step;
}
