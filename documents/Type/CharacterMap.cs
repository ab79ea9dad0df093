using System.Buffers.Binary;

namespace LocalDiplomacy.Documents.Type;

/// <summary>Which glyph stands for a character: the font's own "cmap", in the two formats that Unicode fonts use.</summary>
internal sealed class CharacterMap
{
    private const int Microsoft = 3, UnicodePlane0 = 1, UnicodeFull = 10;
    private readonly Dictionary<int, int> _glyphs = [];

    public CharacterMap(ReadOnlySpan<byte> table)
    {
        var subtable = table[Find(table)..];
        switch (U16(subtable, 0))
        {
            case 12: ReadGroups(subtable); break;
            case 4: ReadSegments(subtable); break;
            case var format: throw new InvalidDataException($"The font's characters are in format {format}, which is not read.");
        }
    }

    public int GlyphOf(int codePoint) => _glyphs.GetValueOrDefault(codePoint);

    private static int Find(ReadOnlySpan<byte> table)
    {
        (int Encoding, int Offset)? best = null;
        for (var i = 0; i < U16(table, 2); i++)
        {
            var record = table[(4 + i * 8)..];
            var encoding = U16(record, 2);
            if (U16(record, 0) == Microsoft && encoding is UnicodePlane0 or UnicodeFull && !(best?.Encoding > encoding))
                best = (encoding, S32(record, 4));
        }

        return best?.Offset ?? throw new InvalidDataException("The font has no Unicode characters.");
    }

    private void ReadGroups(ReadOnlySpan<byte> table)
    {
        for (var i = 0; i < S32(table, 12); i++)
        {
            var group = table[(16 + i * 12)..];
            var (first, last, glyph) = (S32(group, 0), S32(group, 4), S32(group, 8));
            for (var character = first; character <= last; character++) _glyphs[character] = glyph + character - first;
        }
    }

    private void ReadSegments(ReadOnlySpan<byte> table)
    {
        var size = U16(table, 6);
        var (ends, starts, deltas, offsets) = (14, 16 + size, 16 + size * 2, 16 + size * 3);
        for (var at = 0; at < size; at += 2)
        {
            var (first, last, delta, offset) = (U16(table, starts + at), U16(table, ends + at), U16(table, deltas + at), U16(table, offsets + at));
            for (var character = first; character <= last && character != 0xFFFF; character++)
            {
                var glyph = offset == 0 ? character : U16(table, offsets + at + offset + (character - first) * 2);
                if (glyph != 0) _glyphs[character] = (glyph + delta) & 0xFFFF;
            }
        }
    }

    private static int U16(ReadOnlySpan<byte> table, int at) => BinaryPrimitives.ReadUInt16BigEndian(table[at..]);

    private static int S32(ReadOnlySpan<byte> table, int at) => BinaryPrimitives.ReadInt32BigEndian(table[at..]);
}
