using System.Text.Json.Serialization;
using DiffPlex;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Texts;

/// <summary>What became of a piece of text between two rounds.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Change>))]
public enum Change { Same, Inserted, Removed }

public sealed record DifferencePart(Change Change, string Text);

/// <summary>One clause in one language, as runs of words.</summary>
public sealed record VersionDifference(IReadOnlyList<DifferencePart> Heading, IReadOnlyList<DifferencePart> Body)
{
    public bool IsChanged => Heading.Concat(Body).Any(part => part.Change != Change.Same);
}

/// <summary>One clause in all its languages.</summary>
/// <param name="BeforeNumber">Its number in the former text, from 1; null for a clause that is new.</param>
/// <param name="AfterNumber">Its number in the latter text, from 1; null for a clause that was struck.</param>
public sealed record ClauseDifference(int? BeforeNumber, int? AfterNumber, IReadOnlyDictionary<Language, VersionDifference> Versions)
{
    /// <summary>A clause that only changed its number has not changed.</summary>
    public bool IsChanged => BeforeNumber is null || AfterNumber is null || Versions.Values.Any(version => version.IsChanged);
}

/// <summary>What changed from one text to another, clause by clause and word by word.</summary>
public static class TextDifference
{
    private static readonly char[] WordEnds = [' ', '\n', '\t', ',', '.', ';', ':', '(', ')', '[', ']', '"', '“', '”', '·', '。', '、'];
    private static readonly Clause Nothing = new(LocalizedText.Empty, LocalizedText.Empty);

    /// <summary>Clauses in the order of the latter text, struck ones where they stood.</summary>
    public static IReadOnlyList<ClauseDifference> Between(MouText before, MouText after)
    {
        Language[] languages = [.. after.Languages.Union(before.Languages)];
        return [.. Align(before.Clauses, after.Clauses).Select(pair => Compare(pair, before.Clauses, after.Clauses, languages))];
    }

    /// <summary>The titles' difference in one language.</summary>
    public static IReadOnlyList<DifferencePart> OfTitles(MouText before, MouText after, Language language) =>
        Words(Exactly(before.Title, language), Exactly(after.Title, language), language);

    private static ClauseDifference Compare((int? Before, int? After) pair, IReadOnlyList<Clause> before, IReadOnlyList<Clause> after, Language[] languages)
    {
        var old = pair.Before is { } b ? before[b] : Nothing;
        var now = pair.After is { } a ? after[a] : Nothing;
        return new(pair.Before + 1, pair.After + 1, languages.ToDictionary(language => language, language => new VersionDifference(
            Words(Exactly(old.Heading, language), Exactly(now.Heading, language), language),
            Words(Exactly(old.Body, language), Exactly(now.Body, language), language))));
    }

    /// <summary>Clauses belong together by their headings; between two that do, what is left is paired in order.</summary>
    private static IEnumerable<(int? Before, int? After)> Align(IReadOnlyList<Clause> before, IReadOnlyList<Clause> after)
    {
        var headings = new Differ().CreateCustomDiffs(Lines(before), Lines(after), ignoreWhiteSpace: false, text => text.Split('\n'));
        var (old, now) = (0, 0);
        foreach (var block in headings.DiffBlocks)
        {
            while (old < block.DeleteStartA) yield return (old++, now++);
            for (var i = 0; i < Math.Max(block.DeleteCountA, block.InsertCountB); i++)
                yield return (i < block.DeleteCountA ? old++ : null, i < block.InsertCountB ? now++ : null);
        }
        while (old < before.Count) yield return (old++, now++);
    }

    private static string Lines(IReadOnlyList<Clause> clauses) =>
        string.Join('\n', clauses.Select(clause => string.Join('\u001f', clause.Heading.ByLanguage.OrderBy(p => p.Key.Code, StringComparer.Ordinal).Select(p => p.Value.ReplaceLineEndings(" ")))));

    private static string Exactly(LocalizedText text, Language language) => text.ByLanguage.GetValueOrDefault(language, "");

    private static List<DifferencePart> Words(string before, string after, Language language)
    {
        var difference = new Differ().CreateWordDiffs(before, after, ignoreWhitespace: false, WordEnds);
        var parts = new List<DifferencePart>();
        var old = 0;
        foreach (var block in difference.DiffBlocks)
        {
            Add(parts, Change.Same, difference.PiecesOld, old, block.DeleteStartA);
            var (removed, inserted) = (
                Joined(difference.PiecesOld, block.DeleteStartA, block.DeleteCountA), Joined(difference.PiecesNew, block.InsertStartB, block.InsertCountB));
            if (SyllableDifference.Of(removed, inserted, language) is { } finer) parts.AddRange(finer);
            else parts.AddRange(new[] { new DifferencePart(Change.Removed, removed), new DifferencePart(Change.Inserted, inserted) }.Where(part => part.Text.Length > 0));
            old = block.DeleteStartA + block.DeleteCountA;
        }
        Add(parts, Change.Same, difference.PiecesOld, old, difference.PiecesOld.Length);
        return parts;
    }

    private static string Joined(IReadOnlyList<string> pieces, int from, int count) => string.Concat(pieces.Skip(from).Take(count));

    private static void Add(List<DifferencePart> parts, Change change, IReadOnlyList<string> pieces, int from, int to)
    {
        var text = Joined(pieces, from, to - from);
        if (text.Length > 0) parts.Add(new(change, text));
    }
}
