namespace LocalDiplomacy.Workflows.Messages;

/// <summary>
/// Which files of a mail are kept: documents and pictures, by their name and by how they begin. None is opened here, and none is
/// shown: they are given out to be saved, and whoever saves them has a virus scanner of their own.
/// </summary>
public static class AttachmentReading
{
    public const int MaxFiles = 10;
    public const int MaxBytes = 10 * 1024 * 1024;
    public const int LongestName = 120;

    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];
    private static readonly byte[] OldOffice = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>How files with that ending begin. Korean offices write .hwp and .hwpx.</summary>
    private static readonly Dictionary<string, byte[][]> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = ["%PDF-"u8.ToArray()],
        [".png"] = [[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]],
        [".jpg"] = [[0xFF, 0xD8, 0xFF]],
        [".jpeg"] = [[0xFF, 0xD8, 0xFF]],
        [".tif"] = ["II*\0"u8.ToArray(), "MM\0*"u8.ToArray()],
        [".tiff"] = ["II*\0"u8.ToArray(), "MM\0*"u8.ToArray()],
        [".docx"] = [Zip],
        [".odt"] = [Zip],
        [".hwpx"] = [Zip],
        [".hwp"] = [OldOffice, "HWP Document File"u8.ToArray()],
        [".doc"] = [OldOffice],
        [".rtf"] = ["{\\rtf"u8.ToArray()],
    };

    /// <summary>Null: it is kept.</summary>
    /// <param name="place">Among the mail's files, from 0.</param>
    public static NotKept? WhyNot(InboundFile file, int place)
    {
        ArgumentNullException.ThrowIfNull(file);
        return place >= MaxFiles ? NotKept.TooMany
            : file.Content.Length == 0 ? NotKept.Empty
            : file.Content.Length > MaxBytes ? NotKept.TooLarge
            : !Known.TryGetValue(Path.GetExtension(NameOf(file.Name)), out var starts) ? NotKept.Kind
            : !starts.Any(start => file.Content.AsSpan().StartsWith(start)) ? NotKept.Content
            : null;
    }

    /// <summary>A name that is safe in a list, a header and a file system: no folder, no control, no mark that turns the writing's direction.</summary>
    public static string NameOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var last = name.Split('/', '\\')[^1];
        var plain = string.Concat(last.Where(letter => !char.IsControl(letter) && char.GetUnicodeCategory(letter) != System.Globalization.UnicodeCategory.Format && !"<>:\"|?*;".Contains(letter, StringComparison.Ordinal)))
            .Trim(' ', '.');
        if (plain.Length == 0) return "file";
        var ending = Path.GetExtension(plain);
        return plain.Length <= LongestName ? plain : plain[..(LongestName - Math.Min(ending.Length, 10))] + ending[..Math.Min(ending.Length, 10)];
    }
}
