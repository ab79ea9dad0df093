using System.Text.RegularExpressions;

namespace LocalDiplomacy.Workflows.Templates;

/// <summary>The places of a template that are filled in.</summary>
public static partial class Place
{
    public const string Office = "office";
    public const string Counterparty = "counterparty";
    /// <summary>The fields of cooperation, as a list in one sentence.</summary>
    public const string Fields = "fields";
    /// <summary>The languages of the text, by name.</summary>
    public const string Languages = "languages";
    /// <summary>The version that prevails; left out where none does.</summary>
    public const string Prevailing = "prevailing";
    /// <summary>How long the cooperation lasts, in years.</summary>
    public const string Years = "years";
    /// <summary>The MOU that is varied or carried out, by title and date.</summary>
    public const string Earlier = "earlier";

    public static readonly IReadOnlySet<string> All = new HashSet<string> { Office, Counterparty, Fields, Languages, Prevailing, Years, Earlier };

    internal static IEnumerable<string> In(string words) => Braces().Matches(words).Select(match => match.Groups[1].Value).Distinct();

    [GeneratedRegex(@"\{([a-z]+)\}")]
    private static partial Regex Braces();
}
