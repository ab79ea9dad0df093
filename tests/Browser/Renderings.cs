using LocalDiplomacy.Pages.Tests.Samples;
using LocalDiplomacy.Workflows.Lifecycle;
using Microsoft.Extensions.Configuration;

namespace LocalDiplomacy.Browser.Tests;

/// <summary>Addresses of the samples: all of them, or one of each shape.</summary>
internal static class Renderings
{
    /// <summary>LOCALDIPLOMACY_SAMPLES: a part of a sample's name, to look at some of the samples while working on a page.</summary>
    private static readonly string part = new ConfigurationBuilder().AddEnvironmentVariables("LOCALDIPLOMACY_").Build()["SAMPLES"] ?? "";

    private static readonly Lazy<Task<IReadOnlyList<string>>> shapes = new(async () =>
    {
        var (renderer, mails) = (SamplePages.Renderer(), SampleMails.Writer());
        return
        [
            .. await OfEachShapeAsync("page", SamplePages.All.Keys, (name, language) => SamplePages.All[name].WriteAsync(renderer, language)),
            .. await OfEachShapeAsync("mail", SampleMails.All.Keys, async (name, language) => (await mails.WriteAsync(SampleMails.All[name](language))).Html),
        ];
    });

    public static IEnumerable<string> Pages => Some(SamplePages.All.Keys).SelectMany(name => Language.OfPages.Select(language => $"/page/{language.Code}/{name}"));

    public static IEnumerable<string> Mails => Some(SampleMails.All.Keys).SelectMany(name => Language.OfPages.Select(language => $"/mail/{language.Code}/{name}"));

    /// <summary>Pages and mails, each shape once, in one language after the other.</summary>
    public static Task<IReadOnlyList<string>> OfEachShapeAsync() => shapes.Value;

    /// <summary>Pages, one of each row of links, buttons and fields.</summary>
    public static async Task<IReadOnlyList<string>> OfEachKindOfFormAsync()
    {
        var (renderer, seen, found) = (SamplePages.Renderer(), new HashSet<string>(), new List<string>());
        foreach (var name in Some(SamplePages.All.Keys))
            if (seen.Add(Shape.OfStops(await SamplePages.All[name].WriteAsync(renderer, Language.English)))) found.Add($"/page/en/{name}");
        return found;
    }

    private static async Task<IEnumerable<string>> OfEachShapeAsync(string kind, IEnumerable<string> names, Func<string, Language, Task<string>> write)
    {
        var (seen, found) = (new HashSet<string>(), new List<string>());
        foreach (var (name, at) in Some(names).Select((name, at) => (name, at)))
            foreach (var language in Language.OfPages.Skip(at % 4).Concat(Language.OfPages.Take(at % 4)))
                if (seen.Add(Shape.Of(await write(name, language)))) found.Add($"/{kind}/{language.Code}/{name}");
        return found;
    }

    private static IEnumerable<string> Some(IEnumerable<string> names) => names.Where(name => name.Contains(part, StringComparison.Ordinal));
}
