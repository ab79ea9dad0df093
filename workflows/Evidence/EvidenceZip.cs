using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace LocalDiplomacy.Workflows.Evidence;

/// <summary>Puts an evidence archive's files into one: the note first, then the rest, the manifest, its seal, and the sums of all.</summary>
internal static class EvidenceZip
{
    /// <summary>The first time that ZIP files know: an archive tells what is recorded, not when it was asked for.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(IReadOnlyList<EvidenceFile> files, byte[] manifest, EvidenceSeal seal)
    {
        List<(string Path, byte[] Content)> all = [.. files.Select(file => (file.Path, file.Content)), (EvidenceManifest.Path, manifest)];
        if (seal.Sign(manifest) is { } signature) all.Add((EvidenceManifest.SealPath, signature));
        all.Add((EvidenceManifest.SumsPath, Sums(all)));
        using var written = new MemoryStream();
        using (var zip = new ZipArchive(written, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (path, content) in all) Put(zip, path, content);
        return written.ToArray();
    }

    /// <summary>As sha256sum writes and reads it.</summary>
    public static byte[] Sums(IEnumerable<(string Path, byte[] Content)> files) => Encoding.UTF8.GetBytes(string.Concat(
        files.Select(file => $"{Convert.ToHexStringLower(SHA256.HashData(file.Content))}  {file.Path}\n")));

    private static void Put(ZipArchive zip, string path, byte[] content)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Optimal);
        (entry.LastWriteTime, entry.ExternalAttributes) = (NoTime, 0);
        using var to = entry.Open();
        to.Write(content);
    }
}
