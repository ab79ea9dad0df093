using System.Text.RegularExpressions;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Screening;

/// <summary>Words that say one thing, in each language that is screened. A language that is not among them is not screened.</summary>
/// <param name="patterns">By language, matched without regard to case, within one sentence.</param>
internal sealed class Wording(params (Language Language, string Pattern)[] patterns)
{
    private readonly Dictionary<Language, Regex> _patterns = patterns.ToDictionary(p => p.Language, p => Compile(p.Pattern));

    public bool Knows(Language language) => _patterns.ContainsKey(language);

    /// <summary>The words as they stand there, or null.</summary>
    public string? In(string sentence, Language language) =>
        _patterns.TryGetValue(language, out var pattern) && pattern.Match(sentence) is { Success: true } match ? match.Value : null;

    // Without backtracking: its time grows with the text's length and not with its cunning.
    private static Regex Compile(string pattern) =>
        new(pattern, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
