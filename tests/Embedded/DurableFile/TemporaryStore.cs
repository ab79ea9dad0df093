using LocalDiplomacy.DurableFile;

namespace LocalDiplomacy.Embedded.Tests;

/// <summary>A data file of one test's own; closed and deleted with it.</summary>
public sealed class TemporaryStore : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public string Path => System.IO.Path.Combine(folder.Path, "data.db");

    public string ConnectionString => $"DurableFile={Path}";

    public DurableStore Open() => DurableStore.Open(Path);

    public void Dispose()
    {
        if (File.Exists(Path + ".lock"))
            Open().Dispose();
        folder.Dispose();
    }
}
