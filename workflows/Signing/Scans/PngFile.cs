using System.Buffers.Binary;

namespace LocalDiplomacy.Workflows.Signing.Scans;

/// <summary>A PNG picture, looked through chunk by chunk: each has its checksum, and nothing follows the last (ISO/IEC 15948).</summary>
internal static class PngFile
{
    private const uint Polynomial = 0xEDB88320;

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static bool IsWhole(ReadOnlySpan<byte> content, out long pixels)
    {
        pixels = 0;
        var rest = content[Signature.Length..];
        var (isFirst, hasData) = (true, false);
        while (rest.Length >= 12)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - 12) return false;
            var kind = rest.Slice(4, 4);
            var chunk = rest.Slice(4, 4 + (int)length);
            if (BinaryPrimitives.ReadUInt32BigEndian(rest[(8 + (int)length)..]) != Checksum(chunk)) return false;
            if (isFirst && !IsHeader(kind, chunk[4..], out pixels)) return false;
            if (kind.SequenceEqual("IEND"u8)) return hasData && rest.Length == 12 + (int)length;
            (isFirst, hasData) = (false, hasData || kind.SequenceEqual("IDAT"u8));
            rest = rest[(12 + (int)length)..];
        }

        return false;
    }

    private static bool IsHeader(ReadOnlySpan<byte> kind, ReadOnlySpan<byte> header, out long pixels)
    {
        pixels = kind.SequenceEqual("IHDR"u8) && header.Length == 13
            ? ScanReading.Pixels(BinaryPrimitives.ReadUInt32BigEndian(header), BinaryPrimitives.ReadUInt32BigEndian(header[4..]))
            : 0;
        return pixels > 0;
    }

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(value =>
        Enumerable.Range(0, 8).Aggregate((uint)value, (rest, _) => (rest & 1) == 1 ? (rest >> 1) ^ Polynomial : rest >> 1))];

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var one in bytes) sum = Table[(byte)(sum ^ one)] ^ (sum >> 8);
        return ~sum;
    }
}
