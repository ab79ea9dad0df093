using System.Globalization;
using System.Text;
using LocalDiplomacy.Pages;
using LocalDiplomacy.Pages.Wording;
using LocalDiplomacy.Workflows.Evidence;
using LocalDiplomacy.Workflows.Lifecycle;

namespace LocalDiplomacy.Documents.Pdf;

/// <summary>
/// The association's signature in a file, as PAdES baseline B asks: over everything but its own digits, with the time that
/// the program claims and what the signature means. Nothing of it is drawn on a page.
/// </summary>
internal sealed class PdfSeal(EvidenceSeal seal, DateTimeOffset at)
{
    private const string Ranges = "/ByteRange [0 ********** ********** **********]";
    private const string Contents = " /Contents <";

    /// <summary>In the first page's dictionary.</summary>
    /// <param name="field">0: there is no signature.</param>
    public static string OnPage(int field) => field == 0 ? "" : $" /Annots [{field} 0 R]";

    /// <summary>In the catalog: there are signatures (1), and the file is only ever added to (2).</summary>
    public static string InCatalog(int field) => field == 0 ? "" : $" /AcroForm << /Fields [{field} 0 R] /SigFlags 3 >>";

    public void AddTo(PdfFile file, int field, int page, Language language)
    {
        var means = Words.Of(PageLanguage.Or(language), "Documents.SealMeans");
        var signature = file.Add(
            $"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached {Ranges}{Contents}{new string('0', 2 * seal.Room)}> "
            + $"/M (D:{at.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}Z) /Reason {PdfFile.Text(means)} >>");
        file.Put(field,
            $"<< /Type /Annot /Subtype /Widget /FT /Sig /T (Seal) /Rect [0 0 0 0] /F 132 /P {page} 0 R /V {signature} 0 R >>");
    }

    /// <summary>Writes the signature into the place that was left for it. Nothing else moves.</summary>
    public void Sign(byte[] file)
    {
        var ranges = file.AsSpan().IndexOf(Encoding.Latin1.GetBytes(Ranges + Contents));
        var open = ranges + Ranges.Length + Contents.Length - 1;
        var close = open + 2 * seal.Room + 2;
        Put(file, ranges, string.Create(CultureInfo.InvariantCulture, $"/ByteRange [0 {open,-10} {close,-10} {file.Length - close,-10}]"));
        var signature = seal.SignPdf([.. file.AsSpan(0, open), .. file.AsSpan(close)]);
        if (signature.Length > seal.Room) throw new InvalidOperationException($"A signature of {signature.Length} bytes does not fit into {seal.Room}.");
        Put(file, open + 1, Convert.ToHexStringLower(signature));
    }

    private static void Put(byte[] file, int at, string text) => Encoding.Latin1.GetBytes(text, file.AsSpan(at));
}
