using Azure;
using Azure.Data.Tables;
using LocalDiplomacy.Workflows.Cases;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.ReferenceData;

/// <summary>What is to be written, and what to answer once it is. Without a change nothing is written.</summary>
internal sealed record Draft<TRow, TAnswer>(TAnswer Answer, ReferenceChange? What = null, string? Reason = null, IReadOnlyList<TRow>? Rows = null);

/// <summary>
/// A reference table: a log of revisions, which is the truth, and rows, which are written from it so that nobody need read
/// the whole log. Whoever reads takes the rows and lays the revisions over them that are not applied yet: an import that
/// was cut off between its one insert and its rows is there as a whole for every reader, and is applied later.
/// </summary>
internal sealed class RevisionBook<TRow>(Tables tables, TimeProvider time, string name, Func<TRow, string> keyOf) : IDisposable
    where TRow : class
{
    public const string Partition = "rows";
    private const string Pointers = "pointer";
    private const string Pointer = "applied";
    private const int RowsOfOneTransaction = 100;
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);
    private readonly RevisionLog<TRow> _log = new(tables, name);
    private readonly SemaphoreSlim _reading = new(1);
    private volatile Snapshot<TRow>? _copy;

    public RevisionLog<TRow> Log => _log;

    /// <summary>As this process read it within the last minute.</summary>
    public async ValueTask<Snapshot<TRow>> ReadAsync(CancellationToken cancel)
    {
        if (IsFresh(_copy) is { } fresh) return fresh;
        await _reading.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            if (IsFresh(_copy) is { } meanwhile) return meanwhile;
            var read = await LoadAsync(cancel).ConfigureAwait(false);
            // An empty table is one that is being loaded: not to be kept.
            if (read.ByKey.Count > 0) _copy = read;
            return read;
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>
    /// Decides on the newest state, and writes the next revision; decides again where somebody else wrote it first. When
    /// this returns the change holds for every reader; <see cref="ApplyAsync"/> only makes reading it cheap.
    /// </summary>
    public async Task<TAnswer> WriteAsync<TAnswer>(Author by, Func<Snapshot<TRow>, int, Draft<TRow, TAnswer>> decide, CancellationToken cancel)
    {
        while (true)
        {
            var now = await LoadAsync(cancel).ConfigureAwait(false);
            var next = now.Revision + 1;
            var draft = decide(now, next);
            if (draft.What is null) return draft.Answer;
            var revision = new Revision<TRow>(next, time.GetUtcNow(), by, draft.What, draft.Reason, draft.Rows ?? []);
            if (!await _log.TryAddAsync(revision, cancel).ConfigureAwait(false)) continue;
            Forget();
            return draft.Answer;
        }
    }

    /// <summary>
    /// Writes what is behind into the rows and moves the pointer. Cut off anywhere, or on two machines at once: whoever
    /// comes next goes on, and no row is ever set back.
    /// </summary>
    /// <param name="tell">Carries out what a revision wants somebody told, safe to repeat; null: such revisions are left for another call.</param>
    public async Task ApplyAsync(Func<Revision<TRow>, Task>? tell, CancellationToken cancel)
    {
        while (true)
        {
            var now = await LoadAsync(cancel).ConfigureAwait(false);
            if (now.Tail.Count == 0) return;
            if (!await TryWriteRowsAsync(now, cancel).ConfigureAwait(false)) continue;
            var told = now.Tail.TakeWhile(revision => tell is not null || !revision.What.IsTold).ToList();
            foreach (var revision in told.Where(revision => revision.What.IsTold)) await tell!(revision).ConfigureAwait(false);
            if (told.Count == 0 || await TryMoveAsync(now, told[^1].Number, cancel).ConfigureAwait(false)) return;
        }
    }

    public async Task<Snapshot<TRow>> LoadAsync(CancellationToken cancel)
    {
        var at = time.GetUtcNow();
        var table = await OpenAsync(cancel).ConfigureAwait(false);
        // In this order: whatever the rows hold is then either below the pointer or in the log that is read after them.
        var pointer = await table.FindAsync(Pointers, Pointer, cancel).ConfigureAwait(false);
        var stored = await RowsAsync(table, cancel).ConfigureAwait(false);
        var tail = await _log.AfterAsync(pointer?.GetInt32(Snapshot<TRow>.Applied) ?? 0, cancel).ConfigureAwait(false);
        return new(Laid(stored, tail), stored, pointer, tail, at);
    }

    /// <summary>So that this process sees at once what it wrote itself.</summary>
    public void Forget() => _copy = null;

    public void Dispose() => _reading.Dispose();

    private Snapshot<TRow>? IsFresh(Snapshot<TRow>? copy) => copy is not null && time.GetUtcNow() - copy.ReadAt < KeptFor ? copy : null;

    private Dictionary<string, Standing<TRow>> Laid(Dictionary<string, TableEntity> stored, List<Revision<TRow>> tail)
    {
        var rows = stored.ToDictionary(
            row => row.Key, row => new Standing<TRow>(StoredJson.Read<TRow>(ChunkedText.Take(row.Value)), Snapshot<TRow>.VersionOf(row.Value)), StringComparer.Ordinal);
        foreach (var revision in tail)
            foreach (var row in revision.Rows)
                if (!rows.TryGetValue(keyOf(row), out var standing) || standing.Version < revision.Number)
                    rows[keyOf(row)] = new(row, revision.Number);
        return rows;
    }

    private static async Task<Dictionary<string, TableEntity>> RowsAsync(TableClient table, CancellationToken cancel)
    {
        var rows = new Dictionary<string, TableEntity>(StringComparer.Ordinal);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancel).ConfigureAwait(false)) rows[row.RowKey] = row;
        return rows;
    }

    /// <returns>False: somebody else wrote one of the rows meanwhile.</returns>
    private async Task<bool> TryWriteRowsAsync(Snapshot<TRow> now, CancellationToken cancel)
    {
        var table = await OpenAsync(cancel).ConfigureAwait(false);
        try
        {
            foreach (var rows in now.Behind.Chunk(RowsOfOneTransaction))
                await table.SubmitTransactionAsync(rows.Select(row => ActionFor(row.Key, row.Standing, now.Stored.GetValueOrDefault(row.Key))), cancel).ConfigureAwait(false);
            return true;
        }
        catch (RequestFailedException fault) when (fault.IsConflict() || fault.IsMissing())
        {
            return false;
        }
    }

    private static TableTransactionAction ActionFor(string key, Standing<TRow> standing, TableEntity? stored)
    {
        var row = ChunkedText.Put(new TableEntity(Partition, key) { ["Version"] = standing.Version }, StoredJson.Of(standing.Row));
        return stored is null
            ? new(TableTransactionActionType.Add, row)
            : new(TableTransactionActionType.UpdateReplace, row, stored.ETag);
    }

    private async Task<bool> TryMoveAsync(Snapshot<TRow> now, int to, CancellationToken cancel)
    {
        var row = new TableEntity(Pointers, Pointer) { [Snapshot<TRow>.Applied] = to };
        return await (await OpenAsync(cancel).ConfigureAwait(false)).TryWriteAsync(row, now.Pointer, cancel).ConfigureAwait(false);
    }

    private ValueTask<TableClient> OpenAsync(CancellationToken cancel) => tables.OpenAsync(name, cancel);
}
