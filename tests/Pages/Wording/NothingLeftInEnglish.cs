using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using LocalDiplomacy.Pages.Tests.Samples;
using LocalDiplomacy.Pages.Wording;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Pages.Tests.Wording;

/// <summary>What pages and mails say, read as a reader of another language reads them.</summary>
public sealed partial class NothingLeftInEnglish
{
    private static readonly Assembly pages = typeof(Words).Assembly;

    /// <summary>Whole pieces of text that the program says in English, and in no other language.</summary>
    private static readonly Lazy<HashSet<string>> english = new(() =>
    {
        var others = new[] { "ko", "fr", "es" }.SelectMany(AllWords).ToHashSet(StringComparer.Ordinal);
        return [.. AllWords("").Where(words => words.Length > 2 && words.Any(char.IsLetter) && !words.Contains('{', StringComparison.Ordinal) && !others.Contains(words))];
    });

    public static TheoryData<string, string> PagesElsewhere() => Of(SamplePages.All.Keys);

    public static TheoryData<string, string> MailsElsewhere() => Of(SampleMails.All.Keys);

    [Theory, MemberData(nameof(PagesElsewhere))]
    public async Task On_a_page(string name, string language)
    {
        var page = new HtmlParser().ParseDocument(await SamplePages.All[name].WriteAsync(SamplePages.Renderer(), new(language)));
        Holds(Said(page.DocumentElement), name, language);
    }

    [Theory, MemberData(nameof(MailsElsewhere))]
    public async Task In_a_mail(string name, string language)
    {
        var mail = await SampleMails.Writer().WriteAsync(SampleMails.All[name](new(language)));
        // The second part of a mail to a reader of Korean is in English.
        var first = new HtmlParser().ParseDocument(mail.Html).QuerySelector($"div[lang={language}]")!;
        Holds([mail.Subject, .. Said(first)], name, language);
    }

    private static void Holds(IEnumerable<string> said, string name, string language) => Assert.All(said, words =>
    {
        Assert.False(english.Value.Contains(words), $"{name} says in {language}: {words}");
        Assert.False(KeyOrPlace().IsMatch(words), $"{name} shows a key or an empty place in {language}: {words}");
    });

    /// <summary>Every piece of text and every name that only a screen reader says, but what is marked as another language.</summary>
    private static IEnumerable<string> Said(IElement within) => within.Descendants<IText>()
        .Where(text => text.ParentElement?.Closest("[lang]") == within.Closest("[lang]") && text.ParentElement?.LocalName is not ("style" or "code"))
        .Select(text => Blanks().Replace(text.Data, " ").Trim())
        .Concat(within.QuerySelectorAll("[aria-label]").Select(e => e.GetAttribute("aria-label")!))
        .Where(text => text.Length > 0);

    private static TheoryData<string, string> Of(IEnumerable<string> names)
    {
        var data = new TheoryData<string, string>();
        foreach (var name in names)
            foreach (var language in Language.OfPages.Where(language => language != Language.English)) data.Add(name, language.Code);
        return data;
    }

    private static IEnumerable<string> AllWords(string language) => pages.GetManifestResourceNames().Where(name => name.EndsWith(".resources", StringComparison.Ordinal))
        .SelectMany(name => new ResourceManager(name[..^".resources".Length], pages)
            .GetResourceSet(language.Length == 0 ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false)!
            .Cast<System.Collections.DictionaryEntry>().Select(entry => (string)entry.Value!));

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\{\d|^(Site|Terms|Case|Mail|Review|Office|Draft|Desk|Register|Fields|Signing)\.[A-Z]\w+")]
    private static partial Regex KeyOrPlace();
}
