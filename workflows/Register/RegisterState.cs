using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Register;

/// <summary>The register after a number of records: immutable, and the same for everybody who has read as far.</summary>
public sealed class RegisterState
{
    public static readonly RegisterState Empty = new(0, [], [], []);

    private readonly Dictionary<RegisterNumber, RegisterEntry[]> _entries;
    private readonly Dictionary<MouId, RegisterNumber> _byMou;
    private readonly Dictionary<int, int> _lastPlace = [];

    private RegisterState(
        int sequence, Dictionary<RegisterNumber, RegisterEntry[]> entries, Dictionary<MouId, RegisterNumber> byMou, IReadOnlyList<RegisteredImport> imports)
    {
        (Sequence, _entries, _byMou, Imports) = (sequence, entries, byMou, imports);
        foreach (var number in entries.Keys) _lastPlace[number.Year] = Math.Max(_lastPlace.GetValueOrDefault(number.Year), number.Place);
    }

    /// <summary>Of entries that are known, those of a number in their order.</summary>
    public static RegisterState Of(IReadOnlyList<RegisterEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return new(
            entries.Count, entries.GroupBy(entry => entry.Number).ToDictionary(same => same.Key, same => same.OrderBy(entry => entry.Place).ToArray()),
            entries.Where(entry => entry.Tie.Mou is not null).DistinctBy(entry => entry.Tie.Mou).ToDictionary(entry => entry.Tie.Mou!.Value, entry => entry.Number), []);
    }

    /// <summary>The last record that was read.</summary>
    public int Sequence { get; }

    /// <summary>The files of ties that were taken in, oldest first.</summary>
    public IReadOnlyList<RegisteredImport> Imports { get; }

    public int Count => _entries.Count;

    /// <summary>Every tie as it stands, in no order.</summary>
    public IEnumerable<RegisterEntry> Current => _entries.Values.Select(entries => entries[^1]);

    /// <summary>Every entry, in no order.</summary>
    public IEnumerable<RegisterEntry> All => _entries.Values.SelectMany(entries => entries);

    /// <summary>All that was entered of a tie, oldest first; none for a number that is not given.</summary>
    public IReadOnlyList<RegisterEntry> Of(RegisterNumber number) => _entries.GetValueOrDefault(number) ?? [];

    public RegisterNumber? NumberOf(MouId mou) => _byMou.TryGetValue(mou, out var number) ? number : null;

    /// <summary>The number that the next new tie of this year gets.</summary>
    internal RegisterNumber Next(int year) => RegisterNumber.Of(year, _lastPlace.GetValueOrDefault(year) + 1);

    internal RegisterState After(IReadOnlyList<RegisterRecord> records)
    {
        if (records.Count == 0) return this;
        var (entries, byMou) = (new Dictionary<RegisterNumber, RegisterEntry[]>(_entries), new Dictionary<MouId, RegisterNumber>(_byMou));
        foreach (var entry in records.SelectMany(record => record.Numbered(number => entries.GetValueOrDefault(number)?.Length ?? 0)))
        {
            entries[entry.Number] = [.. entries.GetValueOrDefault(entry.Number) ?? [], entry];
            if (entry.Tie.Mou is { } mou) byMou[mou] = entry.Number;
        }

        return new(records[^1].Sequence, entries, byMou, [.. Imports, .. records.Where(record => record.By is not null).Select(RegisteredImport.Of)]);
    }
}
