namespace LocalDiplomacy.Infrastructure.Tests.Bicep;

/// <summary>
/// A Bicep or bicepparam file as a list of declarations. It reads the style that this repository writes and is no compiler:
/// that one runs in the delivery pipeline.
/// </summary>
internal sealed class BicepFile
{
    private BicepFile(string path, string text)
    {
        Path = path;
        Text = BicepText.WithoutComments(text);
        Statements = [.. Split(Text)];
    }

    public string Path { get; }

    /// <summary>The whole file; comments are blanks.</summary>
    public string Text { get; }

    public IReadOnlyList<BicepStatement> Statements { get; }

    public static IReadOnlyList<BicepFile> Templates { get; } = [.. Repository.Files("infra", "*.bicep").Select(Load)];

    public static IReadOnlyList<BicepFile> ParameterFiles { get; } = [.. Repository.Files("infra", "*.bicepparam").Select(Load)];

    public static BicepFile Main => Templates.Single(t => t.Path == "infra/main.bicep");

    public static BicepFile App(string name) => Templates.Single(t => t.Path == $"infra/app/{name}.bicep");

    public static BicepFile Load(string path) => new(path, Repository.Read(path));

    public static BicepFile Of(string text) => new("(text)", text);

    public IEnumerable<BicepStatement> All(string kind) => Statements.Where(s => s.Kind == kind);

    public BicepStatement The(string kind, string name) => Statements.Single(s => s.Kind == kind && s.Name == name);

    public override string ToString() => Path;

    private static IEnumerable<BicepStatement> Split(string text)
    {
        List<string> decorators = [];
        for (var at = 0; at < text.Length;)
        {
            var end = BicepText.NextOutside(text, at, '\n');
            var line = text[at..end].Trim();
            if (line.StartsWith('@')) decorators.Add(line);
            else if (line.Length > 0)
            {
                yield return Statement(line, decorators, 1 + text.AsSpan(0, at).Count('\n'));
                decorators = [];
            }

            at = end + 1;
        }
    }

    private static BicepStatement Statement(string text, List<string> decorators, int line)
    {
        var words = text.Split((char[])[' ', '\n', '='], 3, StringSplitOptions.RemoveEmptyEntries);
        return new BicepStatement(words[0], words[1], text, decorators, line);
    }
}
