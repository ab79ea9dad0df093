using LocalDiplomacy.Documents.Pdf;

namespace LocalDiplomacy.Documents.Layout;

/// <summary>Puts rows onto pages, top to bottom. Rows that keep together move to the next page together, where a page can hold them.</summary>
internal sealed class Flow(PdfDocument document)
{
    public const double Margin = 70.87, Foot = 85, Head = 70, Width = PdfDocument.Width - 2 * Margin;

    private PdfCanvas _page = document.AddPage();
    private double _y = PdfDocument.Height - Head;

    public bool IsAtTop => _y >= PdfDocument.Height - Head;

    public void NewPage()
    {
        if (IsAtTop) return;
        _page = document.AddPage();
        _y = PdfDocument.Height - Head;
    }

    public void Put(IReadOnlyList<Row> rows)
    {
        for (var start = 0; start < rows.Count;)
        {
            var end = start + 1;
            while (end < rows.Count && rows[end - 1].KeepsWithNext) end++;
            var together = rows.Skip(start).Take(end - start).ToList();
            if (HeightOf(together) > _y - Foot) NewPage();
            foreach (var row in together) Put(row);
            start = end;
        }
    }

    private void Put(Row row)
    {
        var before = IsAtTop ? 0 : row.Before;
        if (_y - before - row.Height < Foot)
        {
            NewPage();
            before = 0;
        }

        _y -= before + row.Height;
        row.Draw(document, _page, Margin, _y);
    }

    private double HeightOf(IReadOnlyList<Row> rows) => rows.Sum(row => row.Height) + rows.Skip(IsAtTop ? 1 : 0).Sum(row => row.Before);
}
