using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace LocalDiplomacy.Pages.Tests.Wording;

/// <summary>One word or sentence of the program, as it stands in its file.</summary>
/// <param name="Area">"Mail" of "Mail.fr.resx".</param>
public sealed record WordInFile(string Area, string Key, string Language, string Words)
{
    public override string ToString() => $"{Area}.{Key} ({Language}): {Words}";
}

/// <summary>Every word of the repository in its four languages, wherever it stands: those of pages, of problems in JSON, and the templates.</summary>
public static partial class WordFiles
{
    private static readonly Lazy<IReadOnlyList<WordInFile>> all = new(() => [.. Resources(), .. Templates()]);

    public static IReadOnlyList<WordInFile> All => all.Value;

    public static IEnumerable<WordInFile> In(string language) => All.Where(word => word.Language == language);

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string Root { get; } = Find();

    private static IEnumerable<WordInFile> Resources() =>
        from file in new[] { "pages/Wording", "functions/Problems" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.resx"))
        let name = FileName().Match(Path.GetFileName(file))
        from data in XDocument.Load(file).Root!.Elements("data")
        select new WordInFile(name.Groups["area"].Value, data.Attribute("name")!.Value, name.Groups["language"] is { Success: true } said ? said.Value : "en", data.Element("value")!.Value);

    private static IEnumerable<WordInFile> Templates() =>
        from file in Directory.EnumerateFiles(Path.Combine(Root, "data/templates"), "*.md", SearchOption.AllDirectories)
        let name = Path.GetFileNameWithoutExtension(file).Split('.')
        from line in File.ReadLines(file)
        where line.Length > 0
        select new WordInFile("templates", name[0], name[1], line);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "LocalDiplomacy.Functions.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }

    [GeneratedRegex(@"^(?<area>\w+)(\.(?<language>ko|fr|es))?\.resx$")]
    private static partial Regex FileName();
}
