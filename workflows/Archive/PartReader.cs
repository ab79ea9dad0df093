using System.Security.Cryptography;

namespace LocalDiplomacy.Workflows.Archive;

/// <summary>Reads what a <see cref="PartWriter"/> wrote, piece by piece, and hashes it.</summary>
internal sealed class PartReader(Stream from) : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _at;
    private int _end;

    public long Bytes { get; private set; }

    public string Sha256 => Convert.ToHexStringLower(_hash.GetCurrentHash());

    /// <returns>Null at the end.</returns>
    public async ValueTask<byte[]?> LineAsync(CancellationToken cancel)
    {
        using var line = new MemoryStream();
        while (await FillAsync(cancel).ConfigureAwait(false))
        {
            var rest = _buffer.AsSpan(_at, _end - _at);
            var end = rest.IndexOf((byte)'\n');
            line.Write(end < 0 ? rest : rest[..end]);
            _at = end < 0 ? _end : _at + end + 1;
            if (end >= 0) return line.ToArray();
        }

        return line.Length == 0 ? null : throw new EndOfStreamException("The last line has no end.");
    }

    /// <summary>So many bytes, and the line end behind them.</summary>
    public async ValueTask<byte[]> BlockAsync(int length, CancellationToken cancel)
    {
        var block = new byte[length];
        for (var filled = 0; filled < length;)
        {
            if (!await FillAsync(cancel).ConfigureAwait(false)) throw new EndOfStreamException("A blob was cut off.");
            var part = Math.Min(_end - _at, length - filled);
            _buffer.AsSpan(_at, part).CopyTo(block.AsSpan(filled));
            (_at, filled) = (_at + part, filled + part);
        }

        return await LineAsync(cancel).ConfigureAwait(false) is [] ? block : throw new InvalidDataException("A blob is longer than it says.");
    }

    public void Dispose() => _hash.Dispose();

    private async ValueTask<bool> FillAsync(CancellationToken cancel)
    {
        if (_at < _end) return true;
        (_at, _end) = (0, await from.ReadAsync(_buffer, cancel).ConfigureAwait(false));
        _hash.AppendData(_buffer, 0, _end);
        Bytes += _end;
        return _end > 0;
    }
}
