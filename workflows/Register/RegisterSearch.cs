using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Register;

/// <summary>What somebody looks for in the register. Every member that is set narrows.</summary>
/// <param name="Words">In any language: each of them must be found, as part of a word, in the title, a name, a place or the number.</param>
/// <param name="Office">Ties of the local governments that it succeeded are its own too.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Year">Of the signing.</param>
public sealed record RegisterQuery(
    string? Words = null, LocalGovernmentId? Office = null, string? Country = null, string? Region = null, MouKind? Kind = null,
    CooperationField? Field = null, RegisterStatus? Status = null, int? Year = null)
{
    public bool IsEmpty => this with { Words = string.IsNullOrWhiteSpace(Words) ? null : Words } == new RegisterQuery();
}

/// <summary>The ties as they stand, folded once so that a search only compares. Immutable; a changed register makes a new one.</summary>
public sealed class RegisterSearch
{
    private readonly Row[] _rows;
    private readonly RegisterEntry[] _all;

    private sealed record Row(RegisterEntry Entry, string Folded, IReadOnlyList<LocalGovernmentId> Successors);

    /// <param name="wordsOf">More words by which a tie is found: its country's names, its province.</param>
    /// <param name="successorsOf">The local governments that took the place of the one that signed.</param>
    public RegisterSearch(
        IEnumerable<RegisterEntry> entries, Func<RegisterEntry, IEnumerable<string>> wordsOf, Func<LocalGovernmentId, IReadOnlyList<LocalGovernmentId>> successorsOf)
    {
        _rows =
        [
            .. entries.OrderByDescending(entry => entry.Tie.SignedOn).ThenByDescending(entry => entry.Number.Year).ThenByDescending(entry => entry.Number.Place)
                .Select(entry => new Row(entry, FoldedWords.Of(string.Join(" | ", OwnWords(entry).Concat(wordsOf(entry)))), successorsOf(entry.Tie.Office))),
        ];
        _all = [.. _rows.Select(row => row.Entry)];
    }

    /// <summary>Newest signature first.</summary>
    public IReadOnlyList<RegisterEntry> Find(RegisterQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.IsEmpty) return _all;
        var words = FoldedWords.Of(query.Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. _rows.Where(row => Fits(row, query) && words.All(word => row.Folded.Contains(word, StringComparison.Ordinal))).Select(row => row.Entry)];
    }

    private static IEnumerable<string> OwnWords(RegisterEntry entry) =>
        entry.Tie.Title.ByLanguage.Values.Concat(entry.Tie.OfficeName.ByLanguage.Values).Concat(entry.Tie.Counterparty.Name.ByLanguage.Values)
            .Concat(entry.Tie.Counterparty.Place.ByLanguage.Values).Append(entry.Number.Value).Append(entry.Tie.Reference ?? "");

    private static bool Fits(Row row, RegisterQuery query) => row.Entry.Tie is var tie
        && (query.Office is not { } office || tie.Office == office || row.Successors.Contains(office))
        && (query.Country is null || tie.Counterparty.Country == query.Country)
        && (query.Region is null || tie.Region == query.Region)
        && (query.Kind is null || tie.Kind == query.Kind)
        && (query.Field is null || tie.Fields.Contains(query.Field.Value))
        && (query.Status is null || tie.Status == query.Status)
        && (query.Year is null || tie.SignedOn.Year == query.Year);
}
