using Azure.Data.Tables;

namespace LocalDiplomacy.DurableTaskEngine.Storage;

/// <summary>Rows of finished instances, removed from the index many at a time and a little later. Until then, and after a crash for good,
/// such a row costs whoever reads it one look at an instance that has ended.</summary>
internal sealed class DueRemovals(DueIndex due, TimeProvider time) : IDisposable
{
    internal const int Most = 100;

    private static readonly TimeSpan Later = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private List<DueEntry> waiting = [];
    private ITimer? timer;
    private bool isDisposed;

    internal async Task AddAsync(DueEntry entry, CancellationToken cancellation)
    {
        lock (gate)
        {
            waiting.Add(entry);
            if (waiting.Count < Most)
            {
                if (!isDisposed) timer ??= time.CreateTimer(_ => _ = FlushQuietlyAsync(), null, Later, Timeout.InfiniteTimeSpan);
                return;
            }
        }

        await FlushAsync(cancellation);
    }

    internal async Task FlushAsync(CancellationToken cancellation)
    {
        List<DueEntry> entries;
        lock (gate)
        {
            // The newest of an instance's versions is the only one that can still be there.
            (entries, waiting) = (waiting, []);
            entries.Reverse();
            timer?.Dispose();
            timer = null;
        }

        if (entries.Count > 0) await due.RemoveAsync(entries, cancellation);
    }

    public void Dispose()
    {
        lock (gate)
        {
            isDisposed = true;
            timer?.Dispose();
            waiting.Clear();
        }
    }

    private async Task FlushQuietlyAsync()
    {
        try
        {
            await FlushAsync(CancellationToken.None);
        }
        catch (Exception away) when (away is not OutOfMemoryException)
        {
            // The rows stay, and the next sweep looks at their instances once more.
        }
    }
}
