using System.Buffers.Binary;

namespace LocalDiplomacy.Workflows.Signing.Scans;

/// <summary>A JPEG picture, looked through marker by marker (ITU-T T.81): a frame with a size, scan lines, and an end.</summary>
internal static class JpegFile
{
    private const byte Marker = 0xFF, EndOfImage = 0xD9, StartOfScan = 0xDA;

    public static ReadOnlySpan<byte> Start => [Marker, 0xD8, Marker];

    /// <summary>What follows the end is let be: telephones put their own there, and no reader looks at it.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> content, out long pixels)
    {
        pixels = 0;
        var (at, hasFrame, hasScan) = (2, false, false);
        while (at + 1 < content.Length && content[at] == Marker)
        {
            var kind = content[at + 1];
            if (kind == Marker) { at++; continue; } // A filling byte.
            if (kind == EndOfImage) return hasFrame && hasScan;
            if (IsAlone(kind)) { at += 2; continue; }
            if (at + 4 > content.Length) return false;
            var length = BinaryPrimitives.ReadUInt16BigEndian(content[(at + 2)..]);
            if (length < 2 || at + 2 + length > content.Length) return false;
            if (IsFrame(kind)) hasFrame = (pixels = Math.Max(pixels, SizeOf(content.Slice(at + 4, length - 2)))) > 0;
            hasScan |= kind == StartOfScan;
            at += 2 + length;
            if (kind == StartOfScan) at = EndOfLines(content, at);
        }

        return false;
    }

    /// <summary>Where the next marker is. Within the lines 0xFF stands for itself before 0, and restarts are part of them.</summary>
    private static int EndOfLines(ReadOnlySpan<byte> content, int at)
    {
        while (at + 1 < content.Length && !(content[at] == Marker && content[at + 1] is not (0 or (>= 0xD0 and <= 0xD7)))) at++;
        return at;
    }

    private static bool IsAlone(byte kind) => kind is 0x01 or (>= 0xD0 and <= 0xD7);

    private static bool IsFrame(byte kind) => kind is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static long SizeOf(ReadOnlySpan<byte> frame) =>
        frame.Length >= 6 ? ScanReading.Pixels(BinaryPrimitives.ReadUInt16BigEndian(frame[1..]), BinaryPrimitives.ReadUInt16BigEndian(frame[3..])) : 0;
}
