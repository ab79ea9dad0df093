namespace LocalDiplomacy.Infrastructure.Tests.Bicep;

/// <summary>An object literal: its keys in order, each with the text of its value.</summary>
internal sealed class BicepObject(IReadOnlyList<KeyValuePair<string, string>> entries)
{
    public IReadOnlyList<KeyValuePair<string, string>> Entries { get; } = entries;

    public IEnumerable<string> Keys => Entries.Select(e => e.Key);

    public string? this[string key] => Entries.FirstOrDefault(e => e.Key == key).Value;

    /// <summary>The text below a chain of keys, or null where one of them is missing.</summary>
    public string? At(params string[] path) =>
        path.Skip(1).Aggregate(this[path[0]], (value, key) => value is null ? null : Parse(value)[key]);

    public static BicepObject Parse(string text)
    {
        text = text.Trim();
        if (!text.StartsWith('{')) throw new FormatException($"No object: {text}");
        var entries = new List<KeyValuePair<string, string>>();
        var inside = text[1..(BicepText.AfterBracket(text, 0) - 1)];
        for (var at = 0; at < inside.Length;)
        {
            var end = BicepText.NextOutside(inside, at, '\n');
            var line = inside[at..end].Trim();
            if (line.Length > 0) entries.Add(Entry(line));
            at = end + 1;
        }

        return new BicepObject(entries);
    }

    private static KeyValuePair<string, string> Entry(string line)
    {
        var colon = BicepText.NextOutside(line, 0, ':');
        return new(line[..colon].Trim().Trim('\''), line[(colon + 1)..].Trim());
    }
}
