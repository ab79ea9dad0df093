using System.Text.RegularExpressions;

namespace LocalDiplomacy.Workflows.Screening;

/// <summary>Cuts a passage into sentences: a rule that looks for a word beside another looks no further than to the full stop.</summary>
internal static partial class Sentences
{
    public static IEnumerable<string> In(string passage) =>
        End().Split(passage).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 0);

    [GeneratedRegex(@"(?<=[.!?;。])\s+|\n\s*\n|\n(?=\s*[-*0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex End();
}
