using System.Reflection;

namespace LocalDiplomacy.Demo;

/// <summary>A text that the demo plays with: it stands in Mou/, a file for each language. The people in it are invented.</summary>
internal sealed record DemoMou(IReadOnlyDictionary<string, string> Title, IReadOnlyList<DemoClause> Clauses)
{
    public static readonly IReadOnlyList<string> Languages = ["ko", "en", "fr"];

    /// <summary>The clause of activities, that the embassy wants changed: its place from 0.</summary>
    public const int ClauseInQuestion = 3;

    public const string ReasonForChanges =
        "Une délégation chaque année dépasse les moyens de Libreville : plutôt tous les deux ans, à tour de rôle. "
        + "Merci de mentionner aussi l'enseignement du coréen et du français.";

    public const string AgreementStatement =
        "By letter no. 118 the City of Libreville agreed to sign electronically.";

    /// <summary>Words that only the second round's clause 4 has, in the embassy's language.</summary>
    public static readonly IReadOnlyList<string> NewWords = ["Tous les deux ans", "tour de rôle"];

    /// <summary>Words that only the first round's clause 4 had.</summary>
    public const string OldWords = "Chaque année";

    public int Characters => Title.Values.Sum(t => t.Length) + Clauses.Sum(c => c.Heading.Values.Sum(h => h.Length) + c.Body.Values.Sum(b => b.Length));

    /// <summary>The MOU itself.</summary>
    public static DemoMou Load() => Load("");

    /// <summary>What changes it, once it is in effect.</summary>
    public static DemoMou LoadVariation() => Load("variation.");

    /// <summary>What is done under it for a year.</summary>
    public static DemoMou LoadCourses() => Load("courses.");

    private static DemoMou Load(string which)
    {
        var versions = Languages.ToDictionary(language => language, language => Version.Read(Resource($"{which}{language}.md")));
        return new DemoMou(
            versions.ToDictionary(v => v.Key, v => v.Value.Title),
            [.. Enumerable.Range(0, versions["en"].Clauses.Count).Select(n => new DemoClause(
                versions.ToDictionary(v => v.Key, v => v.Value.Clauses[n].Heading),
                versions.ToDictionary(v => v.Key, v => v.Value.Clauses[n].Body)))]);
    }

    /// <summary>Clause 4 as the office writes it after the embassy's request.</summary>
    public static IReadOnlyDictionary<string, string> RevisedClause() =>
        Languages.ToDictionary(language => language, language => Resource($"clause-4.{language}.md").Trim());

    private static string Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is not in the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private sealed record Version(string Title, IReadOnlyList<(string Heading, string Body)> Clauses)
    {
        /// <summary>"# title", then "## heading" and a body for each clause.</summary>
        public static Version Read(string markdown)
        {
            var parts = markdown.Split("\n## ");
            return new Version(parts[0].TrimStart('#', ' ').Trim(), [.. parts.Skip(1).Select(Clause)]);
        }

        private static (string Heading, string Body) Clause(string part)
        {
            var lineEnd = part.IndexOf('\n', StringComparison.Ordinal);
            return (part[..lineEnd].Trim(), part[lineEnd..].Trim());
        }
    }
}

internal sealed record DemoClause(IReadOnlyDictionary<string, string> Heading, IReadOnlyDictionary<string, string> Body);
