using System.Text.RegularExpressions;
using LocalDiplomacy.Pages.Wording;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Documents.Texts;

/// <summary>
/// The order of names in an original: whoever keeps it comes first. Names are exchanged only where they stand side by side,
/// joined by "and", with their articles: there the order says nothing else. Everywhere else the text stays as it was agreed.
/// </summary>
internal static class Alternat
{
    /// <summary>What may stand between two names, by language: the word for "and", then the articles that belong to a name.</summary>
    private static readonly Dictionary<string, (string And, string Article)> Joints = new()
    {
        ["en"] = ("and", "(?:[Tt]he )?"),
        ["fr"] = ("et", "(?:[Ll]es? |[Ll]a |[Ll][’'])?"),
        ["es"] = ("y|e", "(?:[Ee]l |[Ll]a |[Ll]os |[Ll]as )?"),
    };

    /// <param name="first">Whom the original names first.</param>
    /// <returns>The passage with every "B and A" as "A and B".</returns>
    public static string Order(string passage, string first, string second, Language language)
    {
        if (first.Length == 0 || second.Length == 0 || first == second) return passage;
        var (a, b) = (Regex.Escape(first), Regex.Escape(second));
        if (language == Language.Korean)
            return Regex.Replace(passage, $"(?<![가-힣]){b}(?<joint>와|과|및| 및 | · |·|-|–) ?{a}", match => Korean(match.Groups["joint"].Value, first, second));
        if (!Joints.TryGetValue(language.Code, out var joint)) return passage;
        return Regex.Replace(
            passage, $@"(?<![\p{{L}}\p{{N}}])(?<two>{joint.Article}{b}) (?:{joint.And}) (?<one>{joint.Article}{a})(?![\p{{L}}\p{{N}}])",
            match => Joined(match, joint.And, language, second, BeginsSentence(passage, match.Index)));
    }

    private static string Joined(Match match, string and, Language language, string second, bool begins)
    {
        var (one, two) = (match.Groups["one"].Value, match.Groups["two"].Value);
        // An article that stood first is a small one now, and the other way round; a name keeps its letters.
        if (!two.StartsWith(second, StringComparison.Ordinal)) two = char.ToLowerInvariant(two[0]) + two[1..];
        if (begins) one = char.ToUpperInvariant(one[0]) + one[1..];
        return $"{one} {And(and, language, two)} {two}";
    }

    private static bool BeginsSentence(string passage, int at)
    {
        var before = passage[..at].TrimEnd(' ', '*', '_');
        return before.Length == 0 || before[^1] is '.' or '\n' or '!' or '?';
    }

    private static string Korean(string joint, string first, string second) => joint is "와" or "과"
        ? $"{KoreanParticle.After(first, "과/와")} {second}"
        : $"{first}{joint}{second}";

    /// <summary>Spanish says "e" before the sound of an i.</summary>
    private static string And(string words, Language language, string next) =>
        language != Language.Spanish ? words : Regex.IsMatch(next, "^(i|hi(?!e))", RegexOptions.IgnoreCase) ? "e" : "y";

    /// <summary>The languages of an original: its keeper's first, the others as the office has them.</summary>
    /// <param name="signer">What the counterparty's signer reads, where one is known.</param>
    public static IReadOnlyList<Language> Languages(IReadOnlyList<Language> languages, Side keeper, Language? signer)
    {
        var own = keeper == Side.LocalGovernment ? Language.Korean : OfCounterparty(languages, signer);
        return [.. languages.OrderByDescending(language => language == own)];
    }

    /// <summary>Their signer's, where the text has it; else one that is neither Korean nor English; else English.</summary>
    private static Language OfCounterparty(IReadOnlyList<Language> languages, Language? signer)
    {
        Language[] theirs = [.. languages.Where(language => language != Language.Korean)];
        return signer is { } known && theirs.Contains(known) ? known
            : theirs.Where(language => language != Language.English).Concat(theirs).FirstOrDefault(Language.Korean);
    }
}
