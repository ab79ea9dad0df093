using System.IO.Compression;
using System.Text.Json;

namespace LocalDiplomacy.Workflows.Evidence;

/// <summary>An evidence archive that was opened: its files by their paths, read whole. Nothing of it is believed yet.</summary>
internal sealed class EvidenceArchive
{
    /// <summary>Far above any case; a file that claims more is somebody's trick.</summary>
    private const long LargestFile = 256L * 1024 * 1024;

    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Paths => _files.Keys;

    public byte[]? Find(string path) => _files.GetValueOrDefault(path);

    /// <exception cref="EvidenceFault">It is not there, empty, cut off, something else, or holds a file that cannot be unpacked.</exception>
    public static EvidenceArchive Open(string path)
    {
        var content = Read(path);
        if (content.Length == 0) throw EvidenceFault.Empty(path);
        if (!content.AsSpan().StartsWith("PK"u8)) throw EvidenceFault.NotEvidence(path);
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            if (zip.Entries.Count == 0 || zip.Entries[0].FullName != CaseEvidence.NotePath) throw EvidenceFault.NotEvidence(path);
            var archive = new EvidenceArchive();
            foreach (var entry in zip.Entries) archive.Add(entry);
            return archive;
        }
        catch (InvalidDataException)
        {
            throw EvidenceFault.CutOff(path);
        }
    }

    /// <exception cref="EvidenceFault">It is missing, unreadable or of a newer format.</exception>
    public EvidenceManifest Manifest(string path)
    {
        var json = Find(EvidenceManifest.Path) ?? throw EvidenceFault.In(EvidenceManifest.Path, "it is missing.");
        try
        {
            using var document = JsonDocument.Parse(json);
            var format = document.RootElement.GetProperty("format").GetInt32();
            if (format != EvidenceManifest.ReadableFormat) throw EvidenceFault.Newer(path, format);
            return EvidenceJson.Read<EvidenceManifest>(json);
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw EvidenceFault.In(EvidenceManifest.Path, "it is no manifest any more.");
        }
    }

    private void Add(ZipArchiveEntry entry)
    {
        if (entry.Length > LargestFile) throw EvidenceFault.In(entry.FullName, "it claims to be larger than any file of a case.");
        using var unpacked = new MemoryStream();
        try
        {
            using var packed = entry.Open();
            var buffer = new byte[81920];
            for (int read; (read = packed.Read(buffer)) > 0;)
            {
                if (unpacked.Length + read > entry.Length) throw new InvalidDataException();
                unpacked.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            throw EvidenceFault.In(entry.FullName, "it cannot be unpacked; it was changed after it was written.");
        }

        if (!_files.TryAdd(entry.FullName, unpacked.ToArray())) throw EvidenceFault.In(entry.FullName, "it is there twice.");
    }

    private static byte[] Read(string path)
    {
        if (!File.Exists(path)) throw EvidenceFault.FileMissing(path);
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw EvidenceFault.Unreadable(path, fault.Message.Split('\n')[0].Trim());
        }
    }
}
