using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace LocalDiplomacy.Workflows.Tests.Signing;

/// <summary>Small files of each form, made here so that each part of them can be spoilt.</summary>
internal static class SampleScans
{
    public static byte[] Png { get; } = MakePng();

    public static byte[] Jpeg { get; } = [
        0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0,
        0xFF, 0xC0, 0, 11, 8, 0, 2, 0, 3, 1, 1, 0x11, 0,
        0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0x34, 0xFF, 0x00, 0x56, 0xFF, 0xD0, 0x78,
        0xFF, 0xD9];

    public static byte[] Tiff(bool isLittle = true) => MakeTiff(isLittle);

    /// <summary>One empty page, with these objects beside it.</summary>
    public static byte[] Pdf(string catalog = "", string trailer = "", params byte[][] objects)
    {
        using var file = new MemoryStream();
        List<long> offsets = [];
        file.Write("%PDF-1.7\n%\u00e2\u00e3\n"u8);
        byte[][] all = [Object($"<</Type/Catalog/Pages 2 0 R{catalog}>>"), Object("<</Type/Pages/Kids[3 0 R]/Count 1>>"), Object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"), .. objects];
        for (var i = 0; i < all.Length; i++)
        {
            offsets.Add(file.Position);
            file.Write(Encoding.ASCII.GetBytes($"{i + 1} 0 obj\n"));
            file.Write(all[i]);
            file.Write("\nendobj\n"u8);
        }

        var table = file.Position;
        file.Write(Encoding.ASCII.GetBytes($"xref\n0 {all.Length + 1}\n0000000000 65535 f \n{string.Concat(offsets.Select(at => $"{at:D10} 00000 n \n"))}"));
        file.Write(Encoding.ASCII.GetBytes($"trailer\n<</Size {all.Length + 1}/Root 1 0 R{trailer}>>\nstartxref\n{table}\n%%EOF\n"));
        return file.ToArray();
    }

    public static byte[] Object(string content) => Encoding.Latin1.GetBytes(content);

    /// <summary>Objects as newer programs pack them.</summary>
    public static byte[] Packed(string objects, string filter = "/FlateDecode", CompressionLevel level = CompressionLevel.Optimal)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, level, leaveOpen: true)) zlib.Write(Encoding.Latin1.GetBytes(objects));
        return [.. Object($"<</Type/ObjStm/N 1/First 4/Filter{filter}/Length {packed.Length}>>stream\r\n"), .. packed.ToArray(), .. "\r\nendstream"u8];
    }

    private static byte[] MakePng()
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]);
        Chunk(file, "IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
        using var line = new MemoryStream();
        using (var zlib = new ZLibStream(line, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write([0, 0x80]);
        Chunk(file, "IDAT", line.ToArray());
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    private static void Chunk(MemoryStream file, string kind, byte[] data)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(kind), .. data];
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, Checksum(named));
        file.Write(number);
    }

    /// <summary>Bit by bit, as the standard's annex has it; the program's has a table.</summary>
    private static uint Checksum(byte[] bytes)
    {
        var sum = uint.MaxValue;
        foreach (var one in bytes)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++) sum = (sum & 1) == 1 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1;
        }

        return ~sum;
    }

    private static byte[] MakeTiff(bool isLittle)
    {
        var file = new byte[8 + 2 + (4 * 12) + 4 + 2];
        (file[0], file[1]) = isLittle ? ((byte)'I', (byte)'I') : ((byte)'M', (byte)'M');
        void Short(int at, ushort value) { if (isLittle) BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at), value); else BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(at), value); }
        void Long(int at, uint value) { if (isLittle) BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at), value); else BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(at), value); }
        Short(2, 42);
        Long(4, 8);
        Short(8, 4);
        (ushort Tag, uint Value)[] entries = [(256, 1), (257, 2), (273, 62), (279, 2)];
        for (var i = 0; i < entries.Length; i++)
        {
            Short(10 + (i * 12), entries[i].Tag);
            Short(12 + (i * 12), 4);
            Long(14 + (i * 12), 1);
            Long(18 + (i * 12), entries[i].Value);
        }

        return file;
    }
}
