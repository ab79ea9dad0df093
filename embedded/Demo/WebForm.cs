using AngleSharp.Html.Dom;

namespace LocalDiplomacy.Demo;

/// <summary>A form, filled in as a person would: only fields that are there, only choices that are offered.</summary>
internal sealed class WebForm
{
    private readonly IHtmlFormElement _form;
    private readonly List<KeyValuePair<string, string>> _fields;

    public WebForm(Uri action, IHtmlFormElement form)
    {
        Action = action;
        _form = form;
        _fields = [.. form.Elements.SelectMany(Given)];
    }

    public Uri Action { get; }

    public IReadOnlyList<KeyValuePair<string, string>> Fields => _fields;

    public string ValueOf(string name) => _fields.FirstOrDefault(field => field.Key == name).Value ?? "";

    public bool Has(string name) => Named(name).Any();

    /// <summary>Types into a field.</summary>
    public WebForm Type(string name, string value)
    {
        Require(Has(name), $"a field \"{name}\"");
        return Set(name, value);
    }

    /// <summary>Chooses one of the offered values: a radio button, a checkbox or an option.</summary>
    public WebForm Choose(string name, string value)
    {
        var offered = Named(name).SelectMany(element => element switch
        {
            IHtmlInputElement input => [input.Value],
            IHtmlSelectElement select => select.Options.Select(option => option.Value),
            _ => Enumerable.Empty<string>(),
        });
        Require(offered.Contains(value), $"a choice \"{name}\" = \"{value}\"");
        return Set(name, value);
    }

    /// <summary>Chooses or types, whichever the field takes.</summary>
    public WebForm Fill(string name, string value) =>
        Named(name).Any(element => element is IHtmlSelectElement or IHtmlInputElement { Type: "radio" or "checkbox" }) ? Choose(name, value) : Type(name, value);

    /// <summary>Presses a button that has a name of its own.</summary>
    public WebForm Press(string name, string value)
    {
        Require(Named(name).OfType<IHtmlButtonElement>().Any(button => button.Value == value), $"a button \"{name}\" = \"{value}\"");
        return Set(name, value);
    }

    /// <summary>Whether something is chosen before anybody chose.</summary>
    public bool IsPreselected(string name) => Named(name).OfType<IHtmlInputElement>().Any(input => input.IsChecked);

    private IEnumerable<IHtmlElement> Named(string name) =>
        _form.Elements.Where(element => element.GetAttribute("name") == name);

    private WebForm Set(string name, string value)
    {
        _fields.RemoveAll(field => field.Key == name);
        _fields.Add(new(name, value));
        return this;
    }

    private void Require(bool there, string what)
    {
        if (!there) throw new DemoFailure($"the form that posts to {Action.AbsolutePath} has not {what}");
    }

    private static IEnumerable<KeyValuePair<string, string>> Given(IHtmlElement element)
    {
        if (element.GetAttribute("name") is not { Length: > 0 } name || element.HasAttribute("disabled")) return [];
        return element switch
        {
            IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } => [],
            IHtmlInputElement { Type: "submit" or "button" or "image" or "reset" or "file" } => [],
            IHtmlInputElement input => [new(name, input.Value)],
            IHtmlTextAreaElement area => [new(name, area.Value)],
            IHtmlSelectElement select => select.Options.Where(option => option.IsSelected).Select(option => KeyValuePair.Create(name, option.Value)),
            _ => [],
        };
    }
}
