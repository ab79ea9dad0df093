using System.Globalization;
using System.Text;
using LocalDiplomacy.Workflows.OfficePortal;

namespace LocalDiplomacy.Workflows.Signing.Scans;

/// <summary>
/// A PDF that was sent, looked through for what a scan has no use for. Nothing is opened as a reader would: every name in
/// the file counts, wherever it stands, in plain objects and in packed ones alike.
/// </summary>
internal static class PdfScan
{
    /// <summary>Scripts, actions that start or send something, forms that compute, and files or media within.</summary>
    private static readonly HashSet<string> Active = new(StringComparer.Ordinal)
    {
        "JS", "JavaScript", "Launch", "EmbeddedFile", "EmbeddedFiles", "EF", "XFA", "SubmitForm", "ImportData", "GoToE", "RichMedia", "Rendition", "Movie", "Sound",
    };

    public static FieldFault? FaultOf(byte[] content)
    {
        var names = PdfNames.In(content);
        return names.Contains("Encrypt") ? FieldFault.EncryptedFile
            : Active.Overlaps(names.All) ? FieldFault.ActiveFile
            : names.IsBroken || !names.Contains("Page") || !IsClosed(content) ? FieldFault.DamagedFile
            : null;
    }

    /// <summary>It ends as it should, and says truly where its table of objects is.</summary>
    private static bool IsClosed(byte[] content)
    {
        // Readers look for the end in the last kilobyte, because some programs write a little behind it.
        var tail = Encoding.Latin1.GetString(content.AsSpan(Math.Max(0, content.Length - 1024)));
        var start = tail.LastIndexOf("startxref", StringComparison.Ordinal);
        if (start < 0 || tail.IndexOf("%%EOF", start, StringComparison.Ordinal) is var end && end < 0) return false;
        var digits = tail[(start + "startxref".Length)..end].Trim();
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < content.Length && IsTable(content.AsSpan(at));
    }

    private static bool IsTable(ReadOnlySpan<byte> at)
    {
        var words = Encoding.Latin1.GetString(at[..Math.Min(64, at.Length)]).Split([' ', '\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return words is ["xref", ..] || (words is [var number, var generation, var obj, ..] && number.All(char.IsAsciiDigit) && generation.All(char.IsAsciiDigit) && obj.StartsWith("obj", StringComparison.Ordinal));
    }
}
