using System.Reflection;
using System.Text.Json;
using LocalDiplomacy.DurableTaskEngine.Recording;

namespace LocalDiplomacy.Histories.Tests;

/// <summary>The recordings of every released version: Recorded/VERSION/ORCHESTRATION.PATH.json.</summary>
internal static class Recordings
{
    public static string Folder { get; } = Metadata("Recorded");

    /// <summary>What new instances are stamped with.</summary>
    public static string PresentVersion
    {
        get
        {
            using var host = JsonDocument.Parse(File.ReadAllBytes(Metadata("HostJson")));
            return host.RootElement.GetProperty("extensions").GetProperty("durableTask").GetProperty("defaultVersion").GetString()!;
        }
    }

    /// <summary>Relative to the folder, with '/'.</summary>
    public static IEnumerable<string> Files => Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories)
        .Where(file => !file.EndsWith(Received, StringComparison.Ordinal))
        .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal);

    private const string Received = ".received.json";

    public static RecordedHistory Read(string file) => HistoryJson.Read(File.ReadAllText(Path.Combine(Folder, file)));

    public static bool Exists(string name) => File.Exists(PathOf(name, ".json"));

    /// <summary>Puts a new recording beside the others, for somebody to look at and to rename.</summary>
    public static string Receive(string name, RecordedHistory history)
    {
        var path = PathOf(name, Received);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, HistoryJson.Write(history));
        return path;
    }

    private static string PathOf(string name, string ending) => Path.Combine(Folder, PresentVersion, name + ending);

    private static string Metadata(string key) => typeof(Recordings).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == key).Value!;
}
