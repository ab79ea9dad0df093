using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace LocalDiplomacy.Browser.Tests;

/// <summary>
/// What is left of a document without its words: its elements, with equal words marked as equal. Rules about names,
/// roles and colours find the same in two documents of one shape, so each shape is looked at once.
/// </summary>
internal static class Shape
{
    private static readonly string[] worded = ["href", "action", "value", "content", "aria-label", "title", "lang", "datetime", "placeholder", "data-label", "d", "width", "x", "height", "y"];

    public static string Of(string html)
    {
        var (shape, words) = (new StringBuilder(), new Dictionary<string, int>());
        Add(new HtmlParser().ParseDocument(html).DocumentElement, shape, words);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shape.ToString())));
    }

    /// <summary>What can be stopped at with the keyboard, in its order.</summary>
    public static string OfStops(string html) => string.Join(' ', new HtmlParser().ParseDocument(html)
        .QuerySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary").Select(e => $"{e.LocalName}.{e.GetAttribute("type")}.{e.ClassName}"));

    private static void Add(INode node, StringBuilder shape, Dictionary<string, int> words)
    {
        if (node is IText { Data: var text } && text.Trim() is { Length: > 0 } said) shape.Append(Mark(said, words));
        if (node is not IElement element) return;
        shape.Append('<').Append(element.LocalName);
        // Which language's button is the present one changes nothing else.
        foreach (var attribute in element.Attributes.Where(attribute => attribute.Name != "aria-current"))
            shape.Append(' ').Append(attribute.Name).Append('=').Append(worded.Contains(attribute.Name) ? Mark(attribute.Value, words) : attribute.Value);
        shape.Append('>');
        foreach (var child in element.ChildNodes) Add(child, shape, words);
    }

    private static string Mark(string said, Dictionary<string, int> words) =>
        $"{(words.TryGetValue(said, out var known) ? known : words[said] = words.Count)}";
}
