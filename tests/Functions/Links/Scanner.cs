using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using LocalDiplomacy.Functions.Tests.Running;

namespace LocalDiplomacy.Functions.Tests.Links;

/// <summary>
/// A mail scanner at its worst: from one link on it asks for every address with HEAD and GET, and sends every form of every page
/// in every way that the form offers, with something typed into every field. What it cannot know is the code.
/// </summary>
internal sealed class Scanner(Visitor visitor, params string[] codes)
{
    /// <summary>Pages that follow on a form have forms too.</summary>
    private const int Depth = 3;
    private const int MostPages = 60;
    private readonly HashSet<string> _opened = [];
    private readonly HashSet<string> _sent = [];
    private readonly Queue<(Func<Task<Answer>> Ask, int Depth)> _waiting = [];

    public int Forms => _sent.Count;

    public int Pages => _opened.Count;

    public async Task OpenAsync(string path)
    {
        Follow(path, 0);
        while (_waiting.TryDequeue(out var next)) await ReadAsync(await next.Ask(), next.Depth);
    }

    private void Follow(string link, int depth)
    {
        var path = link.Split('#')[0];
        if (path.StartsWith('/') && _opened.Count < MostPages && _opened.Add(path)) _waiting.Enqueue((() => GetAsync(path), depth));
    }

    private async Task<Answer> GetAsync(string path)
    {
        (await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Head, path))).Message.Dispose();
        return await visitor.GetAsync(path);
    }

    private async Task ReadAsync(Answer answer, int depth)
    {
        Assert.True(answer.Code < 500, $"{answer.Message.RequestMessage?.RequestUri} answered {answer.Code}.");
        if (answer.Location is { } on) Follow(on, depth + 1);
        if (answer.ContentType != "text/html" || depth >= Depth) return;
        var page = await new HtmlParser().ParseDocumentAsync(answer.Body);
        foreach (var form in page.Forms)
            foreach (var filled in Filled(form))
                Send(form.GetAttribute("action")!, filled, depth);
        foreach (var link in page.QuerySelectorAll("a[href], link[href]"))
            Follow(link.GetAttribute("href")!, depth + 1);
    }

    private void Send(string action, IReadOnlyList<(string Name, string Value)> fields, int depth)
    {
        // The keys are new with every page: the same form is the same all the same.
        if (_sent.Add($"{action}|{string.Join('&', fields.Where(field => field.Name != "key"))}"))
            _waiting.Enqueue((() => visitor.PostAsync(action, [.. fields]), depth + 1));
    }

    /// <summary>As it stands, and with each choice and each code.</summary>
    private IEnumerable<IReadOnlyList<(string Name, string Value)>> Filled(IHtmlFormElement form)
    {
        yield return [.. form.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>().Select(field => (field.Name!, field.Value))];
        foreach (var choice in Choices(form))
            foreach (var code in codes)
                yield return [.. form.QuerySelectorAll("[name]").Select(field => Typed(field, code)).OfType<(string, string)>(), .. choice is var (name, value) ? [(name, value)] : Array.Empty<(string, string)>()];
    }

    private static List<(string Name, string Value)?> Choices(IHtmlFormElement form)
    {
        var offered = form.QuerySelectorAll("input[type=radio], button[name]").Select(one => ((string Name, string Value)?)(one.GetAttribute("name")!, one.GetAttribute("value") ?? "")).ToList();
        return offered.Count > 0 ? offered : [null];
    }

    private static (string Name, string Value)? Typed(IElement field, string code) => field switch
    {
        IHtmlInputElement { Type: "radio" or "submit" } or IHtmlButtonElement => null,
        IHtmlInputElement { Type: "hidden" or "checkbox" } kept => (kept.Name!, kept.Value),
        IHtmlInputElement { Name: "code" } => ("code", code),
        IHtmlInputElement { Type: "email" } address => (address.Name!, "scanner@example.net"),
        IHtmlSelectElement select => (select.Name!, select.Options[select.Options.Length - 1].Value),
        _ => (field.GetAttribute("name")!, "scanned"),
    };
}
