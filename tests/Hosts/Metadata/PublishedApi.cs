namespace LocalDiplomacy.Hosts.Tests.Metadata;

/// <summary>What the real packages offer: the member ids of the published lists, a set for each assembly.</summary>
internal sealed class PublishedApi
{
    private readonly Dictionary<string, HashSet<string>> members;

    private PublishedApi(Dictionary<string, HashSet<string>> members) => this.members = members;

    public static PublishedApi Load() => new(Directory
        .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Api"), "*.txt")
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file), file => File.ReadLines(file).Where(line => line is not ['#', ..]).Select(Id).ToHashSet()));

    public IReadOnlyCollection<string> Assemblies => members.Keys;

    public bool Covers(string assembly) => members.ContainsKey(assembly);

    public bool Offers(UsedMember member) => members[member.Assembly].Contains(member.Id);

    public PublishedApi Without(UsedMember member) =>
        new(members.ToDictionary(p => p.Key, p => p.Key == member.Assembly ? [.. p.Value.Where(id => id != member.Id)] : p.Value));

    /// <summary>A line is an id, " : " and what it returns; a question mark only says that a parameter has a default.</summary>
    private static string Id(string line) => line.Split(" : ")[0].Replace("?", "", StringComparison.Ordinal);
}
