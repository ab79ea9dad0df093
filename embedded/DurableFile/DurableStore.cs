using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace LocalDiplomacy.DurableFile;

/// <summary>
/// Tables and blobs in one file that survives a kill at any moment: a write is acknowledged when it is on disk.
/// One process holds the file, and shares one store of it among all its clients.
/// </summary>
public sealed class DurableStore : IDisposable
{
    private static readonly Dictionary<string, DurableStore> Opened = [];
    private static readonly Lock Gate = new();

    private readonly ConcurrentBag<StoreConnection> readers = [];
    private readonly StoreLock fileLock;
    private readonly StoreConnection writer;
    private readonly GroupCommitter committer;
    private volatile bool closed;
    private long reads;

    private DurableStore(string path, TimeProvider time)
    {
        Path = path;
        fileLock = StoreLock.Take(path);
        try
        {
            if (fileLock.HasHeldAStore && new FileInfo(path) is { Exists: true, Length: 0 })
                throw StoreUnreadableException.Damaged(path, "it is empty, and was not");
            writer = OpenWriter(path);
            fileLock.NoteAStore();
            committer = new GroupCommitter(writer, path, time);
        }
        catch
        {
            writer?.Dispose();
            fileLock.Dispose();
            throw;
        }
    }

    public string Path { get; }

    public StoreFigures Figures => new(Interlocked.Read(ref reads), committer.Writes, committer.Syncs);

    /// <summary>The process's store of a file, opened or created at the first call.</summary>
    /// <param name="path">The file; its folder is created.</param>
    /// <param name="time">The clock of the stamps; the first caller's counts.</param>
    /// <exception cref="StoreInUseException">Another process has it.</exception>
    /// <exception cref="StoreNotWritableException">The folder or the disk refuses.</exception>
    /// <exception cref="StoreUnreadableException">It is damaged or not ours.</exception>
    public static DurableStore Open(string path, TimeProvider? time = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        path = System.IO.Path.GetFullPath(path);
        lock (Gate)
        {
            if (!Opened.TryGetValue(path, out var store))
                Opened[path] = store = new DurableStore(path, time ?? TimeProvider.System);
            return store;
        }
    }

    /// <summary>
    /// Runs a transaction, all or nothing; completes when it is on disk. An exception of
    /// <paramref name="work"/> rolls it back and is thrown to the caller.
    /// </summary>
    /// <param name="work">Runs on the writer thread: short, no waiting.</param>
    /// <param name="cancellation">Heeded until the call is queued; a queued transaction is carried out.</param>
    public Task<T> WriteAsync<T>(Func<WriteScope, T> work, CancellationToken cancellation = default) =>
        closed ? throw StoreClosedException.At(Path) : committer.Enqueue(work, cancellation);

    /// <summary>Reads on the caller's thread, beside other reads and the writer.</summary>
    public T Read<T>(Func<ReadScope, T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        Interlocked.Increment(ref reads);
        var connection = Rent();
        try
        {
            connection.Run("BEGIN");
            return work(new ReadScope(connection));
        }
        catch (SqliteException failed)
        {
            throw StoreSchema.Translate(failed, Path);
        }
        finally
        {
            connection.Run("COMMIT");
            Return(connection);
        }
    }

    /// <summary>Finishes what was accepted and releases the file; clients that still hold the store then fail.</summary>
    public void Dispose()
    {
        lock (Gate)
        {
            if (closed)
                return;
            closed = true;
            Opened.Remove(Path);
            committer.Dispose();
            DisposeReaders();
            writer.Dispose();
            fileLock.Dispose();
        }
    }

    private static StoreConnection OpenWriter(string path)
    {
        StoreConnection? connection = null;
        try
        {
            connection = new StoreConnection(path, writes: true);
            StoreSchema.Prepare(connection, path);
            return connection;
        }
        catch (SqliteException failed)
        {
            connection?.Dispose();
            throw StoreSchema.Translate(failed, path);
        }
        catch
        {
            connection?.Dispose();
            throw;
        }
    }

    private StoreConnection Rent()
    {
        if (closed)
            throw StoreClosedException.At(Path);
        return readers.TryTake(out var connection) ? connection : new StoreConnection(Path, writes: false);
    }

    private void Return(StoreConnection connection)
    {
        readers.Add(connection);
        if (closed)
            DisposeReaders();
    }

    private void DisposeReaders()
    {
        while (readers.TryTake(out var connection))
            connection.Dispose();
    }
}
