using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.Lists;

/// <summary>A part of an office's home, for one reader. In addresses in lower case: "for-me".</summary>
public enum OfficeShelf { Overdue, ForMe, ForOthers, Settled, All }

/// <summary>What an office's home shows on its first page.</summary>
/// <param name="Counts">Of each shelf, whole.</param>
/// <param name="Recent">What changed last, wherever it stands.</param>
public sealed record OfficeHome(IReadOnlyDictionary<OfficeShelf, int> Counts, IReadOnlyDictionary<OfficeShelf, IReadOnlyList<CaseRow>> First, IReadOnlyList<CaseRow> Recent);

/// <summary>Reads an office's home: as many questions to storage for a thousand MOUs as for one.</summary>
public sealed class OfficeHomes(OfficeIndex index)
{
    public const int FirstRows = 8;
    private const int RecentRows = 5;

    private static readonly OfficeShelf[] onHome = [OfficeShelf.Overdue, OfficeShelf.ForMe, OfficeShelf.ForOthers];

    /// <param name="role">What is theirs to do stands apart.</param>
    public async Task<OfficeHome> ReadAsync(LocalGovernmentId office, Role role, CancellationToken cancel = default)
    {
        var counts = CountsAsync(office, role, cancel);
        var recent = index.ListAsync(office, [OfficeList.Recent], null, RecentRows, cancel);
        var first = await Task.WhenAll(onHome.Select(shelf => ListAsync(office, shelf, role, null, FirstRows, cancel))).ConfigureAwait(false);
        return new(
            await counts.ConfigureAwait(false), onHome.Zip(first, (shelf, page) => (shelf, page.Items)).ToDictionary(pair => pair.shelf, pair => pair.Items),
            (await recent.ConfigureAwait(false)).Items);
    }

    /// <exception cref="BadCursorException"/>
    public Task<Page<CaseRow>> ListAsync(LocalGovernmentId office, OfficeShelf shelf, Role role, string? cursor, int limit, CancellationToken cancel = default) =>
        index.ListAsync(office, ListsOf(shelf, role), cursor, limit, cancel);

    public async Task<IReadOnlyDictionary<OfficeShelf, int>> CountsAsync(LocalGovernmentId office, Role role, CancellationToken cancel = default)
    {
        var counts = await index.CountsAsync(office, cancel).ConfigureAwait(false);
        return Enum.GetValues<OfficeShelf>().ToDictionary(shelf => shelf, shelf => ListsOf(shelf, role).Sum(list => counts.GetValueOrDefault(list.Name)));
    }

    private static IReadOnlyList<OfficeList> ListsOf(OfficeShelf shelf, Role role) => shelf switch
    {
        OfficeShelf.Overdue => [OfficeList.Overdue],
        OfficeShelf.ForMe => [.. OfficeList.WorkOf(role).Select(OfficeList.WaitingOn)],
        OfficeShelf.ForOthers => [.. OfficeList.Anybody.Except(OfficeList.WorkOf(role)).Select(OfficeList.WaitingOn)],
        OfficeShelf.Settled => [OfficeList.Settled],
        _ => [OfficeList.Recent],
    };
}
