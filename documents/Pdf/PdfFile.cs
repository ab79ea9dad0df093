using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace LocalDiplomacy.Documents.Pdf;

/// <summary>
/// A PDF 1.7 file as its objects are added. It holds no time and no chance: the same objects give the same bytes, and the
/// file's id is a hash of them.
/// </summary>
internal sealed class PdfFile
{
    private readonly List<byte[]?> _objects = [];

    /// <summary>A number for an object whose content comes later.</summary>
    public int Reserve()
    {
        _objects.Add(null);
        return _objects.Count;
    }

    public int Add(string content)
    {
        var number = Reserve();
        Put(number, content);
        return number;
    }

    public void Put(int number, string content) => _objects[number - 1] = Encoding.Latin1.GetBytes(content);

    /// <param name="entries">Of the stream's dictionary, beside length and filter.</param>
    public int AddStream(ReadOnlySpan<byte> content, string entries = "")
    {
        using var packed = new MemoryStream();
        using (var packing = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) packing.Write(content);
        var number = Reserve();
        _objects[number - 1] =
        [
            .. Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"<< /Length {packed.Length} /Filter /FlateDecode {entries} >>\nstream\n")),
            .. packed.ToArray(),
            .. "\nendstream"u8,
        ];
        return number;
    }

    /// <summary>A text of the file itself, such as its title.</summary>
    public static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    public byte[] Write(int catalog, int information)
    {
        var file = new MemoryStream();
        void Say(string text) => file.Write(Encoding.Latin1.GetBytes(text));
        Say("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
        var places = new List<long>();
        for (var number = 1; number <= _objects.Count; number++)
        {
            places.Add(file.Length);
            Say($"{number} 0 obj\n");
            file.Write(_objects[number - 1] ?? throw new InvalidOperationException($"Object {number} was never written."));
            Say("\nendobj\n");
        }

        var id = Convert.ToHexString(SHA256.HashData(file.ToArray()).AsSpan(0, 16));
        var table = file.Length;
        Say($"xref\n0 {_objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places) Say(string.Create(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n"));
        Say($"trailer\n<< /Size {_objects.Count + 1} /Root {catalog} 0 R /Info {information} 0 R /ID [<{id}> <{id}>] >>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();
    }
}
