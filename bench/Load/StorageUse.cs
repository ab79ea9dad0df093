namespace LocalDiplomacy.Bench.Load;

/// <summary>What a store was asked for: tables and blobs, reads and writes, the client's and the engine's own.</summary>
/// <param name="Requests">Requests over HTTP with repeated ones; on the file, reads and transactions.</param>
/// <param name="Bytes">Over HTTP the bodies of both directions; on the file what was written to the disk, if the system tells.</param>
/// <param name="Syncs">How often the file was synced; null over HTTP.</param>
internal readonly record struct StorageUse(long Requests, long? Bytes, long? Syncs)
{
    internal StorageUse Since(StorageUse before) => new(Requests - before.Requests, Bytes - before.Bytes, Syncs - before.Syncs);
}
