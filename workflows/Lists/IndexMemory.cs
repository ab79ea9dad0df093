using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.Lists;

/// <summary>
/// What this process has read of the index. Before each answer it reads on where it stopped: sixteen short questions, of which
/// nearly all have no answer. Who waits while another reads is answered by one reading with all others that wait. The truth stays in
/// the table, and another process comes to the same view by itself.
/// </summary>
internal sealed class IndexMemory(OrchestrationSightings sightings) : IDisposable
{
    private readonly long[] _read = new long[IndexRows.Shards];
    private readonly Dictionary<MouId, IndexedCase> _known = [];
    private readonly SemaphoreSlim _reading = new(1);
    private IndexView _view = IndexView.Empty;
    private long _asked;
    private long _answered;

    public async Task<IndexView> ReadAsync(TableClient table, CancellationToken cancel)
    {
        var mine = Interlocked.Increment(ref _asked);
        await _reading.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            // What was read after one asked is good enough for whoever asked.
            if (_answered >= mine) return _view;
            var upTo = Interlocked.Read(ref _asked);
            var seen = sightings.AllAsync(cancel);
            var changes = await Task.WhenAll(Enumerable.Range(0, IndexRows.Shards).Select(shard => AfterAsync(table, shard, cancel))).ConfigureAwait(false);
            _view = Next(changes, await seen.ConfigureAwait(false));
            _answered = upTo;
            return _view;
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _reading.Dispose();

    /// <summary>Nothing new: the same view, with what it has counted already.</summary>
    private IndexView Next(ShardRead[] read, IReadOnlyDictionary<MouId, OrchestrationStanding> seen)
    {
        var last = new Dictionary<MouId, IndexedCase?>();
        foreach (var change in read.SelectMany(one => one.Changes)) last[change.Id] = change.Case;
        if (last.Count == 0 && ReferenceEquals(seen, _seen)) return _view;
        var next = _view.With([.. last.Select(one => (_known.GetValueOrDefault(one.Key), one.Value))], seen);
        foreach (var (id, now) in last)
            if (now is null) _known.Remove(id);
            else _known[id] = now;
        _seen = seen;
        foreach (var one in read) _read[one.Shard] = one.Last;
        return next;
    }

    private IReadOnlyDictionary<MouId, OrchestrationStanding>? _seen;

    private async Task<ShardRead> AfterAsync(TableClient table, int shard, CancellationToken cancel)
    {
        var (partition, last) = (IndexRows.NameOf(shard), _read[shard]);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {IndexRows.EntryOf(last)} and RowKey lt {IndexRows.EntryPrefix + "~"}");
        var changes = new List<IndexChange>();
        await foreach (var entry in table.QueryAsync<TableEntity>(filter, cancellationToken: cancel).ConfigureAwait(false))
        {
            changes.Add(IndexRows.Read(entry));
            last = long.Parse(entry.RowKey.AsSpan(IndexRows.EntryPrefix.Length), System.Globalization.CultureInfo.InvariantCulture);
        }

        return new(shard, last, changes);
    }

    private sealed record ShardRead(int Shard, long Last, List<IndexChange> Changes);
}
