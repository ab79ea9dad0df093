using LocalDiplomacy.Documents.Pdf;
using LocalDiplomacy.Documents.Type;

namespace LocalDiplomacy.Documents.Layout;

/// <summary>What is never cut by a page's end: a line, or a line of each of two columns.</summary>
/// <param name="Before">Space above, none at a page's top.</param>
/// <param name="KeepsWithNext">Stands on the page of the row after it.</param>
/// <param name="Draw">Given the row's left edge and its lower one.</param>
internal sealed record Row(double Height, double Before, bool KeepsWithNext, Action<PdfDocument, PdfCanvas, double, double> Draw)
{
    private const double LineHeight = 1.5, Depth = 0.32, Slant = 0.2;

    /// <summary>A first line never stands alone at a page's foot, nor a last one at its head.</summary>
    public static IReadOnlyList<Row> Of(Paragraph paragraph, double width)
    {
        var lines = LineBreaking.Lines(paragraph.Runs, width - paragraph.Indent);
        return
        [
            .. lines.Select((line, i) => new Row(
                line.Runs.Select(run => run.Style.Size).DefaultIfEmpty(SizeOf(paragraph)).Max() * LineHeight, i == 0 ? paragraph.Before : 0,
                (paragraph.KeepsWithNext || i == 0 || i == lines.Count - 2) && (i < lines.Count - 1 || paragraph.KeepsWithNext),
                (document, canvas, x, y) => DrawLine(document, canvas, x, y, paragraph, line, i == 0, width))),
        ];
    }

    /// <summary>Two columns, row by row; all of them keep together.</summary>
    /// <param name="offset">Where the right column begins.</param>
    public static IReadOnlyList<Row> Beside(IReadOnlyList<Row> left, IReadOnlyList<Row> right, double offset)
    {
        var rows = new List<Row>();
        for (var i = 0; i < Math.Max(left.Count, right.Count); i++)
        {
            var pair = new[] { (Row: left.ElementAtOrDefault(i), At: 0.0), (Row: right.ElementAtOrDefault(i), At: offset) };
            rows.Add(new(
                pair.Max(part => part.Row?.Height ?? 0), pair.Max(part => part.Row?.Before ?? 0), i < Math.Max(left.Count, right.Count) - 1,
                (document, canvas, x, y) =>
                {
                    foreach (var (row, at) in pair) row?.Draw(document, canvas, x + at, y);
                }));
        }

        return rows;
    }

    public static Row Blank(double height, bool keepsWithNext = true) => new(height, 0, keepsWithNext, (_, _, _, _) => { });

    /// <summary>A line across.</summary>
    public static Row Rule(double width, double height, double before = 0, bool keepsWithNext = false) =>
        new(height, before, keepsWithNext, (_, canvas, x, y) => canvas.Line(x, y, width));

    private static double SizeOf(Paragraph paragraph) => paragraph.Runs.Select(run => run.Style.Size).DefaultIfEmpty(0).Max();

    private static void DrawLine(PdfDocument document, PdfCanvas canvas, double x, double y, Paragraph paragraph, Line line, bool isFirst, double width)
    {
        if (isFirst && paragraph.Marker is { } marker) Show(document, canvas, marker, x + paragraph.Indent - LineBreaking.WidthOf(marker.Text, marker.Style), y);
        var room = width - paragraph.Indent - line.Width;
        x += paragraph.Indent + (paragraph.Alignment == Alignment.Centre ? room / 2 : 0);
        foreach (var run in line.Runs)
        {
            Show(document, canvas, run, x, y);
            x += LineBreaking.WidthOf(run.Text, run.Style);
        }
    }

    private static void Show(PdfDocument document, PdfCanvas canvas, Run run, double x, double y) => canvas.Text(
        document.Font(run.Style.Face), run.Style.Size, x, y + run.Style.Size * Depth, run.Text, run.Style.Leans ? Slant : 0, run.Style.Grey, run.Style.Face == Face.BoldHan);
}
