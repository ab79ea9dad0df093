using Azure.Storage.Blobs;
using LocalDiplomacy.Workflows.Deadlines;
using LocalDiplomacy.Workflows.ReferenceData;
using LocalDiplomacy.Workflows.Storage;

namespace LocalDiplomacy.Workflows.Register;

/// <summary>What is to be entered; none: nothing is written.</summary>
/// <param name="Keep">Under which number a new tie is entered: the one that it had before the register was lost. Null: the next.</param>
internal sealed record RegisterWriting(IReadOnlyList<EntryDraft> Entries, Author? By = null, string? Reason = null, RegisterNumber? Keep = null, ImportedFile? File = null);

/// <summary>
/// The register. This process keeps what it has read and asks storage only for the records after it, at most once a second;
/// nobody's search reads a table.
/// </summary>
public sealed class RegisterBook(Tables tables, BlobServiceClient blobs, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(1);
    private readonly RegisterLog _log = new(tables, blobs);
    private readonly SemaphoreSlim _reading = new(1);
    private volatile Copy _copy = new(RegisterState.Empty, null);

    private sealed record Copy(RegisterState State, DateTimeOffset? ReadAt);

    /// <summary>As it was within the last second.</summary>
    public async ValueTask<RegisterState> ReadAsync(CancellationToken cancel = default)
    {
        if (IsFresh(_copy)) return _copy.State;
        await _reading.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            return IsFresh(_copy) ? _copy.State : await GoOnAsync(cancel).ConfigureAwait(false);
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>As it is now.</summary>
    public async Task<RegisterState> LoadAsync(CancellationToken cancel = default)
    {
        await _reading.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            return await GoOnAsync(cancel).ConfigureAwait(false);
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>Decides on the newest state and writes one record, or nothing; decides again where somebody else wrote first.</summary>
    /// <returns>The register with what was written.</returns>
    internal async Task<RegisterState> WriteAsync(Func<RegisterState, RegisterWriting> decide, CancellationToken cancel)
    {
        while (true)
        {
            var now = await LoadAsync(cancel).ConfigureAwait(false);
            var writing = decide(now);
            if (writing.Entries.Count == 0) return now;
            var at = time.GetUtcNow();
            var first = writing.Entries.Any(entry => entry.About is null) ? writing.Keep ?? now.Next(SeoulTime.DayOf(at).Year) : (RegisterNumber?)null;
            var record = new RegisterRecord(now.Sequence + 1, at, first, writing.Entries, null, writing.By, writing.Reason, writing.File);
            if (await _log.TryAddAsync(record, cancel).ConfigureAwait(false)) return await LoadAsync(cancel).ConfigureAwait(false);
        }
    }

    public void Dispose() => _reading.Dispose();

    private bool IsFresh(Copy copy) => time.GetUtcNow() - copy.ReadAt is { } age && age < KeptFor && age >= TimeSpan.Zero;

    private async Task<RegisterState> GoOnAsync(CancellationToken cancel)
    {
        var at = time.GetUtcNow();
        var state = _copy.State.After(await _log.AfterAsync(_copy.State.Sequence, cancel).ConfigureAwait(false));
        _copy = new(state, at);
        return state;
    }
}
