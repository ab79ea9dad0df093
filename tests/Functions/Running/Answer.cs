using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace LocalDiplomacy.Functions.Tests.Running;

/// <summary>An answer, read to its end.</summary>
public sealed record Answer(HttpStatusCode Status, HttpResponseMessage Message, string Body)
{
    public int Code => (int)Status;

    public string? ContentType => Message.Content.Headers.ContentType?.MediaType;

    public string? ETag => Header("ETag");

    public string? Location => Header("Location");

    public JsonNode Json => JsonNode.Parse(Body)!;

    public string? Header(string name) =>
        Message.Headers.TryGetValues(name, out var values) || Message.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : null;

    /// <summary>The value of a hidden field of the form that posts to this path.</summary>
    public string Hidden(string action, string field) =>
        Form(action)?.Elements.OfType<IHtmlInputElement>().FirstOrDefault(e => e.Name == field)?.Value
        ?? throw new InvalidOperationException($"The page has no form to {action} with a field {field}:\n{Body}");

    /// <summary>What the form that posts to this path would send, with these changes typed in.</summary>
    public (string Name, string Value)[] Fields(string action, params (string Name, string Value)[] changes)
    {
        var form = Form(action) ?? throw new InvalidOperationException($"The page has no form to {action}:\n{Body}");
        var there = form.QuerySelectorAll("[name]").Select(field => field switch
        {
            IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => default,
            IHtmlInputElement input => (Name: input.Name!, input.Value),
            IHtmlTextAreaElement area => (Name: area.Name!, area.Value),
            IHtmlSelectElement select => (Name: select.Name!, Value: select.Value ?? ""),
            _ => default,
        }).Where(field => field.Name is not null);
        // What is typed last into a field stands.
        return [.. there.Where(field => changes.All(change => change.Name != field.Name)), .. changes.GroupBy(change => change.Name).Select(same => same.Last())];
    }

    /// <summary>What stands in the first field of this name.</summary>
    public string Value(string name) => Document.QuerySelector($"[name='{name}']") switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        _ => throw new InvalidOperationException($"The page has no field {name}:\n{Body}"),
    };

    /// <summary>What stands in the first element that fits.</summary>
    public string TextOf(string selector) => Document.QuerySelector(selector)?.TextContent ?? throw new InvalidOperationException($"The page has nothing at {selector}:\n{Body}");

    /// <summary>An attribute of the first element that fits.</summary>
    public string Attribute(string selector, string name) =>
        Document.QuerySelector(selector)?.GetAttribute(name) ?? throw new InvalidOperationException($"The page has no {name} at {selector}:\n{Body}");

    public int CountOf(string selector) => Document.QuerySelectorAll(selector).Length;

    /// <summary>The ids that these links lead to.</summary>
    public IReadOnlyList<string> AnchorsOf(string selector) => [.. Document.QuerySelectorAll(selector).Select(link => link.GetAttribute("href")!.TrimStart('#'))];

    /// <summary>Where the first form posts to whose address ends so.</summary>
    public string ActionEndingWith(string end) => Document.QuerySelector($"form[action$='{end}']")?.GetAttribute("action") ?? throw new InvalidOperationException($"The page has no form to …{end}:\n{Body}");

    public bool HasForm(string action) => Form(action) is not null;

    public string Heading => Document.QuerySelector("h1")?.TextContent.Trim() ?? "";

    public static async Task<Answer> OfAsync(HttpResponseMessage message) =>
        new(message.StatusCode, message, await message.Content.ReadAsStringAsync());

    public Answer Expect(int code) =>
        Code == code ? this : throw new Xunit.Sdk.XunitException($"{Message.RequestMessage?.Method} {Message.RequestMessage?.RequestUri?.AbsolutePath} answered {Code} and not {code}:\n{Body}");

    /// <summary>A problem of this status and code, as RFC 9457 wants it.</summary>
    public JsonNode ExpectProblem(int code, string name)
    {
        Expect(code);
        Assert.Equal("application/problem+json", ContentType);
        Assert.Equal(name, (string?)Json["code"]);
        Assert.Equal(code, (int)Json["status"]!);
        Assert.StartsWith("https://localdiplomacy.example/problems/", (string?)Json["type"], StringComparison.Ordinal);
        Assert.False(string.IsNullOrWhiteSpace((string?)Json["title"]));
        Assert.False(string.IsNullOrWhiteSpace((string?)Json["detail"]));
        return Json;
    }

    /// <summary>A page of this status, that says something.</summary>
    public Answer ExpectPage(int code)
    {
        Expect(code);
        Assert.Equal("text/html", ContentType);
        Assert.NotEqual("", Heading);
        return this;
    }

    private IHtmlDocument Document => new HtmlParser().ParseDocument(Body);

    private IHtmlFormElement? Form(string action) =>
        Document.Forms.FirstOrDefault(f => new Uri(f.Action, UriKind.RelativeOrAbsolute).OriginalString.EndsWith(action, StringComparison.Ordinal));
}
