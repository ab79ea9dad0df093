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

    /// <summary>Damage was found in it while it was open, and nobody has read it to its end since.</summary>
    public bool NotesDamage => handle.Length > 1;

    /// <summary>A store is here that was opened, and where damage was noted read to its end.</summary>
    public void NoteAStore()
    {
        if (handle.Length == 1) return;
        handle.SetLength(0);
        handle.WriteByte((byte)'1');
        handle.Flush(flushToDisk: true);
    }

    public void NoteDamage()
    {
        handle.SetLength(0);
        handle.Write("1!"u8);
        handle.Flush(flushToDisk: true);
    }

    public void Dispose() => handle.Dispose();

    // EWOULDBLOCK on Linux and macOS, ERROR_SHARING_VIOLATION on Windows.
    private static bool IsSharingViolation(IOException exception) =>
        exception.HResult is 11 or 35 or unchecked((int)0x80070020);
}
