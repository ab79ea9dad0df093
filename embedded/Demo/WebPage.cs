using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace LocalDiplomacy.Demo;

/// <summary>A page as a browser without scripts has it: its words, links and forms.</summary>
internal sealed partial class WebPage(Uri address, HttpStatusCode status, string html)
{
    private readonly IHtmlDocument _document = new HtmlParser().ParseDocument(html);

    public Uri Address => address;

    public HttpStatusCode Status => status;

    public string Html => html;

    public string Heading => Words(_document.QuerySelector("h1")?.TextContent ?? _document.Title ?? "");

    /// <summary>Everything that can be read on it, blanks collapsed.</summary>
    public string Text => Words((_document.QuerySelector("main") ?? _document.Body)?.TextContent ?? "");

    /// <summary>The words that the page marks as new since the last round.</summary>
    public string Inserted => All("ins");

    /// <summary>The words that the page marks as taken out since the last round.</summary>
    public string Removed => All("del");

    public bool HasForm(string addressEnd) => FindForm(addressEnd) is not null;

    /// <summary>The form that posts to an address with this end.</summary>
    /// <exception cref="DemoFailure">There is none: a person could not go on here either.</exception>
    public WebForm Form(string addressEnd) =>
        FindForm(addressEnd) is { } form
            ? new WebForm(ActionOf(form), form)
            : throw new DemoFailure($"the page \"{Heading}\" ({(int)status}) has no form that posts to …{addressEnd}");

    private IHtmlFormElement? FindForm(string addressEnd) =>
        _document.Forms.FirstOrDefault(form => ActionOf(form).AbsolutePath.EndsWith(addressEnd, StringComparison.Ordinal));

    // AngleSharp resolves actions against the document's own address, which a parsed string does not have.
    private Uri ActionOf(IHtmlFormElement form) => new(address, form.GetAttribute("action") ?? "");

    private string All(string tag) => Words(string.Join(' ', _document.QuerySelectorAll(tag).Select(element => element.TextContent)));

    private static string Words(string text) => Blanks().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
