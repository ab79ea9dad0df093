using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;

namespace LocalDiplomacy.Workflows.ReferenceData;

/// <summary>What administrators do with the reference tables. A mission's address alone has a desk of its own, <see cref="ContactDesk"/>.</summary>
public sealed class ReferenceDesk(ReferenceTables tables)
{
    private readonly ReferenceTable<LocalGovernment> _governments = new(
        tables.Governments, row => row.Id.Value, row => row.Name, LocalGovernmentSheet.Columns, LocalGovernmentSheet.CellsOf, LocalGovernmentSheet.Read);

    private readonly ReferenceTable<Mission> _missions = new(
        tables.MissionBook, row => row.Id.Value, row => row.Name, MissionSheet.Columns, MissionSheet.CellsOf, MissionSheet.Read);

    public Task<RowResult<LocalGovernment>> AddAsync(LocalGovernmentForm form, string? reason, Author by, CancellationToken cancel = default) =>
        _governments.AddAsync(all => Read(form, null, all), reason, by, cancel);

    public Task<RowResult<LocalGovernment>> ReplaceAsync(
        LocalGovernmentId id, LocalGovernmentForm form, int? expectedVersion, string? reason, Author by, CancellationToken cancel = default) =>
        _governments.ReplaceAsync(id.Value, expectedVersion, (before, all) => Read(form with { Id = id.Value }, before, all), reason, by, cancel);

    public Task<RowResult<Mission>> AddAsync(MissionForm form, string? reason, Author by, CancellationToken cancel = default) =>
        _missions.AddAsync(_ => Read(form, null), reason, by, cancel);

    public Task<RowResult<Mission>> ReplaceAsync(
        MissionId id, MissionForm form, int? expectedVersion, string? reason, Author by, CancellationToken cancel = default) =>
        _missions.ReplaceAsync(id.Value, expectedVersion, (before, _) => Read(form with { Id = id.Value }, before), reason, by, cancel);

    public Task<IReadOnlyList<Standing<LocalGovernment>>> LocalGovernmentsAsync(CancellationToken cancel = default) => _governments.ListAsync(cancel);

    public Task<IReadOnlyList<Standing<Mission>>> MissionsAsync(CancellationToken cancel = default) => _missions.ListAsync(cancel);

    public Task<Standing<LocalGovernment>?> FindAsync(LocalGovernmentId id, CancellationToken cancel = default) => _governments.FindAsync(id.Value, cancel);

    public Task<Standing<Mission>?> FindAsync(MissionId id, CancellationToken cancel = default) => _missions.FindAsync(id.Value, cancel);

    /// <param name="id">Of one row; null for the whole table.</param>
    public Task<IReadOnlyList<TableChange>> HistoryAsync(ReferenceKind kind, string? id, CancellationToken cancel = default) =>
        kind == ReferenceKind.Missions ? _missions.HistoryAsync(id, cancel) : _governments.HistoryAsync(id, cancel);

    /// <summary>The whole table as CSV in UTF-8 with a byte order mark. Imported unchanged, it changes nothing.</summary>
    public Task<byte[]> ExportAsync(ReferenceKind kind, CancellationToken cancel = default) =>
        kind == ReferenceKind.Missions ? _missions.ExportAsync(cancel) : _governments.ExportAsync(cancel);

    /// <inheritdoc cref="ReferenceTable{TRow}.ImportAsync"/>
    public Task<ImportResult> ImportAsync(
        ReferenceKind kind, byte[] file, bool write, int? expectedRevision, string? reason, Author by, CancellationToken cancel = default) =>
        kind == ReferenceKind.Missions
            ? _missions.ImportAsync(file, write, expectedRevision, reason, by, cancel)
            : _governments.ImportAsync(file, write, expectedRevision, reason, by, cancel);

    private static (LocalGovernment, RowReading) Read(LocalGovernmentForm form, LocalGovernment? before, IReadOnlyDictionary<string, LocalGovernment> all)
    {
        var reading = new RowReading();
        var row = form.Read(reading);
        if (reading.Problems.Count == 0)
            LocalGovernmentRules.Check(row, before, new Dictionary<string, LocalGovernment>(all, StringComparer.Ordinal) { [row.Id.Value] = row }, reading);
        return (row, reading);
    }

    private static (Mission, RowReading) Read(MissionForm form, Mission? before)
    {
        var reading = new RowReading();
        return (form.Read(before, reading), reading);
    }
}

/// <summary>The reference tables that administrators edit.</summary>
public enum ReferenceKind { LocalGovernments, Missions }
