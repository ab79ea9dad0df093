using System.Text;

namespace LocalDiplomacy.EngineProcess;

/// <summary>What activities did, outside of the engine: a line each, on disk before the activity returns. One file for each process.</summary>
public sealed class EffectsFile(string path) : IDisposable
{
    private readonly FileStream file = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
    private readonly Lock gate = new();

    /// <summary>A line that a kill cut off has no end, and does not count.</summary>
    public static IEnumerable<string> Read(string folder) => Directory.EnumerateFiles(folder, "*.effects").SelectMany(ReadFile);

    public static IEnumerable<string> ReadFile(string path)
    {
        using var open = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(open, Encoding.UTF8);
        return reader.ReadToEnd().Split('\n')[..^1];
    }

    public void Append(string line)
    {
        lock (gate)
        {
            file.Write(Encoding.UTF8.GetBytes(line + "\n"));
            file.Flush(flushToDisk: true);
        }
    }

    public void Dispose() => file.Dispose();
}
