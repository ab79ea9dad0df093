using System.Globalization;
using System.Text;

namespace LocalDiplomacy.Documents.Pdf;

/// <summary>What is drawn on one page, in points from its lower left corner.</summary>
internal sealed class PdfCanvas
{
    /// <summary>Of the size, how much is drawn around an outline.</summary>
    private const double Thicker = 0.028;

    private readonly StringBuilder _content = new();

    /// <param name="slant">0.2 leans as an italic does, 0 stands upright.</param>
    /// <param name="grey">0 for black, 1 for white.</param>
    /// <param name="thick">Outlines are drawn too, for a face without a bold of its own.</param>
    public void Text(EmbeddedFont font, double size, double x, double y, string text, double slant = 0, double grey = 0, bool thick = false)
    {
        if (text.Length == 0) return;
        var (thicker, asBefore) = thick ? ($"{N(grey)} G {N(size * Thicker)} w 2 Tr ", " 0 Tr") : ("", "");
        Add($"BT {N(grey)} g {thicker}/{font.Resource} {N(size)} Tf 1 0 {N(slant)} 1 {N(x)} {N(y)} Tm <{font.Show(text)}> Tj{asBefore} ET");
    }

    public void Line(double x, double y, double width, double thickness = 0.5, double grey = 0) =>
        Add($"{N(thickness)} w {N(grey)} G {N(x)} {N(y)} m {N(x + width)} {N(y)} l S");

    public byte[] ToArray() => Encoding.ASCII.GetBytes(_content.ToString());

    private void Add(string command) => _content.Append(command).Append('\n');

    private static string N(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);
}
