using System.Globalization;
using System.Text;

namespace LocalDiplomacy.Documents.Pdf;

/// <summary>What is drawn on one page, in points from its lower left corner.</summary>
internal sealed class PdfCanvas
{
    private readonly StringBuilder _content = new();

    /// <param name="slant">0.2 leans as an italic does, 0 stands upright.</param>
    /// <param name="grey">0 for black, 1 for white.</param>
    public void Text(EmbeddedFont font, double size, double x, double y, string text, double slant = 0, double grey = 0)
    {
        if (text.Length == 0) return;
        Add($"BT {N(grey)} g /{font.Resource} {N(size)} Tf 1 0 {N(slant)} 1 {N(x)} {N(y)} Tm <{font.Show(text)}> Tj ET");
    }

    public void Line(double x, double y, double width, double thickness = 0.5, double grey = 0) =>
        Add($"{N(thickness)} w {N(grey)} G {N(x)} {N(y)} m {N(x + width)} {N(y)} l S");

    public byte[] ToArray() => Encoding.ASCII.GetBytes(_content.ToString());

    private void Add(string command) => _content.Append(command).Append('\n');

    private static string N(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);
}
