using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Register;

/// <summary>What somebody looks for in the register. Every member that is set narrows.</summary>
/// <param name="Words">In any language: each of them must be found, as part of a word, in the title, a name, a place or the number.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Year">Of the signing.</param>
public sealed record RegisterQuery(
    string? Words = null, LocalGovernmentId? Office = null, string? Country = null, string? Region = null, MouKind? Kind = null,
    CooperationField? Field = null, RegisterStatus? Status = null, int? Year = null);

/// <summary>The entries, folded once so that a search only compares. Immutable; a changed register makes a new one.</summary>
public sealed class RegisterSearch
{
    private readonly (RegisterEntry Entry, string Folded)[] _entries;

    /// <param name="wordsOf">More words by which an entry is found: its country's names, its office's successors.</param>
    public RegisterSearch(IEnumerable<RegisterEntry> entries, Func<RegisterEntry, IEnumerable<string>> wordsOf)
    {
        _entries =
        [
            .. entries.OrderByDescending(entry => entry.SignedOn).ThenByDescending(entry => entry.Number.Value, StringComparer.Ordinal)
                .Select(entry => (entry, FoldedWords.Of(string.Join(" | ", OwnWords(entry).Concat(wordsOf(entry)))))),
        ];
    }

    /// <summary>Newest signature first.</summary>
    public IEnumerable<RegisterEntry> Find(RegisterQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var words = FoldedWords.Of(query.Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return _entries.Where(row => Fits(row.Entry, query) && words.All(word => row.Folded.Contains(word, StringComparison.Ordinal))).Select(row => row.Entry);
    }

    private static IEnumerable<string> OwnWords(RegisterEntry entry) =>
        entry.Title.ByLanguage.Values.Concat(entry.OfficeName.ByLanguage.Values).Concat(entry.Counterparty.Name.ByLanguage.Values)
            .Concat(entry.Counterparty.Place.ByLanguage.Values).Append(entry.Number.Value);

    private static bool Fits(RegisterEntry entry, RegisterQuery query) =>
        (query.Office is null || entry.Office == query.Office)
        && (query.Country is null || entry.Counterparty.Country == query.Country)
        && (query.Region is null || entry.Region == query.Region)
        && (query.Kind is null || entry.Kind == query.Kind)
        && (query.Field is null || entry.Fields.Contains(query.Field.Value))
        && (query.Status is null || entry.Status == query.Status)
        && (query.Year is null || entry.SignedOn.Year == query.Year);
}
