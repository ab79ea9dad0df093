using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Workflows.ReferenceData;

/// <summary>What came of adding or replacing a row.</summary>
public abstract record RowResult<TRow>
{
    private RowResult() { }

    public sealed record Done(Standing<TRow> Standing) : RowResult<TRow>;

    public sealed record Unreadable(IReadOnlyList<OfficePortal.FieldProblem> Problems) : RowResult<TRow>;

    /// <summary>Somebody else changed it since it was read.</summary>
    public sealed record Stale(Standing<TRow> Current) : RowResult<TRow>;

    /// <summary>There is another row with this id.</summary>
    public sealed record AlreadyThere(Standing<TRow> Current) : RowResult<TRow>;

    public sealed record NotThere : RowResult<TRow>;
}

/// <summary>One cell that changed.</summary>
public sealed record CellDifference(string Column, string? Before, string? After);

/// <summary>One row that changed.</summary>
public sealed record RowDifference(string Id, LocalizedText Name, bool IsNew, IReadOnlyList<CellDifference> Cells);

/// <summary>What came of a file.</summary>
public abstract record ImportResult
{
    private ImportResult() { }

    /// <summary>Nothing of it was written.</summary>
    public sealed record Refused(IReadOnlyList<SheetProblem> Problems) : ImportResult;

    /// <param name="Revision">The table's newest revision when the file was compared with it; after writing, the one that was written.</param>
    public sealed record Read(int Added, int Changed, int Unchanged, IReadOnlyList<RowDifference> Differences, int Revision) : ImportResult;

    /// <summary>The table changed since the file was checked.</summary>
    public sealed record Stale : ImportResult;
}

/// <summary>A revision, and what it changed.</summary>
public sealed record TableChange(
    int Number, DateTimeOffset At, Author By, ReferenceChange What, string? Reason, IReadOnlyList<RowDifference> Differences);

