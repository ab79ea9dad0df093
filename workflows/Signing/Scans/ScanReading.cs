using System.Buffers.Binary;
using LocalDiplomacy.Workflows.Lifecycle;
using LocalDiplomacy.Workflows.OfficePortal;

namespace LocalDiplomacy.Workflows.Signing.Scans;

/// <summary>A file as it was sent: nothing of it is believed yet.</summary>
/// <param name="Name">As its sender calls it; null where no name comes along.</param>
/// <param name="DeclaredType">The media type that came with it; null where none did.</param>
public sealed record SentFile(byte[] Content, string? Name, string? DeclaredType);

/// <summary>What a scan is, read from its content alone; its name and type may only agree.</summary>
public static class ScanReading
{
    public const int MaxBytes = 20 * 1024 * 1024;

    /// <summary>A sheet of A3 at 1,000 dots per inch has fewer. A small file can claim more than any computer can show.</summary>
    public const long MostPixels = 400_000_000;

    /// <summary>Browsers and programs say so where they do not know.</summary>
    private const string AnyType = "application/octet-stream";

    /// <returns>The form, or what is wrong with the file.</returns>
    public static (ScanForm? Form, FieldFault? Fault) Of(SentFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Content.Length == 0) return (null, FieldFault.EmptyFile);
        if (file.Content.Length > MaxBytes) return (null, FieldFault.FileTooLarge);
        if (FormOf(file.Content) is not { } form) return (null, SaysAForm(file) ? FieldFault.MislabelledFile : FieldFault.NotAScan);
        if (!Agrees(file, form)) return (null, FieldFault.MislabelledFile);
        return FaultWithin(form, file.Content) is { } fault ? (null, fault) : (form, null);
    }

    /// <summary>By how it begins. Whether the rest holds is looked at afterwards.</summary>
    private static ScanForm? FormOf(ReadOnlySpan<byte> content) =>
        content.StartsWith("%PDF-"u8) ? ScanForm.Pdf
        : content.StartsWith(PngFile.Signature) ? ScanForm.Png
        : content.StartsWith(JpegFile.Start) ? ScanForm.Jpeg
        : content.Length >= 4 && BinaryPrimitives.ReadUInt32BigEndian(content) is TiffFile.LittleEndian or TiffFile.BigEndian ? ScanForm.Tiff
        : null;

    private static FieldFault? FaultWithin(ScanForm form, byte[] content) => form switch
    {
        ScanForm.Pdf => PdfScan.FaultOf(content),
        ScanForm.Png => FaultOf(PngFile.IsWhole(content, out var pixels), pixels),
        ScanForm.Jpeg => FaultOf(JpegFile.IsWhole(content, out var pixels), pixels),
        ScanForm.Tiff => FaultOf(TiffFile.IsWhole(content, out var pixels), pixels),
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, null),
    };

    private static FieldFault? FaultOf(bool isWhole, long pixels) =>
        !isWhole ? FieldFault.DamagedFile : pixels > MostPixels ? FieldFault.PictureTooLarge : null;

    internal static long Pixels(uint width, uint height) => (long)Math.Min((ulong)width * height, long.MaxValue);

    private static bool SaysAForm(SentFile file) =>
        Enum.GetValues<ScanForm>().Any(form => ScanForms.Extensions(form).Contains(ExtensionOf(file)) || ScanForms.MediaType(form) == TypeOf(file));

    private static bool Agrees(SentFile file, ScanForm form) =>
        (ExtensionOf(file).Length == 0 || ScanForms.Extensions(form).Contains(ExtensionOf(file))) && (TypeOf(file) is null or AnyType || TypeOf(file) == ScanForms.MediaType(form));

    private static string ExtensionOf(SentFile file) => Path.GetExtension(file.Name ?? "").ToLowerInvariant();

    private static string? TypeOf(SentFile file) =>
        file.DeclaredType?.Split(';')[0].Trim().ToLowerInvariant() switch { "" => null, "image/jpg" or "image/pjpeg" => "image/jpeg", var said => said };
}

/// <summary>How each form is called outside.</summary>
public static class ScanForms
{
    public static string MediaType(ScanForm form) => form switch
    {
        ScanForm.Pdf => "application/pdf",
        ScanForm.Png => "image/png",
        ScanForm.Jpeg => "image/jpeg",
        ScanForm.Tiff => "image/tiff",
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, null),
    };

    /// <summary>The first is the one that we give.</summary>
    public static IReadOnlyList<string> Extensions(ScanForm form) => form switch
    {
        ScanForm.Pdf => [".pdf"],
        ScanForm.Png => [".png"],
        ScanForm.Jpeg => [".jpg", ".jpeg"],
        ScanForm.Tiff => [".tiff", ".tif"],
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, null),
    };
}
