using System.Globalization;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using LocalDiplomacy.Azurite;
using LocalDiplomacy.DurableFile;

namespace LocalDiplomacy.Bench.Load;

/// <summary>A store of one's own in a temporary folder, counted, gone at the end.</summary>
internal sealed class BenchStore : IAsyncDisposable
{
    private readonly CountingPolicy counting = new();
    private readonly string folder;
    private readonly AzuriteProcess? azurite;
    private readonly bool isKept;

    private BenchStore(string folder, AzuriteProcess? azurite, bool isKept)
    {
        (this.folder, this.azurite, this.isKept) = (folder, azurite, isKept);
        var connection = azurite?.ConnectionString ?? "DurableFile=" + FileIn(folder);
        var (tables, blobs) = (new TableClientOptions(), new BlobClientOptions());
        tables.AddPolicy(counting, HttpPipelinePosition.PerRetry);
        blobs.AddPolicy(counting, HttpPipelinePosition.PerRetry);
        (Tables, Blobs) = (new TableServiceClient(connection, tables), new BlobServiceClient(connection, blobs));
    }

    internal TableServiceClient Tables { get; }

    internal BlobServiceClient Blobs { get; }

    internal StorageUse Use
    {
        get
        {
            if (azurite is not null) return counting.Use;
            var figures = DurableStore.Open(FileIn(folder)).Figures;
            return new StorageUse(figures.Reads + figures.Writes, BytesWritten(), figures.Syncs);
        }
    }

    internal static string FileIn(string folder) => Path.Combine(folder, "store.db");

    /// <param name="store">"file" or "azurite".</param>
    internal static async Task<BenchStore> StartAsync(string store)
    {
        var folder = Directory.CreateTempSubdirectory("localdiplomacy-bench-").FullName;
        var azurite = store == "azurite"
            ? await AzuriteProcess.StartAsync(new AzuriteOptions(folder) { Progress = Console.Error.WriteLine })
            : null;
        return new BenchStore(folder, azurite, isKept: false);
    }

    /// <summary>A file that another process may have filled, and that stays.</summary>
    internal static BenchStore On(string folder) => new(folder, null, isKept: true);

    public async ValueTask DisposeAsync()
    {
        if (azurite is not null) await azurite.DisposeAsync();
        else DurableStore.Open(FileIn(folder)).Dispose();
        if (!isKept) Directory.Delete(folder, recursive: true);
    }

    /// <summary>All that this process has handed to the system to write; Linux alone tells.</summary>
    private static long? BytesWritten()
    {
        const string Label = "wchar: ";
        return OperatingSystem.IsLinux() && File.ReadLines("/proc/self/io").FirstOrDefault(line => line.StartsWith(Label, StringComparison.Ordinal)) is { } line
            ? long.Parse(line[Label.Length..], CultureInfo.InvariantCulture)
            : null;
    }
}