/// <summary>What administrators do with a reference table's rows.</summary>
internal sealed class ReferenceTable<TRow>(
    RevisionBook<TRow> book, Func<TRow, string> keyOf, Func<TRow, LocalizedText> nameOf,
    IReadOnlyList<string> columns, Func<Standing<TRow>, IReadOnlyList<string?>> cellsOf, Func<string, IEnumerable<TRow>, SheetRead<TRow>> readSheet)
    where TRow : class
{
    /// <summary>Adds a row. One with this content is there: answered as the first time.</summary>
    public Task<RowResult<TRow>> AddAsync(Func<IReadOnlyDictionary<string, TRow>, (TRow Row, RowReading Reading)> read, string? reason, Author by, CancellationToken cancel) =>
        book.WriteAsync<RowResult<TRow>>(by, (now, next) =>
        {
            var (row, reading) = read(RowsOf(now));
            if (reading.Problems.Count > 0) return new(new RowResult<TRow>.Unreadable(reading.Problems));
            if (now.ByKey.GetValueOrDefault(keyOf(row)) is not { } there) return Change(new ReferenceChange.Added(), row, next, reason);
            return new(Same(there.Row, row) ? new RowResult<TRow>.Done(there) : new RowResult<TRow>.AlreadyThere(there));
        }, cancel);

    /// <param name="expectedVersion">What the author read; null: whichever is there.</param>
    public Task<RowResult<TRow>> ReplaceAsync(
        string key, int? expectedVersion, Func<TRow, IReadOnlyDictionary<string, TRow>, (TRow Row, RowReading Reading)> read, string? reason, Author by, CancellationToken cancel) =>
        book.WriteAsync<RowResult<TRow>>(by, (now, next) =>
        {
            if (now.ByKey.GetValueOrDefault(key) is not { } there) return new(new RowResult<TRow>.NotThere());
            var (row, reading) = read(there.Row, RowsOf(now));
            if (reading.Problems.Count > 0) return new(new RowResult<TRow>.Unreadable(reading.Problems));
            // A repeated request finds its own work done, and is no second author.
            if (Same(there.Row, row)) return new(new RowResult<TRow>.Done(there));
            return expectedVersion is { } expected && expected != there.Version
                ? new(new RowResult<TRow>.Stale(there))
                : Change(new ReferenceChange.Replaced(), row, next, reason);
        }, cancel);

    /// <summary>Compares a file with the table, and writes it where <paramref name="write"/> says so: all of it, or nothing.</summary>
    /// <param name="expectedRevision">The table's revision that the author saw the differences to; null: whichever it is.</param>
    public Task<ImportResult> ImportAsync(byte[] file, bool write, int? expectedRevision, string? reason, Author by, CancellationToken cancel) =>
        book.WriteAsync<ImportResult>(by, (now, next) =>
        {
            if (CsvSheet.Decode(file) is not { } text) return Refused(new SheetProblem(1, null, OfficePortal.FieldFault.NotUtf8));
            var sheet = readSheet(text, now.Rows);
            var lines = sheet.Lines.Select(line => (line, there: now.ByKey.GetValueOrDefault(keyOf(line.Row)))).ToList();
            var changed = lines.Where(pair => pair.there is null || !Same(pair.there.Row, pair.line.Row)).ToList();
            var late = changed.Where(pair => pair.there is not null && pair.line.Version is { } version && version != pair.there.Version)
                .Select(pair => new SheetProblem(pair.line.Line, "version", OfficePortal.FieldFault.ChangedSinceExport));
            if (sheet.Problems.Concat(late).OrderBy(problem => problem.Line).ToList() is { Count: > 0 } problems) return Refused([.. problems]);
            var rows = changed.Select(pair => pair.line.Row).ToList();
            if (StoredJson.Of(rows).Length > RevisionLog<TRow>.LongestRevision) return Refused(new SheetProblem(1, null, OfficePortal.FieldFault.TooMany));
            if (write && expectedRevision is { } expected && expected != now.Revision && rows.Count > 0) return new(new ImportResult.Stale());
            var differences = changed.Select(pair => DifferenceOf(pair.there?.Row, pair.line.Row)).ToList();
            var added = differences.Count(difference => difference.IsNew);
            var writes = write && rows.Count > 0;
            var answer = new ImportResult.Read(added, rows.Count - added, lines.Count - rows.Count, differences, writes ? next : now.Revision);
            return writes ? new(answer, new ReferenceChange.Imported(added, rows.Count - added), reason, rows) : new(answer);
        }, cancel);

    public async Task<byte[]> ExportAsync(CancellationToken cancel) => CsvSheet.Write(
        columns, (await book.LoadAsync(cancel).ConfigureAwait(false)).ByKey.OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => cellsOf(row.Value)));

    public async Task<IReadOnlyList<Standing<TRow>>> ListAsync(CancellationToken cancel) =>
        [.. (await book.LoadAsync(cancel).ConfigureAwait(false)).ByKey.OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => row.Value)];

    public async Task<Standing<TRow>?> FindAsync(string key, CancellationToken cancel) =>
        (await book.LoadAsync(cancel).ConfigureAwait(false)).ByKey.GetValueOrDefault(key);

    /// <summary>Newest first.</summary>
    /// <param name="key">Of one row; null for the whole table.</param>
    public async Task<IReadOnlyList<TableChange>> HistoryAsync(string? key, CancellationToken cancel)
    {
        var (before, entries) = (new Dictionary<string, TRow>(StringComparer.Ordinal), new List<TableChange>());
        foreach (var revision in await book.Log.AfterAsync(0, cancel).ConfigureAwait(false))
        {
            var rows = revision.Rows.Where(row => key is null || keyOf(row) == key).ToList();
            // What came with the program is a list of hundreds, and nobody's change.
            var differences = revision.What is ReferenceChange.Loaded && key is null ? [] : rows.Select(row => DifferenceOf(before.GetValueOrDefault(keyOf(row)), row)).ToList();
            if (key is null || rows.Count > 0) entries.Add(new(revision.Number, revision.At, revision.By, revision.What, revision.Reason, differences));
            foreach (var row in revision.Rows) before[keyOf(row)] = row;
        }

        entries.Reverse();
        return entries;
    }

    private static Draft<TRow, ImportResult> Refused(params IReadOnlyList<SheetProblem> problems) => new(new ImportResult.Refused(problems));

    private static Draft<TRow, RowResult<TRow>> Change(ReferenceChange what, TRow row, int next, string? reason) =>
        new(new RowResult<TRow>.Done(new(row, next)), what, reason, [row]);

    private RowDifference DifferenceOf(TRow? before, TRow after)
    {
        var (old, now) = (before is null ? null : cellsOf(new(before, 0)), cellsOf(new(after, 0)));
        var cells = columns.Select((column, i) => new CellDifference(column, Said(old?[i]), Said(now[i])));
        return new(keyOf(after), nameOf(after), before is null, [.. cells.Where(cell => cell.Before != cell.After && cell.Column != "version")]);
    }

    private static string? Said(string? cell) => string.IsNullOrEmpty(cell) ? null : cell;

    private static Dictionary<string, TRow> RowsOf(Snapshot<TRow> now) => now.ByKey.ToDictionary(row => row.Key, row => row.Value.Row, StringComparer.Ordinal);

    private static bool Same(TRow a, TRow b) => StoredJson.Of(a) == StoredJson.Of(b);
}
