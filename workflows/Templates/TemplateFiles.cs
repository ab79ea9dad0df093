using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Texts;

namespace LocalDiplomacy.Workflows.Templates;

/// <summary>
/// The templates of data/templates, which travel inside the program: a folder a version, a file a kind and language. A file is a
/// title ("# …") and clauses ("## …" with the body behind it).
/// </summary>
public static class TemplateFiles
{
    private const int NewestVersion = 1;
    private static readonly ConcurrentDictionary<MouKind, TextTemplate> Templates = new();

    /// <summary>The newest template of a kind.</summary>
    public static TextTemplate For(MouKind kind) => Templates.GetOrAdd(kind, Read);

    private static TextTemplate Read(MouKind kind)
    {
        var versions = Language.OfPages.ToDictionary(language => language, language => Parse(File(kind, language)));
        var clauses = Enumerable.Range(0, versions[Language.Korean].Clauses.Count).Select(i => new Clause(
            Each(versions, version => version.Clauses[i].Heading), Each(versions, version => version.Clauses[i].Body)));
        return new(kind, NewestVersion, new(Language.OfPages, Each(versions, version => version.Title), [.. clauses]));
    }

    private static LocalizedText Each(Dictionary<Language, Version> versions, Func<Version, string> passage) =>
        new(versions.ToDictionary(version => version.Key, version => passage(version.Value)));

    private static Version Parse(string file)
    {
        var sections = file.ReplaceLineEndings("\n").Split("\n## ");
        return new(sections[0].TrimStart('#').Trim(), [.. sections.Skip(1).Select(section => Section(section.Split('\n', 2)))]);
    }

    private static (string Heading, string Body) Section(string[] lines) => (lines[0].Trim(), lines[1].Trim());

    private static string File(MouKind kind, Language language)
    {
        var name = $"templates/{NewestVersion}/{JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString())}.{language.Code}.md";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new FileNotFoundException($"{name} is not in the program.");
        return new StreamReader(stream).ReadToEnd();
    }

    private sealed record Version(string Title, IReadOnlyList<(string Heading, string Body)> Clauses);
}
