using System.IO.Compression;

namespace LocalDiplomacy.Workflows.Archive;

/// <summary>An archive that was written or read in.</summary>
internal sealed record ArchiveSummary(string Path, string Sha256, IReadOnlyList<ArchivePart> Parts);

/// <summary>
/// Writes the store into one file that its owner alone may read. The file is there when it is whole and not before: it is
/// written under another name beside.
/// </summary>
internal sealed class StoreExport(StoreReader store)
{
    /// <summary>The first entry of each archive: what tells it from any other ZIP file, and what one reads who opens it.</summary>
    internal const string FirstEntry = "localdiplomacy-archive.txt";

    private const string FirstWords =
        "A store of LocalDiplomacy: agreements, names, mail addresses and hashed secrets. Keep it as safe as the store itself.\n";

    /// <summary>The first time that ZIP files know: an archive tells what the store holds, not when it was written.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public async Task<ArchiveSummary> RunAsync(string path, CancellationToken cancel)
    {
        path = Path.GetFullPath(path);
        if (File.Exists(path) || Directory.Exists(path)) throw ArchiveException.FileExists(path);
        var draft = $"{path}.{Storage.Secret.NewName()[..8]}.part";
        try
        {
            var summary = await WriteAsync(draft, cancel).ConfigureAwait(false);
            Move(draft, path);
            return summary with { Path = path };
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or DirectoryNotFoundException)
        {
            throw ArchiveException.File(path, fault);
        }
        finally
        {
            if (File.Exists(draft)) File.Delete(draft);
        }
    }

    private async Task<ArchiveSummary> WriteAsync(string draft, CancellationToken cancel)
    {
        var file = Create(draft);
        await using (file.ConfigureAwait(false))
        {
            var parts = new List<ArchivePart>();
            var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true) { Comment = ArchiveSeal.Blank };
            await using (zip.ConfigureAwait(false))
            {
                await PutAsync(zip, FirstEntry, System.Text.Encoding.UTF8.GetBytes(FirstWords), cancel).ConfigureAwait(false);
                foreach (var part in ArchiveContent.Parts) parts.Add(await AddAsync(zip, part, cancel).ConfigureAwait(false));
                if (parts.All(part => part.Count == 0)) throw ArchiveException.NothingToExport();
                await PutAsync(zip, ArchiveManifest.Entry, new ArchiveManifest(ArchiveManifest.ReadableFormat, parts).ToJson(), cancel).ConfigureAwait(false);
            }

            var hash = await ArchiveSeal.PutAsync(file, cancel).ConfigureAwait(false);
            file.Flush(flushToDisk: true);
            return new(draft, hash, parts);
        }
    }

    private async Task<ArchivePart> AddAsync(ZipArchive zip, string part, CancellationToken cancel)
    {
        var entry = await Entry(zip, part).OpenAsync(cancel).ConfigureAwait(false);
        await using (entry.ConfigureAwait(false)) return await store.WriteAsync(part, entry, cancel).ConfigureAwait(false);
    }

    private static async Task PutAsync(ZipArchive zip, string name, byte[] content, CancellationToken cancel)
    {
        var entry = await Entry(zip, name).OpenAsync(cancel).ConfigureAwait(false);
        await using (entry.ConfigureAwait(false)) await entry.WriteAsync(content, cancel).ConfigureAwait(false);
    }

    private static ZipArchiveEntry Entry(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        (entry.LastWriteTime, entry.ExternalAttributes) = (NoTime, 0);
        return entry;
    }

    private static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.Asynchronous };
        // Elsewhere the folder's own rights are inherited.
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }

    private static void Move(string draft, string path)
    {
        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            throw ArchiveException.FileExists(path);
        }
    }
}
