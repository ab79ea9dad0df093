namespace Azure.Storage.Shared;

internal static class SyncOverAsync
{
    /// <summary>
    /// The result of work that was told to stay synchronous (async: false) and so is complete;
    /// the file store's writes complete on its writer thread and are waited for.
    /// </summary>
    public static T Now<T>(this ValueTask<T> work) =>
        work.IsCompleted ? work.GetAwaiter().GetResult() : work.AsTask().GetAwaiter().GetResult();
}
