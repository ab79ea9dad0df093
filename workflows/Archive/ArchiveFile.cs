using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using Azure.Data.Tables;

namespace LocalDiplomacy.Workflows.Archive;

/// <summary>An archive that was read once from its first byte to its last: what it holds is known to be whole.</summary>
internal sealed class ArchiveFile : IDisposable
{
    /// <summary>Where a ZIP file has the name of its first entry.</summary>
    private const int NameOffset = 30;

    private readonly FileStream _file;
    private readonly ZipArchive _zip;
    private readonly ArchiveManifest _manifest;

    private ArchiveFile(FileStream file, ZipArchive zip, ArchiveManifest manifest, string sha256) =>
        (_file, _zip, _manifest, Sha256) = (file, zip, manifest, sha256);

    public string Sha256 { get; }

    public IReadOnlyList<ArchivePart> Parts => _manifest.Parts;

    /// <summary>Opens the file, and reads the whole of it before it says that it is good.</summary>
    /// <exception cref="ArchiveException">It is not there, another file, cut off, changed, or of a newer format.</exception>
    public static async Task<ArchiveFile> OpenAsync(string path, CancellationToken cancel)
    {
        path = Path.GetFullPath(path);
        if (!File.Exists(path)) throw ArchiveException.FileMissing(path);
        FileStream? file = null;
        try
        {
            // Nobody may write into it from here on: what was checked is what is imported.
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
            if (!await IsArchiveAsync(file, cancel).ConfigureAwait(false)) throw ArchiveException.NotAnArchive(path);
            var hash = await ArchiveSeal.CheckAsync(file, cancel).ConfigureAwait(false) ?? throw ArchiveException.Damaged(path);
            return await ReadAsync(file, path, hash, cancel).ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            if (file is not null) await file.DisposeAsync().ConfigureAwait(false);
            if (fault is IOException or UnauthorizedAccessException) throw ArchiveException.File(path, fault);
            throw;
        }
    }

    public async IAsyncEnumerable<(TableEntity Row, int Bytes)> RowsAsync(string part, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (entry, reader) = await OpenPartAsync(part, cancel).ConfigureAwait(false);
        await using var closing = entry.ConfigureAwait(false);
        using var open = reader;
        while (await reader.LineAsync(cancel).ConfigureAwait(false) is { } line) yield return (RowLine.Read(line), line.Length);
    }

    public async IAsyncEnumerable<ArchivedBlob> BlobsAsync(string part, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (entry, reader) = await OpenPartAsync(part, cancel).ConfigureAwait(false);
        await using var closing = entry.ConfigureAwait(false);
        using var open = reader;
        while (await ArchivedBlob.ReadAsync(reader, cancel).ConfigureAwait(false) is { } blob) yield return blob;
    }

    public void Dispose()
    {
        _zip.Dispose();
        _file.Dispose();
    }

    private static async Task<bool> IsArchiveAsync(FileStream file, CancellationToken cancel)
    {
        var expected = Encoding.ASCII.GetBytes(StoreExport.FirstEntry);
        var start = new byte[NameOffset + expected.Length];
        return await file.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancel).ConfigureAwait(false) == start.Length
            && start.AsSpan().StartsWith("PK"u8) && start.AsSpan(NameOffset).SequenceEqual(expected);
    }

    private static async Task<ArchiveFile> ReadAsync(FileStream file, string path, string hash, CancellationToken cancel)
    {
        try
        {
            file.Position = 0;
            var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            var archive = new ArchiveFile(file, zip, await ManifestAsync(zip, path, cancel).ConfigureAwait(false), hash);
            foreach (var part in archive.Parts) await archive.CheckAsync(part, cancel).ConfigureAwait(false);
            return archive;
        }
        catch (Exception broken) when (broken is System.Text.Json.JsonException or InvalidDataException or InvalidOperationException or FormatException
            or KeyNotFoundException or EndOfStreamException or IndexOutOfRangeException)
        {
            throw ArchiveException.Damaged(path);
        }
    }

    private static async Task<ArchiveManifest> ManifestAsync(ZipArchive zip, string path, CancellationToken cancel)
    {
        var entry = zip.GetEntry(ArchiveManifest.Entry) ?? throw new InvalidDataException("There is no manifest.");
        var json = await entry.OpenAsync(cancel).ConfigureAwait(false);
        await using (json.ConfigureAwait(false)) return ArchiveManifest.Read(json, path);
    }

    private async Task CheckAsync(ArchivePart part, CancellationToken cancel)
    {
        var (entry, reader) = await OpenPartAsync(part.Name, cancel).ConfigureAwait(false);
        await using var closing = entry.ConfigureAwait(false);
        using var open = reader;
        var count = 0L;
        for (var isTable = ArchiveContent.TableOf(part.Name) is not null; await ReadOneAsync(reader, isTable, cancel).ConfigureAwait(false); count++) { }
        if (count != part.Count || reader.Bytes != part.Bytes || reader.Sha256 != part.Sha256) throw new InvalidDataException($"{part.Name} is not what the manifest says.");
    }

    /// <returns>False: that was the last one.</returns>
    private static async Task<bool> ReadOneAsync(PartReader reader, bool isTable, CancellationToken cancel)
    {
        if (!isTable) return await ArchivedBlob.ReadAsync(reader, cancel).ConfigureAwait(false) is not null;
        if (await reader.LineAsync(cancel).ConfigureAwait(false) is not { } line) return false;
        _ = RowLine.Read(line);
        return true;
    }

    private async Task<(Stream Entry, PartReader Reader)> OpenPartAsync(string part, CancellationToken cancel)
    {
        var entry = _zip.GetEntry(part) ?? throw new InvalidDataException($"There is no {part}.");
        var stream = await entry.OpenAsync(cancel).ConfigureAwait(false);
        return (stream, new PartReader(stream));
    }
}
