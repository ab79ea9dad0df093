using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LocalDiplomacy.DurableFile;

/// <summary>
/// Reads a store beside its work, once, each row against its checksum and each index to its end: a thread of the lowest priority, in pieces
/// that are short enough not to hold the log back, and rests as long as it reads.
/// </summary>
internal sealed class StoreRounds : IDisposable
{
    private const int RowsAtOnce = 2000;
    private const int NamesAtOnce = 50_000;
    private const int BytesAtOnce = 8_000_000;

    private static readonly (string Sql, int Keys, bool HasChecksum, int AtOnce)[] Walks =
    [
        ("SELECT table_id, partition_key, row_key, stamp, body, checksum FROM entities WHERE (table_id, partition_key, row_key) > (?1, ?2, ?3) ORDER BY table_id, partition_key, row_key", 3, true, RowsAtOnce),
        ("SELECT container_id, name, CAST(properties AS BLOB), stamp, content, checksum FROM blobs WHERE (container_id, name) > (?1, ?2) ORDER BY container_id, name", 2, true, RowsAtOnce),
        ("SELECT id FROM blobs NOT INDEXED WHERE id > ?1 ORDER BY id", 1, false, NamesAtOnce),
    ];

    private readonly StoreConnection _connection;
    private readonly ManualResetEventSlim _stop = new();
    private readonly TaskCompletionSource<StoreUnreadableException?> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Thread _thread;

    public StoreRounds(string path)
    {
        _connection = new StoreConnection(path, writes: false);
        _thread = new Thread(Run) { IsBackground = true, Name = "Durable file reader", Priority = ThreadPriority.Lowest };
    }

    /// <summary>What is wrong; null when all is as it was written. Cancelled where the store was closed before.</summary>
    public Task<StoreUnreadableException?> Ended => _ended.Task;

    public void Start() => _thread.Start();

    public void Dispose()
    {
        _stop.Set();
        if (_thread.IsAlive) _thread.Join();
        _ended.TrySetCanceled();
        _connection.Dispose();
        _stop.Dispose();
    }

    private void Run()
    {
        try
        {
            string? wrong = null;
            foreach (var (sql, keys, hasChecksum, atOnce) in Walks) wrong ??= Walk(sql, keys, hasChecksum, atOnce);
            if (!_stop.IsSet) _ended.TrySetResult(wrong is null ? null : StoreUnreadableException.Damaged(_connection.Path, wrong));
        }
        catch (SqliteException failed)
        {
            // Whatever it is, it is no file that can be read to its end.
            _ended.TrySetResult(StoreSchema.Translate(failed, _connection.Path) as StoreUnreadableException ?? StoreUnreadableException.Damaged(_connection.Path, failed.Message, failed));
        }
    }

    private string? Walk(string sql, int keys, bool hasChecksum, int atOnce)
    {
        using var statement = _connection.Prepare(sql);
        object?[]? from = [long.MinValue, .. Enumerable.Repeat<object?>(Array.Empty<byte>(), keys - 1)];
        while (from is not null && !_stop.IsSet)
        {
            var began = Environment.TickCount64;
            if (Piece(statement, ref from, hasChecksum, atOnce) is { } wrong) return wrong;
            _stop.Wait(TimeSpan.FromMilliseconds(Environment.TickCount64 - began));
        }

        return null;
    }

    /// <param name="from">Behind the last of the piece before; null behind the last of all.</param>
    private static string? Piece(StoreStatement statement, ref object?[]? from, bool hasChecksum, int atOnce)
    {
        var (left, bytes, wrong, last) = (atOnce, 0, (string?)null, (object?[]?)null);
        var keys = from!.Length;
        statement.Look(from, row =>
        {
            if (hasChecksum && StoreCheck.IsWrong(row)) wrong = StoreCheck.Name(row);
            bytes += hasChecksum ? raw.sqlite3_column_bytes(row, 4) : 0;
            if (wrong is null && --left > 0 && bytes < BytesAtOnce) return true;
            last = [raw.sqlite3_column_int64(row, 0), .. Enumerable.Range(1, keys - 1).Select(column => (object?)raw.sqlite3_column_blob(row, column).ToArray())];
            return false;
        });
        from = last;
        return wrong;
    }
}
