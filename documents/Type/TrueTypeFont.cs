using System.Buffers.Binary;
using System.Text;

namespace LocalDiplomacy.Documents.Type;

/// <summary>A TrueType font with outlines of its own ("glyf"), read as far as setting text and embedding it asks for.</summary>
internal sealed class TrueTypeFont
{
    private readonly byte[] _file;
    private readonly Dictionary<string, (int Offset, int Length)> _tables = new(StringComparer.Ordinal);
    private readonly CharacterMap _characters;
    private readonly int _advances;
    private readonly bool _longOffsets;

    public TrueTypeFont(string name, byte[] file)
    {
        (Name, _file) = (name, file);
        var count = BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(4));
        for (var i = 0; i < count; i++)
        {
            var entry = file.AsSpan(12 + i * 16, 16);
            _tables[Encoding.ASCII.GetString(entry[..4])] =
                (BinaryPrimitives.ReadInt32BigEndian(entry[8..]), BinaryPrimitives.ReadInt32BigEndian(entry[12..]));
        }

        UnitsPerEm = U16("head", 18);
        _longOffsets = U16("head", 50) == 1;
        _advances = U16("hhea", 34);
        _characters = new(Table("cmap"));
    }

    /// <summary>As PDF names it, without the subset's tag.</summary>
    public string Name { get; }

    public int UnitsPerEm { get; }

    public int Ascent => ToThousandth(S16("hhea", 4));

    public int Descent => ToThousandth(S16("hhea", 6));

    public int CapHeight => ToThousandth(S16("OS/2", 88));

    /// <summary>xMin, yMin, xMax, yMax.</summary>
    public IReadOnlyList<int> Box =>
        [ToThousandth(S16("head", 36)), ToThousandth(S16("head", 38)), ToThousandth(S16("head", 40)), ToThousandth(S16("head", 42))];

    /// <summary>0: the font has no such character.</summary>
    public int GlyphOf(int codePoint) => _characters.GlyphOf(codePoint);

    /// <summary>In thousandths of the size.</summary>
    public int WidthOf(int glyph) => ToThousandth(Advance(glyph));

    public ReadOnlySpan<byte> Table(string name) =>
        _tables.TryGetValue(name, out var place) ? _file.AsSpan(place.Offset, place.Length) : default;

    /// <summary>The outline; empty for a blank.</summary>
    public ReadOnlySpan<byte> Outline(int glyph)
    {
        var (from, to) = (OffsetOf(glyph), OffsetOf(glyph + 1));
        return Table("glyf")[from..to];
    }

    /// <summary>Advance and left side bearing, as "hmtx" has them.</summary>
    public (ushort Advance, short Bearing) Metrics(int glyph) => (Advance(glyph), glyph < _advances
        ? S16("hmtx", glyph * 4 + 2)
        : S16("hmtx", _advances * 4 + (glyph - _advances) * 2));

    private ushort Advance(int glyph) => U16("hmtx", Math.Min(glyph, _advances - 1) * 4);

    private int OffsetOf(int glyph) => _longOffsets
        ? BinaryPrimitives.ReadInt32BigEndian(Table("loca")[(glyph * 4)..])
        : U16("loca", glyph * 2) * 2;

    private int ToThousandth(int units) => (int)Math.Round(units * 1000.0 / UnitsPerEm);

    private ushort U16(string table, int at) => BinaryPrimitives.ReadUInt16BigEndian(Table(table)[at..]);

    private short S16(string table, int at) => BinaryPrimitives.ReadInt16BigEndian(Table(table)[at..]);
}
