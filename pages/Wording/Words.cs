using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Pages.Wording;

/// <summary>
/// The words of pages and mails, from resources: one file an area and language. A key is "Area.Key".
/// Names put into a sentence can ask for their particle or article: {0:이/가}, {0:le}; see <see cref="NameInSentence"/>.
/// </summary>
public static partial class Words
{
    private static readonly ConcurrentDictionary<string, ResourceManager> areas = new();
    private static readonly ConcurrentDictionary<(string Words, Language Language), string> spaced = new();

    /// <exception cref="InvalidOperationException">There is no such key: a slip of ours that a test holds.</exception>
    public static string Of(Language language, string key, params object[] arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var words = Find(language, key) ?? throw new InvalidOperationException($"No words for '{key}' in {language}.");
        return arguments.Length == 0 ? words : Begun(words, string.Format(CultureInfo.InvariantCulture, words, [.. arguments.Select(Sayable)]));
    }

    /// <summary>Words that depend on a number, which is the first argument. French counts nought as one.</summary>
    public static string Count(Language language, string key, int number, params object[] arguments)
    {
        var isOne = number == 1 || (number == 0 && language == Language.French);
        return Of(language, $"{key}.{(isOne ? "One" : "Many")}", [number, .. arguments]);
    }

    internal static string? Find(Language language, string key)
    {
        var dot = key.IndexOf('.', StringComparison.Ordinal);
        var area = areas.GetOrAdd(key[..dot], name => new ResourceManager($"LocalDiplomacy.Pages.Wording.{name}", typeof(Words).Assembly));
        var words = area.GetString(key[(dot + 1)..], CultureInfo.GetCultureInfo(PageLanguage.Or(language).Code));
        return words is null ? null : spaced.GetOrAdd((words, PageLanguage.Or(language)), said => Spacing.Of(said.Words, said.Language));
    }

    /// <summary>A sentence that begins with a name's article begins with a capital: "The Embassy of Gabon accepted …".</summary>
    private static string Begun(string words, string said) =>
        ArticleFirst().IsMatch(words) && said.Length > 0 ? char.ToUpperInvariant(said[0]) + said[1..] : said;

    [GeneratedRegex(@"^\{\d+:(the|le|el)\}")]
    private static partial Regex ArticleFirst();

    private static object Sayable(object argument) => argument is string name ? new NameInSentence(name) : argument;
}
