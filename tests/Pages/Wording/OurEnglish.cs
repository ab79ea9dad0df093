using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using LocalDiplomacy.Pages.Wording;

namespace LocalDiplomacy.Pages.Tests.Wording;

/// <summary>What the program says in English and in no other language: where a reader of another language finds it, it was left over.</summary>
public static partial class OurEnglish
{
    private static readonly Lazy<HashSet<string>> words = new(() =>
    {
        var others = new[] { "ko", "fr", "es" }.SelectMany(AllWords).ToHashSet(StringComparer.Ordinal);
        return [.. AllWords("").Where(words => words.Length > 2 && words.Any(char.IsLetter) && !words.Contains('{', StringComparison.Ordinal) && !others.Contains(words))];
    });

    /// <summary>Null: all of it is the reader's.</summary>
    /// <param name="said">Whole pieces of text, as they stand between tags or on lines.</param>
    public static string? Among(IEnumerable<string> said) =>
        said.FirstOrDefault(piece => words.Value.Contains(piece)) is { } english ? $"English: {english}"
        : said.FirstOrDefault(piece => KeyOrPlace().IsMatch(piece)) is { } key ? $"a key or an empty place: {key}"
        : null;

    /// <summary>The program's own sentences hold none of the words that every English sentence has; what people typed may.</summary>
    public static bool IsSentence(string said) => Everyday().Count(said) > 1;

    /// <summary>Every piece of text and every name that only a screen reader says, but what is marked as another language.</summary>
    public static IEnumerable<string> Said(IElement within) => within.Descendants<IText>()
        .Where(text => text.ParentElement?.Closest("[lang]") == within.Closest("[lang]") && text.ParentElement?.LocalName is not ("style" or "code"))
        .Select(text => Blanks().Replace(text.Data, " ").Trim())
        .Concat(within.QuerySelectorAll("[aria-label]").Select(e => e.GetAttribute("aria-label")!))
        .Where(text => text.Length > 0);

    private static IEnumerable<string> AllWords(string language) => new[] { typeof(Words).Assembly }.SelectMany(pages => pages.GetManifestResourceNames()
        .Where(name => name.EndsWith(".resources", StringComparison.Ordinal))
        .SelectMany(name => new ResourceManager(name[..^".resources".Length], pages)
            .GetResourceSet(language.Length == 0 ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false)!
            .Cast<System.Collections.DictionaryEntry>().Select(entry => (string)entry.Value!)));

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\{\d|^(Site|Terms|Case|Mail|Review|Office|Draft|Desk|Register|Fields|Signing|Faults|Refusals|History)\.[A-Z]\w+")]
    private static partial Regex KeyOrPlace();

    [GeneratedRegex(@"\b(the|and|with|was|were|your|has|have|been|this|that|which|until|please|of|is)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Everyday();
}
