using Azure.Data.Tables;
using Azure.Storage.Blobs;
using LocalDiplomacy.DurableFile;
using LocalDiplomacy.EmbeddedHost.Settings;

namespace LocalDiplomacy.EmbeddedHost.Storage;

/// <summary>Where tables and blobs live: a file by default, or whatever the storage connection string names.</summary>
internal sealed class StoragePlace
{
    private const string FilePrefix = "DurableFile=";

    private readonly Lazy<TableServiceClient> _tables;
    private readonly Lazy<BlobServiceClient> _blobs;
    private DurableStore? _store;

    private StoragePlace(string connectionString)
    {
        ConnectionString = connectionString;
        _tables = new Lazy<TableServiceClient>(() => new TableServiceClient(connectionString));
        _blobs = new Lazy<BlobServiceClient>(() => new BlobServiceClient(connectionString));
    }

    public string ConnectionString { get; }

    public TableServiceClient Tables => _tables.Value;

    public BlobServiceClient Blobs => _blobs.Value;

    /// <summary>Nothing was ever kept here. Only known of a file: another storage is the application's to look into.</summary>
    public bool IsNew => File is { } file && !System.IO.File.Exists(file);

    public string Description => File ?? "the storage account of AzureWebJobsStorage";

    private string? File => ConnectionString.StartsWith(FilePrefix, StringComparison.OrdinalIgnoreCase)
        ? ConnectionString[FilePrefix.Length..].TrimEnd(';')
        : null;

    public static StoragePlace Of(HostSettings settings) =>
        new(settings.Given(HostSettings.Storage) ?? FilePrefix + settings.StoreFile);

    /// <summary>Opens the file here and now, so that one that cannot be used is known before anything listens.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (File is { } file)
            _store = DurableStore.Open(file);
        return Task.CompletedTask;
    }

    public Task StopAsync()
    {
        _store?.Dispose();
        return Task.CompletedTask;
    }
}
