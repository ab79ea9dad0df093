using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LocalDiplomacy.Documents.Tests.Samples;

/// <summary>A PDF read back from its table, object by object, by nothing of the program's own.</summary>
internal sealed class ReadPdf
{
    private readonly byte[] _file;
    private readonly Dictionary<int, string> _objects = [];
    private readonly string _trailer;

    public ReadPdf(byte[] file)
    {
        _file = file;
        var text = Encoding.Latin1.GetString(file);
        var table = int.Parse(Regex.Match(text, @"startxref\n(\d+)\n%%EOF\n$").Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        _trailer = text[text.IndexOf("trailer", table, StringComparison.Ordinal)..];
        var rows = Regex.Matches(text[table..], @"(\d{10}) \d{5} ([nf]) \n");
        for (var number = 1; number < rows.Count; number++)
        {
            var at = int.Parse(rows[number].Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            Assert.StartsWith($"{number} 0 obj\n", text[at..], StringComparison.Ordinal);
            _objects[number] = text[(at + $"{number} 0 obj\n".Length)..text.IndexOf("\nendobj\n", at, StringComparison.Ordinal)];
        }
    }

    public string Catalog => Follow(_trailer, "Root");

    /// <summary>The object that an entry of a dictionary points at.</summary>
    public string Follow(string dictionary, string entry) =>
        _objects[int.Parse(Regex.Match(dictionary, $@"/{entry} \[?(\d+) 0 R").Groups[1].ValueSpan, CultureInfo.InvariantCulture)];

    /// <summary>What the signature's /ByteRange says was signed, and the digits between.</summary>
    public (byte[] Content, byte[] Signature) Signed(string signature)
    {
        var range = Regex.Match(signature, @"/ByteRange \[(\d+) +(\d+) +(\d+) +(\d+) *\]").Groups.Values.Skip(1)
            .Select(number => int.Parse(number.ValueSpan, CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal((0, _file.Length), (range[0], range[2] + range[3]));
        Assert.Equal(((byte)'<', (byte)'>'), (_file[range[1]], _file[range[2] - 1]));
        return ([.. _file[..range[1]], .. _file[range[2]..]], Convert.FromHexString(Encoding.Latin1.GetString(_file[(range[1] + 1)..(range[2] - 1)])));
    }
}
