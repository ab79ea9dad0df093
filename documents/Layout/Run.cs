using LocalDiplomacy.Documents.Type;

namespace LocalDiplomacy.Documents.Layout;

/// <summary>How letters look.</summary>
/// <param name="Grey">0 for black.</param>
internal sealed record Style(double Size, Face Face = Face.Regular, bool Leans = false, double Grey = 0);

/// <summary>Letters of one look. A line's end in them begins a new line.</summary>
internal sealed record Run(string Text, Style Style);

/// <summary>Where a paragraph's lines stand between its two edges.</summary>
internal enum Alignment { Left, Centre }

/// <summary>One paragraph.</summary>
/// <param name="Indent">In points, of all its lines.</param>
/// <param name="Marker">Stands in the indent of the first line: a number or a dash.</param>
/// <param name="Before">Space above, none at a page's top.</param>
/// <param name="KeepsWithNext">Never the last on its page.</param>
internal sealed record Paragraph(
    IReadOnlyList<Run> Runs, double Indent = 0, Run? Marker = null, Alignment Alignment = Alignment.Left, double Before = 0, bool KeepsWithNext = false)
{
    public Paragraph(string text, Style style) : this([new Run(text, style)]) { }
}
