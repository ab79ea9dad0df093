using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.ReferenceData;

/// <summary>The local governments and missions, as the tables have them; this process keeps a copy for a short while.</summary>
public sealed class ReferenceTables(Tables tables, TimeProvider time) : IDisposable
{
    private readonly TableCopy<LocalGovernmentId, LocalGovernment> _governments = new(tables, time, Tables.LocalGovernments, row => row.Id);
    private readonly TableCopy<MissionId, Mission> _missions = new(tables, time, Tables.Missions, row => row.Id);

    public async ValueTask<LocalGovernment?> FindLocalGovernmentAsync(LocalGovernmentId id, CancellationToken cancel = default) =>
        (await _governments.ReadAsync(cancel).ConfigureAwait(false)).ById.GetValueOrDefault(id);

    public async ValueTask<IReadOnlyList<LocalGovernment>> LocalGovernmentsAsync(CancellationToken cancel = default) =>
        (await _governments.ReadAsync(cancel).ConfigureAwait(false)).All;

    public async ValueTask<Mission?> FindMissionAsync(MissionId id, CancellationToken cancel = default) =>
        (await _missions.ReadAsync(cancel).ConfigureAwait(false)).ById.GetValueOrDefault(id);

    public async ValueTask<IReadOnlyList<Mission>> MissionsAsync(CancellationToken cancel = default) =>
        (await _missions.ReadAsync(cancel).ConfigureAwait(false)).All;

    /// <summary>So that this process sees at once what it wrote itself.</summary>
    internal void Forget()
    {
        _governments.Forget();
        _missions.Forget();
    }

    public void Dispose()
    {
        _governments.Dispose();
        _missions.Dispose();
    }
}

/// <summary>A small table, read as a whole and kept for a minute. The table stays the truth.</summary>
internal sealed class TableCopy<TId, TRow>(Tables tables, TimeProvider time, string name, Func<TRow, TId> idOf) : IDisposable
    where TId : notnull
{
    public const string Partition = "rows";
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim _reading = new(1);
    private volatile Copy? _copy;

    public sealed record Copy(IReadOnlyList<TRow> All, IReadOnlyDictionary<TId, TRow> ById, DateTimeOffset ReadAt);

    public async ValueTask<Copy> ReadAsync(CancellationToken cancel)
    {
        if (_copy is { } fresh && time.GetUtcNow() - fresh.ReadAt < KeptFor) return fresh;
        await _reading.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            if (_copy is { } meanwhile && time.GetUtcNow() - meanwhile.ReadAt < KeptFor) return meanwhile;
            var read = await LoadAsync(cancel).ConfigureAwait(false);
            // An empty table is one that is being loaded: not to be kept.
            if (read.All.Count > 0) _copy = read;
            return read;
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Forget() => _copy = null;

    public void Dispose() => _reading.Dispose();

    private async Task<Copy> LoadAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var rows = new List<TRow>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition}");
        var table = await tables.OpenAsync(name, cancel).ConfigureAwait(false);
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancel).ConfigureAwait(false))
            rows.Add(StoredJson.Read<TRow>(ChunkedText.Take(row)));
        return new(rows, rows.ToDictionary(idOf), now);
    }
}
