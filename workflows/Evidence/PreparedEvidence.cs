using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace LocalDiplomacy.Workflows.Evidence;

/// <summary>
/// An evidence archive that is ready to be written: its manifest and seal are made, each of its files was read once and held.
/// It is written as it is made, the note first, then the rest, the manifest, its seal, and the sums of all.
/// </summary>
public sealed class PreparedEvidence
{
    /// <summary>The first time that ZIP files know: an archive tells what is recorded, not when it was asked for.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly List<EvidenceFile> _files;

    internal PreparedEvidence(IReadOnlyList<EvidenceFile> files, byte[] manifest, byte[]? seal)
    {
        _files = [.. files, new(EvidenceManifest.Path, EvidenceKind.Note, manifest)];
        if (seal is not null) _files.Add(new(EvidenceManifest.SealPath, EvidenceKind.Note, seal));
        _files.Add(new(EvidenceManifest.SumsPath, EvidenceKind.Note, Sums(_files.Select(file => (file.Path, file.Sha256)))));
        Sha256 = _files[^1].Sha256;
    }

    /// <summary>Of the sums of all files: another one, another archive.</summary>
    public string Sha256 { get; }

    /// <summary>Nothing is written at once, and nothing is kept: only the file whose turn it is stands in memory.</summary>
    /// <exception cref="Cases.BrokenCaseException">A scan was lost since; what was written is cut off.</exception>
    public async Task WriteAsync(Stream to, CancellationToken cancel = default)
    {
        var gathering = new GatheringStream(to);
        await using var ended = gathering.ConfigureAwait(false);
        var zip = await ZipArchive.CreateAsync(gathering, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancel).ConfigureAwait(false);
        await using (zip.ConfigureAwait(false))
            foreach (var file in _files)
            {
                await PutAsync(zip, file, cancel).ConfigureAwait(false);
                await gathering.PassOnAsync(cancel).ConfigureAwait(false);
            }

        await gathering.PassOnAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>As sha256sum writes and reads it.</summary>
    internal static byte[] Sums(IEnumerable<(string Path, string Sha256)> files) =>
        Encoding.UTF8.GetBytes(string.Concat(files.Select(file => $"{file.Sha256}  {file.Path}\n")));

    internal static byte[] Sums(IEnumerable<(string Path, byte[] Content)> files) =>
        Sums(files.Select(file => (file.Path, Convert.ToHexStringLower(SHA256.HashData(file.Content)))));

    private static async Task PutAsync(ZipArchive zip, EvidenceFile file, CancellationToken cancel)
    {
        var content = await file.ReadAsync(cancel).ConfigureAwait(false);
        var entry = zip.CreateEntry(file.Path, CompressionLevel.Optimal);
        (entry.LastWriteTime, entry.ExternalAttributes) = (NoTime, 0);
        var to = await entry.OpenAsync(cancel).ConfigureAwait(false);
        await using (to.ConfigureAwait(false)) await to.WriteAsync(content, cancel).ConfigureAwait(false);
    }
}
