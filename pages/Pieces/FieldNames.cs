using System.Text.RegularExpressions;
using LocalDiplomacy.Pages.Wording;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;

namespace LocalDiplomacy.Pages.Pieces;

/// <summary>Fields by their path ("clauses[2].body.fr"): the id of the input, and the name that people read.</summary>
internal static partial class FieldNames
{
    public static string IdOf(string field) => "f-" + NoIdentifier().Replace(field, "-").Trim('-');

    /// <summary>"Clause 3, text (French)". A path nobody foresaw is its own name.</summary>
    public static string NameOf(string field, Language language)
    {
        if (ClauseField().Match(field) is { Success: true } clause)
        {
            var number = Words.Of(language, "Terms.ClauseNumber", int.Parse(clause.Groups["place"].Value, System.Globalization.CultureInfo.InvariantCulture) + 1);
            return clause.Groups["part"].Success
                ? $"{number}, {WithLanguage($"clause.{clause.Groups["part"].Value}", clause.Groups["language"].Value, language)}"
                : number;
        }
        var parts = field.Split('.');
        return Words.Find(language, $"Fields.Name.{field}") is { } whole ? whole : WithLanguage(string.Join('.', parts[..^1]), parts[^1], language);
    }

    /// <summary>Problems of exactly this field.</summary>
    public static IEnumerable<FieldProblem> At(this IReadOnlyList<FieldProblem> problems, string field) =>
        problems.Where(problem => problem.Field == field);

    private static string WithLanguage(string path, string code, Language language)
    {
        var name = Words.Find(language, $"Fields.Name.{path}") ?? path;
        return Words.Find(language, $"Terms.Language.{code}") is { } spoken ? $"{name} ({spoken})" : name;
    }

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex NoIdentifier();

    [GeneratedRegex(@"^clauses\[(?<place>\d+)\](\.(?<part>heading|body)(\.(?<language>[a-z-]+))?)?$")]
    private static partial Regex ClauseField();
}
