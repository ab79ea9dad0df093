namespace LocalDiplomacy.Functions.Administration;

/// <summary>
/// What takes long to read and need not be exact to the second. This host reads it at most every few seconds, and spends at most a
/// twentieth of the time on it. Nobody waits for it but whoever comes first, or after it has not been read for a while.
/// </summary>
internal sealed class LatelyRead<T>(TimeProvider time) where T : class
{
    internal static readonly TimeSpan LeastPause = TimeSpan.FromSeconds(3);

    /// <summary>Older than this is not shown while it is read again. What takes long may be as much older as it takes.</summary>
    internal static readonly TimeSpan LongestUnread = TimeSpan.FromSeconds(30);

    private const int ShareOfTime = 20;

    private readonly Lock _gate = new();
    private Read? _last;
    private Task<T>? _reading;

    /// <param name="read">Never cancelled: others wait for it too, and it is bounded by itself.</param>
    public Task<T> GetAsync(Func<Task<T>> read, CancellationToken cancellation)
    {
        lock (_gate)
        {
            var age = _last is null ? TimeSpan.MaxValue : time.GetElapsedTime(_last.At);
            if (_last is not null && age < Later(LeastPause, _last.Took * ShareOfTime)) return Task.FromResult(_last.Value);
            if (_reading is null or { IsCompleted: true }) _reading = ReadAsync(read);
            return _last is null || age > Later(LongestUnread, _last.Took * 2 * ShareOfTime) ? _reading.WaitAsync(cancellation) : Task.FromResult(_last.Value);
        }
    }

    private async Task<T> ReadAsync(Func<Task<T>> read)
    {
        // Not on the caller's time: it holds the gate.
        await Task.Yield();
        var began = time.GetTimestamp();
        var value = await read();
        lock (_gate) _last = new(value, time.GetTimestamp(), time.GetElapsedTime(began));
        return value;
    }

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private sealed record Read(T Value, long At, TimeSpan Took);
}
