using System.Text.Json;

namespace LocalDiplomacy.Workflows.Archive;

/// <summary>One table or container.</summary>
/// <param name="Name">Also the name of its entry: "tables/Mous".</param>
/// <param name="Count">Rows or blobs.</param>
/// <param name="Bytes">Of the entry, unpacked.</param>
/// <param name="Sha256">Of the entry, unpacked.</param>
internal sealed record ArchivePart(string Name, long Count, long Bytes, string Sha256);

/// <summary>What an archive says of itself. It holds no time and no name of a machine: the same store gives the same archive.</summary>
internal sealed record ArchiveManifest(int Format, IReadOnlyList<ArchivePart> Parts)
{
    public const int ReadableFormat = 1;
    public const string Entry = "manifest.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n" };

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Options);

    /// <exception cref="ArchiveException">It is of a newer format, or has other parts than this program.</exception>
    public static ArchiveManifest Read(Stream json, string path)
    {
        using var document = JsonDocument.Parse(json);
        var format = document.RootElement.GetProperty("format").GetInt32();
        if (format != ReadableFormat) throw ArchiveException.Newer(path, format);
        var manifest = document.Deserialize<ArchiveManifest>(Options) ?? throw new JsonException("The manifest is null.");
        var known = ArchiveContent.Parts.ToList();
        var other = manifest.Parts.Select(part => part.Name).Except(known).Concat(known.Except(manifest.Parts.Select(part => part.Name))).FirstOrDefault();
        return other is null ? manifest : throw ArchiveException.OtherContent(path, other);
    }
}
