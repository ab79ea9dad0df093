using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace LocalDiplomacy.DurableFile;

/// <summary>
/// Tables and blobs in one file that survives a kill at any moment: a write is acknowledged when it is on disk.
/// One process holds the file, and shares one store of it among all its clients.
/// </summary>
public sealed class DurableStore : IDisposable
{
    /// <summary>A file of no more bytes is read to its end before it is used: less than a second of a core. A larger one is read to its end beside its work.</summary>
    public const long ReadWhollyUpTo = 128 * 1024 * 1024;

    private static readonly Dictionary<string, DurableStore> Opened = [];
    private static readonly Lock Gate = new();

    private readonly ConcurrentBag<StoreConnection> readers = [];
    private readonly StoreLock fileLock;
    private readonly StoreConnection writer;
    private readonly GroupCommitter committer;
    private readonly StoreRounds? rounds;
    private volatile StoreUnreadableException? damage;
    private volatile bool closed;
    private long reads;

    private DurableStore(string path, TimeProvider time, long readWhollyUpTo)
    {
        Path = path;
        fileLock = StoreLock.Take(path);
        try
        {
            if (fileLock.HasHeldAStore && new FileInfo(path) is { Exists: true, Length: 0 })
                throw StoreUnreadableException.Damaged(path, "it is empty, and was not");
            var wholly = fileLock.NotesDamage || new FileInfo(path) is not { Exists: true } file || file.Length <= readWhollyUpTo;
            writer = OpenWriter(path, wholly);
            fileLock.NoteAStore();
            committer = new GroupCommitter(writer, path, time);
            rounds = wholly ? null : new StoreRounds(path);
            ReadToItsEnd = rounds is null ? Task.FromResult<StoreUnreadableException?>(null) : FollowAsync(rounds);
            rounds?.Start();
        }
        catch
        {
            writer?.Dispose();
            fileLock.Dispose();
            throw;
        }
    }

    public string Path { get; }

    /// <summary>Null once the whole file was found to be as it was written. With damage the store has closed itself: it is not handed out in part.</summary>
    public Task<StoreUnreadableException?> ReadToItsEnd { get; }

    public StoreFigures Figures => new(Interlocked.Read(ref reads), committer.Writes, committer.Syncs);

    /// <summary>The process's store of a file, opened or created at the first call.</summary>
    /// <param name="path">The file; its folder is created.</param>
    /// <param name="time">The clock of the stamps; the first caller's counts.</param>
    /// <param name="readWhollyUpTo">A file of no more bytes is read to its end first.</param>
    /// <exception cref="StoreInUseException">Another process has it.</exception>
    /// <exception cref="StoreNotWritableException">The folder or the disk refuses.</exception>
    /// <exception cref="StoreUnreadableException">It is damaged or not ours.</exception>
    public static DurableStore Open(string path, TimeProvider? time = null, long readWhollyUpTo = ReadWhollyUpTo)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        path = System.IO.Path.GetFullPath(path);
        lock (Gate)
        {
            if (!Opened.TryGetValue(path, out var store))
                Opened[path] = store = new DurableStore(path, time ?? TimeProvider.System, readWhollyUpTo);
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
        damage is { } found ? throw Again(found) : closed ? throw StoreClosedException.At(Path) : committer.Enqueue(work, cancellation);

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
            rounds?.Dispose();
            committer.Dispose();
            DisposeReaders();
            writer.Dispose();
            fileLock.Dispose();
        }
    }

    /// <summary>Who reads or writes from then on hears what was found, and the next start reads the file to its end first.</summary>
    private async Task<StoreUnreadableException?> FollowAsync(StoreRounds reading)
    {
        if (await reading.Ended.ConfigureAwait(false) is not { } found) return null;
        damage = found;
        lock (Gate)
            if (!closed) fileLock.NoteDamage();
        return found;
    }

    private static StoreUnreadableException Again(StoreUnreadableException found) => StoreUnreadableException.Same(found);

    private static StoreConnection OpenWriter(string path, bool wholly)
    {
        StoreConnection? connection = null;
        try
        {
            connection = new StoreConnection(path, writes: true);
            StoreSchema.Prepare(connection, path, wholly);
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
        if (damage is { } found)
            throw Again(found);
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
