using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace LocalDiplomacy.DurableFile;

/// <summary>
/// The one thread that writes. Transactions that arrive while it waits for the disk are committed together by one
/// fsync; each is atomic on its own, and none is acknowledged before that fsync.
/// </summary>
internal sealed class GroupCommitter : IDisposable
{
    // Bounds how long the first of a group waits for the last.
    private const int LargestGroup = 256;

    private readonly BlockingCollection<IPendingWrite> queue = [];
    private readonly StoreConnection connection;
    private readonly string path;
    private readonly TimeProvider time;
    private readonly WriteScope scope;
    private readonly Thread thread;
    private long lastStamp;
    private long writes;
    private long syncs;

    public GroupCommitter(StoreConnection connection, string path, TimeProvider time)
    {
        this.connection = connection;
        this.path = path;
        this.time = time;
        scope = new WriteScope(connection);
        lastStamp = (long?)connection.Scalar("SELECT value FROM stamps WHERE name='last'") ?? 0;
        thread = new Thread(Loop) { IsBackground = true, Name = "Durable file writer" };
        thread.Start();
    }

    public long Writes => Interlocked.Read(ref writes);

    public long Syncs => Interlocked.Read(ref syncs);

    public Task<T> Enqueue<T>(Func<WriteScope, T> work, CancellationToken cancellation)
    {
        var pending = new PendingWrite<T>(work, cancellation);
        try
        {
            queue.Add(pending, CancellationToken.None);
        }
        catch (Exception closed) when (closed is InvalidOperationException or ObjectDisposedException)
        {
            throw StoreClosedException.At(path);
        }

        return pending.Task;
    }

    /// <summary>Finishes what was accepted, then stops.</summary>
    public void Dispose()
    {
        queue.CompleteAdding();
        thread.Join();
        queue.Dispose();
    }

    private void Loop()
    {
        var group = new List<IPendingWrite>();
        foreach (var first in queue.GetConsumingEnumerable())
        {
            group.Add(first);
            while (group.Count < LargestGroup && queue.TryTake(out var next))
                group.Add(next);
            Interlocked.Add(ref writes, group.Count);
            Commit(group);
            group.Clear();
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever fails is the callers' answer; the writer lives on.")]
    private void Commit(List<IPendingWrite> group)
    {
        try
        {
            connection.Run("BEGIN IMMEDIATE");
            var changed = false;
            foreach (var write in group)
                changed |= Run(write);
            if (changed)
                connection.Run("INSERT OR REPLACE INTO stamps VALUES ('last', ?1)", lastStamp);
            connection.Run("COMMIT");
            if (changed)
                Interlocked.Increment(ref syncs);
        }
        catch (Exception failed)
        {
            Abandon(group, failed is SqliteException sqlite ? StoreSchema.Translate(sqlite, path) : failed);
            return;
        }

        foreach (var write in group)
            write.Acknowledge();
    }

    [SuppressMessage("Design", "CA1031", Justification = "A refused transaction is its caller's answer, not the group's.")]
    private bool Run(IPendingWrite write)
    {
        if (write.IsCancelled)
            return false;
        scope.Stamp = lastStamp = Math.Max(time.GetUtcNow().Ticks, lastStamp + 1);
        connection.Run("SAVEPOINT one");
        try
        {
            write.Run(scope);
            connection.Run("RELEASE one");
            return true;
        }
        catch (SqliteException failed) when (failed.SqliteErrorCode is not 19)
        {
            // The disk or the file: SQLite may have rolled the whole group back, so the group fails.
            throw;
        }
        catch (Exception refused)
        {
            scope.Tables.Forget();
            connection.Run("ROLLBACK TO one");
            connection.Run("RELEASE one");
            write.Refuse(refused);
            return false;
        }
    }

    private void Abandon(List<IPendingWrite> group, Exception failure)
    {
        scope.Tables.Forget();
        try
        {
            connection.Run("ROLLBACK");
        }
        catch (SqliteException)
        {
            // SQLite has rolled back already.
        }

        foreach (var write in group)
            write.Fail(failure);
    }
}
