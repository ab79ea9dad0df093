using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LocalDiplomacy.Documents.Type;

namespace LocalDiplomacy.Documents.Pdf;

/// <summary>
/// A face as one document uses it. Each character gets a number of its own when it is first shown; the file then holds
/// these glyphs and no others, and says which character each stands for, so that text can be copied and searched.
/// </summary>
internal sealed class EmbeddedFont(TrueTypeFont font, string resource)
{
    private const int CharactersOfOneBlock = 100;
    private readonly Dictionary<int, int> _numbers = [];
    private readonly List<int> _characters = [];

    /// <summary>By which pages name it.</summary>
    public string Resource { get; } = resource;

    public bool IsUsed => _characters.Count > 0;

    /// <summary>The text as a page's content shows it, in hexadecimal digits.</summary>
    public string Show(string text)
    {
        var shown = new StringBuilder();
        foreach (var rune in text.EnumerateRunes()) shown.Append(NumberOf(rune.Value).ToString("X4", CultureInfo.InvariantCulture));
        return shown.ToString();
    }

    public int AddTo(PdfFile file)
    {
        List<int> glyphs = [0, .. _characters.Select(font.GlyphOf)];
        var program = FontSubset.Write(font, glyphs);
        var name = $"{Tag(program)}+{font.Name}";
        var content = file.AddStream(program, string.Create(CultureInfo.InvariantCulture, $"/Length1 {program.Length}"));
        // Not every culture writes -1 as PDF does.
        var descriptor = file.Add(string.Create(CultureInfo.InvariantCulture,
            $"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [{Numbers(font.Box)}] /ItalicAngle 0 /Ascent {font.Ascent} "
            + $"/Descent {font.Descent} /CapHeight {font.CapHeight} /StemV 80 /FontFile2 {content} 0 R >>"));
        var widths = Numbers(glyphs.Select(font.WidthOf));
        var descendant = file.Add(
            $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
            + $"/FontDescriptor {descriptor} 0 R /CIDToGIDMap /Identity /DW 1000 /W [0 [{widths}]] >>");
        var meaning = file.AddStream(Encoding.ASCII.GetBytes(Meaning()));
        return file.Add(
            $"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] /ToUnicode {meaning} 0 R >>");
    }

    private static string Numbers(IEnumerable<int> numbers) => string.Join(' ', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));

    private int NumberOf(int character)
    {
        if (_numbers.TryGetValue(character, out var number)) return number;
        _characters.Add(character);
        return _numbers[character] = _characters.Count;
    }

    /// <summary>Six capital letters tell subsets of one font apart.</summary>
    private static string Tag(byte[] program) => string.Concat(SHA256.HashData(program).Take(6).Select(part => (char)('A' + part % 26)));

    private string Meaning()
    {
        var map = new StringBuilder(
            """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange

            """.ReplaceLineEndings("\n"));
        foreach (var block in _characters.Select((character, i) => (character, Number: i + 1)).Chunk(CharactersOfOneBlock))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            foreach (var (character, number) in block)
                map.Append(CultureInfo.InvariantCulture, $"<{number:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(char.ConvertFromUtf32(character)))}>\n");
            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }
}
