using System.Buffers.Binary;

namespace LocalDiplomacy.Workflows.Signing.Scans;

/// <summary>A TIFF picture of one or more pages (TIFF 6.0): every directory, value and strip that it names lies within the file.</summary>
internal sealed class TiffFile
{
    /// <summary>How a file begins, read as a big-endian number.</summary>
    public const uint LittleEndian = 0x49492A00, BigEndian = 0x4D4D002A;

    private const ushort Width = 256, Height = 257, StripOffsets = 273, StripCounts = 279, TileOffsets = 324, TileCounts = 325;

    private readonly byte[] _content;
    private readonly bool _isLittle;
    private long _pixels;

    private TiffFile(byte[] content) => (_content, _isLittle) = (content, content[0] == (byte)'I');

    /// <param name="pixels">Of its largest page.</param>
    public static bool IsWhole(byte[] content, out long pixels)
    {
        pixels = 0;
        var file = new TiffFile(content);
        var seen = new HashSet<uint>();
        for (var next = file.Long(4); next is > 0; next = file.PageAt(next.Value))
            if (!seen.Add(next.Value)) return false;
            else if (file.PageAt(next.Value) is null) return false;
        pixels = file._pixels;
        return seen.Count > 0;
    }

    /// <returns>Where the next page's directory is, 0 after the last; null: this one does not hold.</returns>
    private uint? PageAt(uint at)
    {
        if (Short(at) is not { } count || count == 0 || Long(at + 2 + (count * 12L)) is not { } next) return null;
        var values = new Dictionary<ushort, uint[]>();
        for (var entry = at + 2L; entry < at + 2 + (count * 12L); entry += 12)
            if (Values(entry) is { } found) values[Short(entry)!.Value] = found;
            else return null;
        _pixels = Math.Max(_pixels, IsSized(values) ? ScanReading.Pixels(values[Width][0], values[Height][0]) : 0);
        return IsSized(values) && (IsWithin(values, StripOffsets, StripCounts) || IsWithin(values, TileOffsets, TileCounts)) ? next : null;
    }

    private static bool IsSized(Dictionary<ushort, uint[]> values) =>
        values.GetValueOrDefault(Width) is [> 0, ..] && values.GetValueOrDefault(Height) is [> 0, ..];

    private bool IsWithin(Dictionary<ushort, uint[]> values, ushort offsets, ushort counts) =>
        values.GetValueOrDefault(offsets) is { Length: > 0 } starts && values.GetValueOrDefault(counts) is { } sizes && starts.Length == sizes.Length
        && starts.Zip(sizes).All(strip => (long)strip.First + strip.Second <= _content.Length);

    /// <returns>The numbers of an entry, none for other things than numbers; null: they lie outside the file.</returns>
    private uint[]? Values(long entry)
    {
        if (Short(entry + 2) is not { } type || Long(entry + 4) is not { } count) return null;
        var size = type switch { 1 or 2 or 6 or 7 => 1, 3 or 8 => 2, 4 or 9 or 11 => 4, 5 or 10 or 12 => 8, _ => 0 };
        if (size == 0) return [];
        var at = (long)count * size <= 4 ? entry + 8 : (long?)Long(entry + 8);
        if (at is not { } start || start + ((long)count * size) > _content.Length) return null;
        if (type is not (3 or 4)) return [];
        var numbers = new uint[count];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = (type == 3 ? Short(start + (i * 2L)) : Long(start + (i * 4L)))!.Value;
        return numbers;
    }

    private ushort? Short(long at) => at < 0 || at + 2 > _content.Length ? null
        : _isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(_content.AsSpan((int)at)) : BinaryPrimitives.ReadUInt16BigEndian(_content.AsSpan((int)at));

    private uint? Long(long at) => at < 0 || at + 4 > _content.Length ? null
        : _isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(_content.AsSpan((int)at)) : BinaryPrimitives.ReadUInt32BigEndian(_content.AsSpan((int)at));
}
