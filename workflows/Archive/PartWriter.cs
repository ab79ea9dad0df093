using System.Security.Cryptography;

namespace LocalDiplomacy.Workflows.Archive;

/// <summary>Writes the items of a part, each piece on a line of its own, and counts and hashes what it writes.</summary>
internal sealed class PartWriter(string name, Stream to) : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private (string First, string Second)? _last;
    private long _count;
    private long _bytes;

    /// <param name="key">Items come in ascending order of their keys, so that one store has one archive.</param>
    public async ValueTask WriteAsync((string First, string Second) key, IReadOnlyList<ReadOnlyMemory<byte>> pieces, CancellationToken cancel)
    {
        if (_last is { } last && Compare(last, key) >= 0) throw ArchiveException.OutOfOrder(name);
        (_last, _count) = (key, _count + 1);
        foreach (var piece in pieces)
        {
            await PutAsync(piece, cancel).ConfigureAwait(false);
            await PutAsync("\n"u8.ToArray(), cancel).ConfigureAwait(false);
        }
    }

    public ArchivePart Finish() => new(name, _count, _bytes, Convert.ToHexStringLower(_hash.GetHashAndReset()));

    public void Dispose() => _hash.Dispose();

    private static int Compare((string First, string Second) a, (string First, string Second) b) =>
        string.CompareOrdinal(a.First, b.First) is var order and not 0 ? order : string.CompareOrdinal(a.Second, b.Second);

    private async ValueTask PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        _hash.AppendData(bytes.Span);
        _bytes += bytes.Length;
        await to.WriteAsync(bytes, cancel).ConfigureAwait(false);
    }
}
