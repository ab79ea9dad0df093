namespace LocalDiplomacy.DurableFile;

/// <summary>
/// Holds the file for one process. The lock is on a file beside it, because closing any handle of the database file
/// would drop SQLite's own locks; the operating system releases it however the process ends.
/// </summary>
internal sealed class StoreLock : IDisposable
{
    private readonly FileStream handle;

    private StoreLock(FileStream handle) => this.handle = handle;

    public static StoreLock Take(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return new StoreLock(new FileStream(
                path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1));
        }
        catch (UnauthorizedAccessException denied)
        {
            throw StoreNotWritableException.At(path, denied);
        }
        catch (IOException busy) when (IsSharingViolation(busy))
        {
            throw StoreInUseException.At(path, busy);
        }
        catch (IOException failed)
        {
            throw StoreNotWritableException.At(path, failed);
        }
    }

    /// <summary>A store was complete at this place once: an empty file in its place is what is left of it, and no new one.</summary>
    public bool HasHeldAStore => handle.Length > 0;

    public void NoteAStore()
    {
        if (HasHeldAStore) return;
        handle.WriteByte((byte)'1');
        handle.Flush(flushToDisk: true);
    }

    public void Dispose() => handle.Dispose();

    // EWOULDBLOCK on Linux and macOS, ERROR_SHARING_VIOLATION on Windows.
    private static bool IsSharingViolation(IOException exception) =>
        exception.HResult is 11 or 35 or unchecked((int)0x80070020);
}
