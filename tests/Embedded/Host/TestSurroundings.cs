using LocalDiplomacy.EmbeddedHost;

namespace LocalDiplomacy.Embedded.Tests.Host;

/// <summary>A folder and a process of a test's own.</summary>
internal sealed class TestSurroundings : IDisposable
{
    public const string EmptyPrefix = """{ "version": "2.0", "extensions": { "http": { "routePrefix": "" } } }""";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("embedded-host-");

    public TestSurroundings(string hostJson = EmptyPrefix)
    {
        Write("host.json", hostJson);
        _folder.CreateSubdirectory("bin");
    }

    public string Folder => _folder.FullName;

    public StringWriter Out { get; } = new();

    public StringWriter Error { get; } = new();

    public int? ExitCode { get; private set; }

    public Dictionary<string, string?> Environment { get; } = [];

    public string Input { get; set; } = "";

    public bool Interactive { get; set; }

    public TimeProvider Time { get; set; } = TimeProvider.System;

    public void Write(string path, string text)
    {
        path = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public Surroundings Surroundings() => new()
    {
        CurrentDirectory = Folder,
        ProgramDirectory = Path.Combine(Folder, "bin"),
        Environment = Environment,
        In = new StringReader(Input),
        Out = Out,
        Error = Error,
        Interactive = Interactive,
        Exit = code => ExitCode = code,
        Time = Time,
    };

    public void Dispose() => _folder.Delete(recursive: true);
}
