using DiffPlex;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Texts;

/// <summary>
/// Words that changed in a language whose words carry their particles without a blank ("참여기관은", "참여기관이"), or that writes
/// no blanks at all: what changed of them, syllable by syllable.
/// </summary>
internal static class SyllableDifference
{
    private static readonly Language[] Syllabic = [Language.Korean, new("ja"), new("zh")];

    /// <summary>Below this share two runs of words are others and not changed ones: single syllables that they happen to share say nothing.</summary>
    private const double Alike = 0.5;

    /// <returns>Null: the words are better shown whole.</returns>
    public static IReadOnlyList<DifferencePart>? Of(string removed, string inserted, Language language)
    {
        if (removed.Length == 0 || inserted.Length == 0 || !Syllabic.Contains(language)) return null;
        var parts = Parts(removed, inserted);
        var kept = parts.Where(part => part.Change == Change.Same).Sum(part => part.Text.Length);
        return kept >= Alike * Math.Max(removed.Length, inserted.Length) ? parts : null;
    }

    /// <summary>Stored texts are composed (NFC), so that a syllable is one letter.</summary>
    private static List<DifferencePart> Parts(string removed, string inserted)
    {
        var difference = new Differ().CreateCharacterDiffs(removed, inserted, ignoreWhitespace: false);
        var (parts, old) = (new List<DifferencePart>(), 0);
        void Add(Change change, string text)
        {
            if (text.Length > 0) parts.Add(new(change, text));
        }

        foreach (var block in difference.DiffBlocks)
        {
            Add(Change.Same, removed[old..block.DeleteStartA]);
            Add(Change.Removed, removed.Substring(block.DeleteStartA, block.DeleteCountA));
            Add(Change.Inserted, inserted.Substring(block.InsertStartB, block.InsertCountB));
            old = block.DeleteStartA + block.DeleteCountA;
        }

        Add(Change.Same, removed[old..]);
        return parts;
    }
}
