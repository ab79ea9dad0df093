using System.Text.RegularExpressions;
using LocalDiplomacy.Pages.Wording;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;

namespace LocalDiplomacy.Pages.Pieces;

/// <summary>Fields by their path ("clauses[2].body.fr"): the id of the input, and the name that people read.</summary>
internal static partial class FieldNames
{
    public static string IdOf(string field) => "f-" + NoIdentifier().Replace(field, "-").Trim('-');

    /// <summary>
    /// The id of what is to be mended: the input itself, the group that it is one of, or the choice of languages where a version
    /// is none of the text's; the page itself for what has no input.
    /// </summary>
    public static string AnchorOf(FieldProblem problem) => problem switch
    {
        { Field: "text" or "textHash" } => "content",
        { Fault: FieldFault.NotInLanguages, Field: not "prevailingLanguage" } => IdOf("languages"),
        _ => IdOf(GroupOf(problem.Field)),
    };

    /// <summary>"Clause 3, text (French)". A path nobody foresaw is its own name.</summary>
    public static string NameOf(string field, Language language)
    {
        field = GroupOf(field);
        if (ClauseField().Match(field) is { Success: true } clause)
        {
            var number = Words.Of(language, "Terms.ClauseNumber", int.Parse(clause.Groups["place"].Value, System.Globalization.CultureInfo.InvariantCulture) + 1);
            return clause.Groups["part"].Success
                ? $"{number}, {WithLanguage($"clause.{clause.Groups["part"].Value}", clause.Groups["language"].Value, language)}"
                : number;
        }
        if (CommentField().Match(field) is { Success: true } comment)
            return $"{Words.Of(language, "Terms.ClauseNumber", comment.Groups["clause"].Value)}, {Words.Of(language, $"Fields.Name.comment.{comment.Groups["part"].Value}")}";
        if (RuleField().Match(field) is { Success: true } rule)
            return RuleName(rule, language);
        if (OtherMission().Match(field) is { Success: true } other)
            return Words.Of(language, other.Groups["part"].Value == "role" ? "Draft.FurtherRole" : "Draft.FurtherMission",
                int.Parse(other.Groups["place"].Value, System.Globalization.CultureInfo.InvariantCulture) + 1);
        var parts = field.Split('.');
        return Words.Find(language, $"Fields.Name.{field}") ?? WithLanguage(string.Join('.', parts[..^1]), parts[^1], language);
    }

    /// <summary>Problems of this field, and of the entries of this group of checkboxes.</summary>
    public static IEnumerable<FieldProblem> At(this IReadOnlyList<FieldProblem> problems, string field) =>
        problems.Where(problem => GroupOf(problem.Field) == field);

    /// <summary>Checkboxes are mended as a group: "languages[2]" is one of "languages".</summary>
    private static string GroupOf(string field) => Entry().Match(field) is { Success: true } entry ? entry.Groups["group"].Value : field;

    /// <summary>"Rule 2, Legal basis".</summary>
    private static string RuleName(Match rule, Language language)
    {
        var number = Words.Of(language, "Settings.RuleNumber", int.Parse(rule.Groups["place"].Value, System.Globalization.CultureInfo.InvariantCulture) + 1);
        return rule.Groups["part"].Success ? $"{number}, {Words.Of(language, $"Fields.Name.rule.{rule.Groups["part"].Value}")}" : number;
    }

    private static string WithLanguage(string path, string code, Language language)
    {
        var name = Words.Find(language, $"Fields.Name.{path}");
        return name is null ? $"{path}.{code}".Trim('.') : code.Length == 0 ? name : $"{name} ({LanguageNames.Of(code, language)})";
    }

    [GeneratedRegex(@"^(?<group>languages|fields)\[\d+\]$")]
    private static partial Regex Entry();

    [GeneratedRegex(@"^comment\[(?<clause>\d+)\]\.(?<part>words|proposed|version|name)$")]
    private static partial Regex CommentField();

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex NoIdentifier();

    [GeneratedRegex(@"^councilRules\[(?<place>\d+)\](\.(rule\.)?(?<part>office|kind|legalBasis|isRequired))?$")]
    private static partial Regex RuleField();

    [GeneratedRegex(@"^clauses\[(?<place>\d+)\](\.(?<part>heading|body)(\.(?<language>[a-z-]+))?)?$")]
    private static partial Regex ClauseField();

    [GeneratedRegex(@"^otherMissions\[(?<place>\d+)\]\.(?<part>mission|role)$")]
    private static partial Regex OtherMission();
}
