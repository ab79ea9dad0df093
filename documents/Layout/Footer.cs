using LocalDiplomacy.Documents.Pdf;
using LocalDiplomacy.Documents.Type;

namespace LocalDiplomacy.Documents.Layout;

/// <summary>The foot of every page: what the document stands for, and which page of how many this is.</summary>
internal static class Footer
{
    private const double Size = 7, Place = 48, Room = 14, Grey = 0.35;

    public static void PutOn(PdfDocument document, string words)
    {
        var font = document.Font(Face.Regular);
        var style = new Style(Size);
        for (var i = 0; i < document.Pages.Count; i++)
        {
            var number = $"{i + 1} / {document.Pages.Count}";
            var page = document.Pages[i];
            page.Line(Flow.Margin, Place + Room, Flow.Width, 0.3, Grey);
            page.Text(font, Size, Flow.Margin, Place, words, grey: Grey);
            page.Text(font, Size, Flow.Margin + Flow.Width - LineBreaking.WidthOf(number, style), Place, number, grey: Grey);
        }
    }
}
