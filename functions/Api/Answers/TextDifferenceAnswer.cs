using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Texts;

namespace LocalDiplomacy.Functions.Api.Answers;

/// <summary>What changed from one round's text to the next, clause by clause and language by language.</summary>
/// <param name="Before">The text of the round before; null in the first, where everything is new.</param>
public sealed record TextDifferenceAnswer(
    int Round, TextHash? Before, TextHash After, IReadOnlyList<PassageDifferenceAnswer> Title, IReadOnlyList<ClauseDifferenceAnswer> Clauses)
{
    public static TextDifferenceAnswer Of(int round, TextHash? before, TextHash after, MouText? old, MouText now)
    {
        var former = old ?? now with { Title = LocalizedText.Empty, Clauses = [] };
        return new(
            round, before, after, [.. now.Languages.Select(language => new PassageDifferenceAnswer("title", language, TextDifference.OfTitles(former, now, language)))],
            [.. TextDifference.Between(former, now).Select(ClauseDifferenceAnswer.Of)]);
    }
}

/// <param name="Before">The clause's number in the round before; null for a new one.</param>
/// <param name="After">Its number in this round; null for one that was struck.</param>
/// <param name="Passages">Heading and body, each in every language.</param>
public sealed record ClauseDifferenceAnswer(int? Before, int? After, bool IsChanged, IReadOnlyList<PassageDifferenceAnswer> Passages)
{
    public static ClauseDifferenceAnswer Of(ClauseDifference clause) => new(
        clause.BeforeNumber, clause.AfterNumber, clause.IsChanged,
        [.. clause.Versions.SelectMany(version => new PassageDifferenceAnswer[] { new("heading", version.Key, version.Value.Heading), new("body", version.Key, version.Value.Body) })]);
}

/// <summary>One passage in one language, as runs of what stayed, came and went.</summary>
/// <param name="Passage">"title", "heading" or "body".</param>
public sealed record PassageDifferenceAnswer(string Passage, Language Version, IReadOnlyList<DifferencePart> Parts);
