using System.Globalization;
using LocalDiplomacy.Documents.Type;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Documents.Pdf;

/// <summary>Pages of A4 with the faces that they use.</summary>
internal sealed class PdfDocument
{
    public const double Width = 595.28, Height = 841.89;

    private readonly EmbeddedFont _regular = new(Typeface.Of(Face.Regular), "R");
    private readonly EmbeddedFont _bold = new(Typeface.Of(Face.Bold), "B");
    private EmbeddedFont? _han;
    private readonly List<PdfCanvas> _pages = [];

    public IReadOnlyList<PdfCanvas> Pages => _pages;

    public EmbeddedFont Font(Face face) => face switch
    {
        Face.Regular => _regular,
        Face.Bold => _bold,
        _ => _han ??= new(Typeface.Of(Face.Han), "H"),
    };

    public PdfCanvas AddPage()
    {
        _pages.Add(new());
        return _pages[^1];
    }

    /// <param name="subject">What programs find beside the title: the hash that the document stands for.</param>
    /// <param name="language">The first pages' language.</param>
    /// <param name="seal">Signs the file; null: it is not signed.</param>
    public byte[] Write(string title, string subject, Language language, PdfSeal? seal = null)
    {
        var file = new PdfFile();
        var (catalog, tree) = (file.Reserve(), file.Reserve());
        var field = seal is null ? 0 : file.Reserve();
        var contents = _pages.Select(page => file.AddStream(page.ToArray())).ToList();
        var fonts = string.Join(' ', new[] { _regular, _bold, _han }.OfType<EmbeddedFont>().Where(font => font.IsUsed).Select(font => $"/{font.Resource} {font.AddTo(file)} 0 R"));
        var size = string.Create(CultureInfo.InvariantCulture, $"{Width} {Height}");
        var pages = contents.Select((content, i) => file.Add(
            $"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {size}] /Resources << /Font << {fonts} >> >> /Contents {content} 0 R{(i == 0 ? PdfSeal.OnPage(field) : "")} >>")).ToList();
        file.Put(tree, $"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select(page => $"{page} 0 R"))}] >>");
        file.Put(catalog, $"<< /Type /Catalog /Pages {tree} 0 R /Lang {PdfFile.Text(language.Code)} /ViewerPreferences << /DisplayDocTitle true >>{PdfSeal.InCatalog(field)} >>");
        seal?.AddTo(file, field, pages[0], language);
        var information = file.Add($"<< /Title {PdfFile.Text(title)} /Subject ({subject}) /Producer (LocalDiplomacy) >>");
        var written = file.Write(catalog, information);
        seal?.Sign(written);
        return written;
    }
}
