using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Texts;

namespace LocalDiplomacy.Workflows.Templates;

/// <summary>A text to begin with, in every language of the pages, with places to be filled in: "{office}".</summary>
/// <param name="Version">Of the files that it stands in. A version is never edited once it was released: the next one is added.</param>
public sealed record TextTemplate(MouKind Kind, int Version, MouText Text)
{
    /// <summary>
    /// The text in these languages, filled in. A paragraph with a place that has no value is left out ("where they differ, {prevailing}
    /// prevails"); a language that the template lacks stays empty for the office to write.
    /// </summary>
    /// <param name="values">By the place's name, without its braces.</param>
    public MouText Filled(IReadOnlyList<Language> languages, IReadOnlyDictionary<string, LocalizedText> values) => new(
        languages,
        Passage(Text.Title, languages, values),
        [.. Text.Clauses.Select(clause => new Clause(Passage(clause.Heading, languages, values), Passage(clause.Body, languages, values)))]);

    private static LocalizedText Passage(LocalizedText passage, IReadOnlyList<Language> languages, IReadOnlyDictionary<string, LocalizedText> values) =>
        new(languages.ToDictionary(language => language, language => Passage(passage.ByLanguage.GetValueOrDefault(language, ""), language, values)));

    private static string Passage(string words, Language language, IReadOnlyDictionary<string, LocalizedText> values) =>
        string.Join("\n\n", words.Split("\n\n").Select(paragraph => Paragraph(paragraph, language, values)).OfType<string>());

    private static string? Paragraph(string words, Language language, IReadOnlyDictionary<string, LocalizedText> values)
    {
        foreach (var place in Place.In(words))
        {
            var value = values.GetValueOrDefault(place)?.In(language) ?? "";
            if (value.Length == 0) return null;
            words = words.Replace($"{{{place}}}", value, StringComparison.Ordinal);
        }
        return words;
    }
}
