using Azure.Data.Tables;
using Azure.Storage.Blobs;
using LocalDiplomacy.DurableFile;
using LocalDiplomacy.EmbeddedHost.Settings;

namespace LocalDiplomacy.EmbeddedHost.Storage;

/// <summary>Where tables and blobs live: a file by default, or whatever the storage connection string names.</summary>
internal sealed class StoragePlace : IAsyncDisposable
{
    private readonly Lazy<TableServiceClient> _tables;
    private readonly Lazy<BlobServiceClient> _blobs;
    private readonly string? _file;
    private DurableStore? _store;

    private StoragePlace(string connectionString, string? file)
    {
        ConnectionString = connectionString;
        _file = file;
        _tables = new(() => new TableServiceClient(connectionString));
        _blobs = new(() => new BlobServiceClient(connectionString));
    }

    public string ConnectionString { get; }

    public TableServiceClient Tables => _tables.Value;

    public BlobServiceClient Blobs => _blobs.Value;

    public string Description => _file ?? "the storage account of AzureWebJobsStorage";

    public static StoragePlace Of(HostSettings settings) => new(settings.StorageConnection ?? "", settings.File);

    /// <summary>Opens the file here and now, so that one that cannot be used is known before anything listens.</summary>
    public void Open()
    {
        if (_file is not null)
            _store = DurableStore.Open(_file);
    }

    public ValueTask DisposeAsync()
    {
        _store?.Dispose();
        return ValueTask.CompletedTask;
    }
}
