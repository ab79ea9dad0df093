namespace LocalDiplomacy.DurableFile;

/// <summary>The data file cannot be used; the message is one sentence for the person who started the program.</summary>
public abstract class DurableFileException : IOException
{
    private protected DurableFileException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}

/// <summary>Another process, or another store of this process, holds the file.</summary>
public sealed class StoreInUseException : DurableFileException
{
    private StoreInUseException(string message, Exception inner)
        : base(message, inner)
    {
    }

    internal static StoreInUseException At(string path, Exception inner) =>
        new($"The data file {path} is in use by another process; stop that one or choose another data folder.", inner);
}

/// <summary>The folder or the file cannot be written.</summary>
public sealed class StoreNotWritableException : DurableFileException
{
    private StoreNotWritableException(string message, Exception inner)
        : base(message, inner)
    {
    }

    internal static StoreNotWritableException At(string path, Exception inner) =>
        new($"The data file {path} cannot be written: {inner.Message.TrimEnd('.')}.", inner);
}

/// <summary>The file is damaged, of another program, or of a newer version of this one; it is left as it is.</summary>
public sealed class StoreUnreadableException : DurableFileException
{
    private StoreUnreadableException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    internal static StoreUnreadableException Damaged(string path, string detail, Exception? inner = null) =>
        new($"The data file {path} is damaged ({detail}); it is left as it is; restore it from a backup, or import an export into a new data folder.", inner);

    /// <summary>One for each caller: an exception carries where it was thrown.</summary>
    internal static StoreUnreadableException Same(StoreUnreadableException found) => new(found.Message, found);

    internal static StoreUnreadableException Foreign(string path) =>
        new($"The file {path} is no data file of this program: it is damaged, or belongs to another program. It is left as it is; restore it from a backup, or choose another data folder, into which an export can be imported.");

    internal static StoreUnreadableException Newer(string path, long version) =>
        new($"The data file {path} has format {version}, which a newer version of this program wrote; use that version.");
}

/// <summary>The store was closed, as at the end of the program; the write did not happen.</summary>
public sealed class StoreClosedException : DurableFileException
{
    private StoreClosedException(string message)
        : base(message)
    {
    }

    internal static StoreClosedException At(string path) => new($"The data file {path} has been closed.");
}
