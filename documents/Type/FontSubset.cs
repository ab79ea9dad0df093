using System.Buffers.Binary;
using System.Text;

namespace LocalDiplomacy.Documents.Type;

/// <summary>
/// A font file with some of a font's glyphs, numbered anew in the order in which they are asked for: what a PDF embeds.
/// The glyph for missing characters is always the first.
/// </summary>
internal static class FontSubset
{
    private const int ComposedOf = -1, WordArguments = 1, MoreComponents = 0x20, Scale = 8, TwoScales = 0x40, FourScales = 0x80;
    private static readonly string[] AsTheyAre = ["cvt ", "fpgm", "prep"];

    /// <param name="glyphs">By the font's own numbers; repeated ones are written repeatedly.</param>
    public static byte[] Write(TrueTypeFont font, IReadOnlyList<int> glyphs)
    {
        List<int> all = [.. glyphs];
        var outlines = new MemoryStream();
        var offsets = new MemoryStream();
        var metrics = new MemoryStream();
        // The list grows while it is read: what a glyph is composed of is added at its end.
        for (var i = 0; i < all.Count; i++)
        {
            Write32(offsets, (int)outlines.Length);
            outlines.Write(Renumbered(font.Outline(all[i]).ToArray(), all));
            while (outlines.Length % 4 != 0) outlines.WriteByte(0);
            var (advance, bearing) = font.Metrics(all[i]);
            Write16(metrics, advance);
            Write16(metrics, (ushort)bearing);
        }

        Write32(offsets, (int)outlines.Length);
        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["glyf"] = outlines.ToArray(),
            ["loca"] = offsets.ToArray(),
            ["hmtx"] = metrics.ToArray(),
            ["head"] = With(font.Table("head"), (8, 0), (10, 0), (50, 1)),
            ["hhea"] = With(font.Table("hhea"), (34, all.Count)),
            ["maxp"] = With(font.Table("maxp"), (4, all.Count)),
        };
        foreach (var name in AsTheyAre)
            if (!font.Table(name).IsEmpty) tables[name] = font.Table(name).ToArray();
        return File(tables);
    }

    /// <summary>A composed glyph names others by their numbers.</summary>
    private static byte[] Renumbered(byte[] outline, List<int> all)
    {
        if (outline.Length < 2 || BinaryPrimitives.ReadInt16BigEndian(outline) != ComposedOf) return outline;
        for (int at = 10, flags = MoreComponents; (flags & MoreComponents) != 0;)
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at));
            var component = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at + 2));
            var place = all.IndexOf(component);
            if (place < 0)
            {
                place = all.Count;
                all.Add(component);
            }

            BinaryPrimitives.WriteUInt16BigEndian(outline.AsSpan(at + 2), (ushort)place);
            at += 4 + ((flags & WordArguments) != 0 ? 4 : 2) + ((flags & Scale) != 0 ? 2 : (flags & TwoScales) != 0 ? 4 : (flags & FourScales) != 0 ? 8 : 0);
        }

        return outline;
    }

    private static byte[] With(ReadOnlySpan<byte> table, params (int At, int Value)[] changes)
    {
        var changed = table.ToArray();
        foreach (var (at, value) in changes) BinaryPrimitives.WriteUInt16BigEndian(changed.AsSpan(at), (ushort)value);
        return changed;
    }

    private static byte[] File(SortedDictionary<string, byte[]> tables)
    {
        var file = new MemoryStream();
        var power = (int)Math.Log2(tables.Count);
        Write32(file, 0x00010000);
        foreach (var value in new[] { tables.Count, 16 << power, power, (tables.Count - (1 << power)) * 16 }) Write16(file, (ushort)value);
        var offset = 12 + tables.Count * 16;
        foreach (var (name, content) in tables)
        {
            file.Write(Encoding.ASCII.GetBytes(name));
            foreach (var value in new[] { (int)Checksum(content), offset, content.Length }) Write32(file, value);
            offset += (content.Length + 3) / 4 * 4;
        }

        foreach (var content in tables.Values)
        {
            file.Write(content);
            while (file.Length % 4 != 0) file.WriteByte(0);
        }

        return file.ToArray();
    }

    private static uint Checksum(byte[] content)
    {
        var sum = 0u;
        for (var i = 0; i < content.Length; i++) sum += (uint)content[i] << (24 - i % 4 * 8);
        return sum;
    }

    private static void Write16(Stream to, ushort value)
    {
        to.WriteByte((byte)(value >> 8));
        to.WriteByte((byte)value);
    }

    private static void Write32(Stream to, int value)
    {
        Write16(to, (ushort)(value >> 16));
        Write16(to, (ushort)value);
    }
}
