using System.Text;
using LocalDiplomacy.Documents.Clauses;
using LocalDiplomacy.Documents.Layout;
using LocalDiplomacy.Documents.Type;
using LocalDiplomacy.Workflows.Documents;
using LocalDiplomacy.Workflows.Texts;

namespace LocalDiplomacy.Documents.Texts;

/// <summary>Finds letters without a font as they would be printed: a clause is read as Markdown first, which can name a letter by its number.</summary>
internal static class MissingLettersOfText
{
    private static readonly Style Any = new(10);

    public static IReadOnlyList<Rune> In(string words) => [.. words.EnumerateRunes().Where(letter => !Typeface.Has(letter)).Distinct()];

    public static IReadOnlyList<MissingLetters> In(MouText text) => [.. All(text).Where(missing => missing.Letters.Count > 0)];

    private static IEnumerable<MissingLetters> All(MouText text)
    {
        foreach (var language in text.Languages)
            yield return new(null, language, text.Title.In(language), In(text.Title.In(language)));
        for (var i = 0; i < text.Clauses.Count; i++)
            foreach (var language in text.Languages)
                yield return new(i + 1, language, null, In(text.Clauses[i].Heading.In(language) + Printed(text.Clauses[i].Body.In(language))));
    }

    private static string Printed(string markdown) =>
        string.Concat(ClauseBody.Of(markdown, Any).SelectMany(paragraph => paragraph.Runs.Append(paragraph.Marker ?? new("", Any))).Select(run => run.Text));
}
