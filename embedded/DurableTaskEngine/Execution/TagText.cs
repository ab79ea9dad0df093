using System.Text.Json;

namespace LocalDiplomacy.DurableTaskEngine.Execution;

/// <summary>Tags as they are stored.</summary>
internal static class TagText
{
    internal static string? Write(IEnumerable<KeyValuePair<string, string>> tags)
    {
        var all = tags.ToDictionary(tag => tag.Key, tag => tag.Value);
        return all.Count == 0 ? null : JsonSerializer.Serialize(all);
    }

    internal static IReadOnlyDictionary<string, string> Read(string? text) =>
        text is null ? new Dictionary<string, string>() : JsonSerializer.Deserialize<Dictionary<string, string>>(text)!;
}
